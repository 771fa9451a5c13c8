namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>One combination of labels of a metric. Safe for concurrent use, without locks.</summary>
/// <param name="labels">The labels without braces.</param>
internal abstract class Series(string labels)
{
    private long seen;

    /// <summary>The labels without braces.</summary>
    public string Labels { get; } = labels;

    /// <summary>The last scrape that a value came in; observed values are only shown while they are observed.</summary>
    public long Seen => Volatile.Read(ref seen);

    /// <summary>Takes a value.</summary>
    public abstract void Record(double value);

    /// <summary>Takes a value during a scrape.</summary>
    public void RecordIn(long scrape, double value)
    {
        Volatile.Write(ref seen, scrape);
        Record(value);
    }

    /// <summary>Writes its lines.</summary>
    public abstract void WriteTo(MetricsText text, string name);

    /// <summary>Adds to a number that others add to at the same time.</summary>
    protected static void Add(ref double sum, double value)
    {
        var known = Volatile.Read(ref sum);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref sum, known + value, known);
            if (found.Equals(known)) return;
            known = found;
        }
    }
}

/// <summary>The sum of the values: a counter, or a gauge that is told its changes.</summary>
internal sealed class SumSeries(string labels) : Series(labels)
{
    private double sum;

    /// <inheritdoc/>
    public override void Record(double value) => Add(ref sum, value);

    /// <inheritdoc/>
    public override void WriteTo(MetricsText text, string name) => text.WriteSample(name, Labels, Volatile.Read(ref sum));
}

/// <summary>The last value: a gauge, or a counter that is told its total.</summary>
internal sealed class LastSeries(string labels) : Series(labels)
{
    private double last;

    /// <inheritdoc/>
    public override void Record(double value) => Volatile.Write(ref last, value);

    /// <inheritdoc/>
    public override void WriteTo(MetricsText text, string name) => text.WriteSample(name, Labels, Volatile.Read(ref last));
}

/// <summary>How many values there were of which size.</summary>
/// <param name="labels">The labels without braces.</param>
/// <param name="bounds">The upper bounds of the buckets, ascending; one more bucket takes the rest.</param>
internal sealed class HistogramSeries(string labels, HistogramBounds bounds) : Series(labels)
{
    private readonly long[] counts = new long[bounds.Values.Length + 1];
    private double sum;

    /// <inheritdoc/>
    public override void Record(double value)
    {
        // What is no number belongs into no bucket and would make the sum one that is none.
        if (double.IsNaN(value)) return;
        var index = Array.BinarySearch(bounds.Values, value);
        Interlocked.Increment(ref counts[index < 0 ? ~index : index]);
        Add(ref sum, value);
    }

    /// <inheritdoc/>
    public override void WriteTo(MetricsText text, string name)
    {
        // The total is that of the buckets as they were read, so that they agree whatever is recorded meanwhile.
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += Volatile.Read(ref counts[i]);
            text.WriteBucket(name, Labels, bounds.Texts[i], total);
        }

        text.WriteSample(name + "_sum", Labels, Volatile.Read(ref sum));
        text.WriteSample(name + "_count", Labels, total);
    }
}
