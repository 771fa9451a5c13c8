namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>How metrics are served. Bound from the configuration section <c>Metrics</c>.</summary>
public sealed class MetricsOptions
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public const string SectionName = "Metrics";

    /// <summary>Whether <c>/metrics</c> is served; while it is not, nothing is measured for it. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Most combinations of labels that one metric keeps; what comes beyond them is added up under the label <c>otel_metric_overflow</c>. Default: 1,000.</summary>
    public int MaxSeriesPerMetric { get; set; } = 1_000;
}
