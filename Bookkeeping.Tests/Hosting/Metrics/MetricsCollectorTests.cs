using System.Buffers;
using System.Diagnostics.Metrics;
using Bookkeeping.Api.Hosting.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Hosting.Metrics;

/// <summary>What instruments measured, as Prometheus reads it.</summary>
public sealed class MetricsCollectorTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricsCollector collector;
    private readonly Meter meter;

    public MetricsCollectorTests()
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        collector = new MetricsCollector(factory, Options.Create(new MetricsOptions { MaxSeriesPerMetric = 3 }), NullLogger<MetricsCollector>.Instance);
        meter = factory.Create(HostMetrics.MeterName);
    }

    public void Dispose()
    {
        collector.Dispose();
        services.Dispose();
    }

    [Fact]
    public void Counters_add_up_by_their_labels()
    {
        var counter = meter.CreateCounter<long>("test.eggs", "{egg}", "Eggs\nlaid \\ found.");
        counter.Add(1, new KeyValuePair<string, object?>("hen.name", "a\"b\\c\nd"));
        counter.Add(2, new KeyValuePair<string, object?>("hen.name", "a\"b\\c\nd"));
        counter.Add(4, new("x", true), new("hen.name", 5));
        counter.Add(8, new("hen.name", 5), new("x", true));
        var family = Scrape()["test_eggs_total"];
        Assert.Equal("counter", family.Type);
        Assert.Equal(@"Eggs\nlaid \\ found.", family.Help);
        Assert.Equal([("hen_name=5,x=true", 12.0), ("hen_name=a\"b\\c\nd", 3.0)], family.Samples.Select(s => (s.LabelsWithout(""), s.Value)).Order());
    }

    [Fact]
    public void Gauges_go_up_and_down_or_tell_their_last_value()
    {
        var changes = meter.CreateUpDownCounter<int>("test.open");
        changes.Add(5);
        changes.Add(-2);
        var gauge = meter.CreateGauge<double>("test.level", "By");
        gauge.Record(7);
        gauge.Record(1.5);
        meter.CreateGauge<double>("test.share", "1").Record(0.5);
        var families = Scrape();
        Assert.Equal((3, 1.5, 0.5), (Single(families, "test_open"), Single(families, "test_level_bytes"), Single(families, "test_share_ratio")));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.1)]
    [InlineData(1e300)]
    public void Every_number_can_be_told(double value)
    {
        meter.CreateGauge<double>("test.any").Record(value);
        Assert.Equal(value, Single(Scrape(), "test_any"));
    }

    [Fact]
    public void Histograms_count_values_up_to_and_including_each_bound()
    {
        var histogram = meter.CreateHistogram("test.weight", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2.5] });
        foreach (var value in new[] { 0.5, 1, 2, 2.5, 3, double.NaN }) histogram.Record(value);
        var samples = Scrape()["test_weight_seconds"].Samples;
        Assert.Equal([("1", 2.0), ("2.5", 4.0), ("+Inf", 5.0)], samples.Where(s => s.Name.EndsWith("_bucket")).Select(s => (s.Label("le")!, s.Value)));
        Assert.Equal(9, samples.Single(s => s.Name.EndsWith("_sum")).Value);
    }

    [Fact]
    public void Observed_values_are_told_as_they_are_and_only_while_they_are_there()
    {
        var values = new List<Measurement<long>> { new(5, new KeyValuePair<string, object?>("k", "a")), new(6, new KeyValuePair<string, object?>("k", "b")) };
        meter.CreateObservableCounter("test.seen", () => values);
        Assert.Equal([5.0, 6.0], Scrape()["test_seen_total"].Samples.Select(s => s.Value).Order());
        values.RemoveAt(0);
        Assert.Equal([6.0], Scrape()["test_seen_total"].Samples.Select(s => s.Value));
        values.Clear();
        Assert.False(Scrape().ContainsKey("test_seen_total"));
    }

    [Fact]
    public void One_instrument_that_fails_does_not_hide_the_others()
    {
        meter.CreateObservableGauge("test.broken", new Func<int>(() => throw new InvalidOperationException("No.")));
        meter.CreateObservableGauge("test.whole", () => 1);
        Assert.Equal(1, Single(Scrape(), "test_whole"));
    }

    [Fact]
    public void Labels_beyond_the_limit_are_added_up_in_one_series()
    {
        var counter = meter.CreateCounter<long>("test.visitors");
        for (var i = 0; i < 50; i++) counter.Add(1, new KeyValuePair<string, object?>("name", $"n{i}"));
        counter.Add(1, new KeyValuePair<string, object?>("name", "n1"));
        var samples = Scrape()["test_visitors_total"].Samples;
        Assert.Equal(4, samples.Count);
        Assert.Equal(47, samples.Single(s => s.Label("otel_metric_overflow") == "true").Value);
        Assert.Equal(51, samples.Sum(s => s.Value));
    }

    [Fact]
    public void Instruments_of_one_name_are_one_metric_and_another_kind_of_the_name_is_left_out()
    {
        meter.CreateCounter<long>("test.twice").Add(1);
        meter.CreateCounter<long>("test.twice", "{x}").Add(2);
        meter.CreateGauge<long>("test.twice.total").Record(9);
        Assert.Equal(3, Single(Scrape(), "test_twice_total"));
    }

    [Fact]
    public void Meters_of_others_are_not_heard()
    {
        using var other = new ServiceCollection().AddMetrics().BuildServiceProvider();
        other.GetRequiredService<IMeterFactory>().Create(HostMetrics.MeterName).CreateCounter<long>("test.foreign").Add(1);
        services.GetRequiredService<IMeterFactory>().Create("Unknown").CreateCounter<long>("test.unknown").Add(1);
        Assert.DoesNotContain(Scrape().Keys, name => name is "test_foreign_total" or "test_unknown_total");
    }

    [Fact]
    public void A_known_series_takes_a_measurement_without_allocating()
    {
        var counter = meter.CreateCounter<long>("test.hot");
        var histogram = meter.CreateHistogram<double>("test.hot.time", "s");
        Measure();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Measure();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Measure()
        {
            counter.Add(1, new("a", "x"), new("b", "y"));
            histogram.Record(0.5, new KeyValuePair<string, object?>("a", "x"));
        }
    }

    [Fact]
    public async Task What_is_measured_during_scrapes_is_neither_lost_nor_torn()
    {
        var histogram = meter.CreateHistogram<double>("test.load", "s");
        var writers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++) histogram.Record(i % 7 * 0.01, new KeyValuePair<string, object?>("k", i % 3));
        })).ToArray();
        while (!writers.All(w => w.IsCompleted)) Scrape();
        await Task.WhenAll(writers);
        Assert.Equal(40_000, Scrape()["test_load_seconds"].Samples.Where(s => s.Name.EndsWith("_count")).Sum(s => s.Value));
    }

    [Theory]
    [InlineData("http.server.request.duration", "s", MetricKind.Histogram, "http_server_request_duration_seconds")]
    [InlineData("dotnet.gc.heap.total_allocated", "By", MetricKind.Counter, "dotnet_gc_heap_total_allocated_bytes_total")]
    [InlineData("kestrel.active_connections", "{connection}", MetricKind.Gauge, "kestrel_active_connections")]
    [InlineData("wait.seconds", "s", MetricKind.Gauge, "wait_seconds")]
    [InlineData("sent.total", null, MetricKind.Counter, "sent_total")]
    [InlineData("9 lives-ü", "1", MetricKind.Counter, "_9_lives___total")]
    [InlineData("cpu", "%", MetricKind.Gauge, "cpu_percent")]
    public void Names_become_those_of_Prometheus(string instrument, string? unit, object kind, string name) =>
        Assert.Equal(name, MetricName.Of(instrument, unit, (MetricKind)kind));

    private static double Single(IReadOnlyDictionary<string, PrometheusText.Family> families, string name) => Assert.Single(families[name].Samples).Value;

    private IReadOnlyDictionary<string, PrometheusText.Family> Scrape()
    {
        var output = new ArrayBufferWriter<byte>();
        collector.Write(output);
        return PrometheusText.Parse(output.WrittenSpan);
    }
}
