using System.Globalization;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>The upper bounds of a histogram's buckets.</summary>
/// <param name="values">The bounds, ascending.</param>
internal sealed class HistogramBounds(double[] values)
{
    private static readonly HistogramBounds Seconds = new([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]);
    private static readonly HistogramBounds General = new([0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000]);

    /// <summary>The bounds.</summary>
    public double[] Values { get; } = values;

    /// <summary>The bounds as labels, that of the last bucket too.</summary>
    public string[] Texts { get; } = [.. values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)), "+Inf"];

    /// <summary>Those that the instrument advises, else the usual ones of its unit.</summary>
    public static HistogramBounds Of(IReadOnlyList<double>? advised, string? unit)
    {
        if (advised is { Count: > 0 }) return new HistogramBounds([.. advised.Distinct().Order()]);
        return unit == "s" ? Seconds : General;
    }
}
