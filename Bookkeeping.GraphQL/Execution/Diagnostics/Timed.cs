using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>A part of a request under way: a span, and its duration in a histogram. Does nothing where nobody listens, as its default does.</summary>
internal readonly struct Timed : IDisposable
{
    private readonly Histogram<double>? histogram;
    private readonly TimeProvider? time;
    private readonly long started;
    private readonly string? tag;
    private readonly string? value;
    private readonly Activity? span;

    /// <summary>Begins.</summary>
    /// <param name="histogram">Takes the duration, seconds.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tag">The attribute that names the part.</param>
    /// <param name="value">Its value, also the name of the span.</param>
    /// <param name="more">A further attribute, of the span alone; default for none.</param>
    public Timed(Histogram<double> histogram, TimeProvider time, string tag, string value, (string Name, object? Value) more = default)
    {
        span = ServerInstruments.Source.StartActivity(value);
        span?.SetTag(tag, value);
        if (more.Name is not null) span?.SetTag(more.Name, more.Value);
        if (!histogram.Enabled) return;
        this.histogram = histogram;
        this.time = time;
        this.tag = tag;
        this.value = value;
        started = time.GetTimestamp();
    }

    /// <summary>Ends.</summary>
    public void Dispose()
    {
        histogram?.Record(time!.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>(tag!, value));
        span?.Dispose();
    }
}
