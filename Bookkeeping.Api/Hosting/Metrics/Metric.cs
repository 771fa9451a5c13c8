using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>A metric with its series: the values of one instrument, or of several of the same name.</summary>
internal sealed class Metric
{
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> byTags = new(new TagComparer());
    private readonly ConcurrentDictionary<string, Series> byLabels = new(StringComparer.Ordinal);
    private readonly string? help;
    private readonly bool isObserved;
    private readonly int maxSeries;
    private readonly Func<string, Series> make;
    private Series? overflow;

    /// <summary>Makes the metric of an instrument.</summary>
    public Metric(Instrument instrument, string name, MetricKind kind, HistogramBounds? bounds, int maxSeries)
    {
        Name = name;
        Kind = kind;
        help = instrument.Description;
        isObserved = instrument.IsObservable;
        this.maxSeries = maxSeries;
        var isTotal = !isObserved && instrument.GetType().GetGenericTypeDefinition() != typeof(Gauge<>);
        make = kind == MetricKind.Histogram ? labels => new HistogramSeries(labels, bounds!)
            : isTotal ? labels => new SumSeries(labels)
            : labels => new LastSeries(labels);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The kind.</summary>
    public MetricKind Kind { get; }

    /// <summary>Takes a measurement. Allocates only for tags that come the first time.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, long scrape)
    {
        var series = byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>().TryGetValue(tags, out var known) ? known : Add(tags);
        if (isObserved) series.RecordIn(scrape, value);
        else series.Record(value);
    }

    /// <summary>Writes its series, those of observed values only when they were observed in this scrape.</summary>
    public void WriteTo(MetricsText text, long scrape)
    {
        var isFirst = true;
        foreach (var (_, series) in byLabels)
        {
            if (isObserved && series.Seen != scrape) continue;
            if (isFirst) text.WriteHead(Name, help, Kind);
            isFirst = false;
            series.WriteTo(text, Name);
        }
    }

    // The same labels may come as tags in another order. What is beyond the limit is not kept, so that it costs no memory.
    private Series Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels.Of(tags);
        if (!byLabels.TryGetValue(labels, out var series))
        {
            if (byLabels.Count >= maxSeries) return overflow ??= byLabels.GetOrAdd(Labels.Overflow, make);
            series = byLabels.GetOrAdd(labels, make);
        }

        if (byTags.Count < 2 * maxSeries) byTags.TryAdd(tags.ToArray(), series);
        return series;
    }
}
