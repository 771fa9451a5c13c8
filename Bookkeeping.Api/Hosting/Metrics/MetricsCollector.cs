using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>Listens to the program's instruments and keeps what they measured, to be written when it is asked for.</summary>
internal sealed partial class MetricsCollector : IDisposable
{
    private static readonly HashSet<string> Meters =
    [
        GraphQLDiagnostics.MeterName, HostMetrics.MeterName, "System.Runtime", "System.Net.Http", "Microsoft.EntityFrameworkCore", "Npgsql",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Diagnostics",
    ];

    // The runtime publishes these levels as counters, but they fall too.
    private static readonly HashSet<string> Levels = ["dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length"];

    private readonly ConcurrentDictionary<string, Metric> metrics = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();
    private readonly IMeterFactory factory;
    private readonly MetricsOptions options;
    private readonly ILogger logger;
    private readonly Lock scraping = new();
    private long scrape;

    /// <summary>Begins to listen, where the options want it.</summary>
    public MetricsCollector(IMeterFactory factory, IOptions<MetricsOptions> options, ILogger<MetricsCollector> logger)
    {
        this.factory = factory;
        this.options = options.Value;
        this.logger = logger;
        listener.InstrumentPublished = Publish;
        listener.SetMeasurementEventCallback<double>(Record);
        listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(value, tags, state));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(value, tags, state));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(value, tags, state));
        listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Record(value, tags, state));
        listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Record(value, tags, state));
        listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => Record((double)value, tags, state));
        if (this.options.Enabled) listener.Start();
    }

    /// <summary>Writes all metrics, by name.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        var text = new MetricsText(output);
        lock (scraping)
        {
            scrape++;
            Observe();
            foreach (var metric in metrics.Values.OrderBy(m => m.Name, StringComparer.Ordinal)) metric.WriteTo(text, scrape);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Observe()
    {
        try
        {
            listener.RecordObservableInstruments();
        }
        catch (AggregateException failed)
        {
            // One that cannot tell its value must not hide the others.
            LogUnobserved(logger, failed);
        }
    }

    private void Publish(Instrument instrument, MeterListener to)
    {
        if (!Meters.Contains(instrument.Meter.Name) || !IsOurs(instrument.Meter)) return;
        if (KindOf(instrument) is not { } kind) return;
        var name = MetricName.Of(instrument.Name, instrument.Unit, kind);
        var bounds = kind == MetricKind.Histogram ? HistogramBounds.Of(AdviceOf(instrument), instrument.Unit) : null;
        var metric = metrics.GetOrAdd(name, _ => new Metric(instrument, name, kind, bounds, options.MaxSeriesPerMetric));
        if (metric.Kind == kind) to.EnableMeasurementEvents(instrument, metric);
    }

    // Meters of the runtime and the drivers belong to the process. All others belong to services, and there may be several sets of these, as in tests.
    private bool IsOurs(Meter meter) =>
        meter.Scope == factory || (meter.Scope is null && meter.Name is not (GraphQLDiagnostics.MeterName or HostMetrics.MeterName));

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? metric) => Record(value, tags, metric);

    private void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? metric) => ((Metric)metric!).Record(value, tags, scrape);

    private static MetricKind? KindOf(Instrument instrument)
    {
        var type = instrument.GetType();
        if (!type.IsGenericType) return null;
        if (Levels.Contains(instrument.Name)) return MetricKind.Gauge;
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Counter<>) || definition == typeof(ObservableCounter<>)) return MetricKind.Counter;
        return definition == typeof(Histogram<>) ? MetricKind.Histogram : MetricKind.Gauge;
    }

    private static IReadOnlyList<double>? AdviceOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
        Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToArray(),
        Histogram<int> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToArray(),
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Some metrics cannot be read.")]
    private static partial void LogUnobserved(ILogger logger, Exception failed);
}
