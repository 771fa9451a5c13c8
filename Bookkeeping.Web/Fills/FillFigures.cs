using Bookkeeping.Web.Runs;

namespace Bookkeeping.Web.Fills;

/// <summary>How the stable beams of a fill were used, over some of its runs.</summary>
public sealed record FillFigures
{
    public double? Efficiency { get; init; }
    public TimeSpan? RunsCoverage { get; init; }
    public TimeSpan? TimeLossAtStart { get; init; }
    public double? EfficiencyLossAtStart { get; init; }
    public TimeSpan? TimeLossAtEnd { get; init; }
    public double? EfficiencyLossAtEnd { get; init; }
    public TimeSpan? MeanRunDuration { get; init; }
    public long? TotalCtfFileSizeBytes { get; init; }
    public long? TotalTfFileSizeBytes { get; init; }
    public bool IsRecorded { get; init; }
    public int? RunCount { get; init; }
    public int? GoodRunCount { get; init; }
    public int? BadRunCount { get; init; }
    public int? TestRunCount { get; init; }
    public int? NoneRunCount { get; init; }
    public int? RunsOver2Minutes { get; init; }
    public int? RunsUnder2Minutes { get; init; }
    public TimeSpan? TimeBetweenRuns { get; init; }
    public bool TimeBetweenRunsIncomplete { get; init; }
    public IReadOnlyList<DetectorShare> Detectors { get; init; } = [];

    /// <summary>The runs counted by quality.</summary>
    public IEnumerable<(string Quality, int? Count)> CountByQuality => [("good", GoodRunCount), ("bad", BadRunCount), ("test", TestRunCount), ("none", NoneRunCount)];
}

/// <summary>One detector's part in it.</summary>
public sealed record DetectorShare(int RunCount, double? Efficiency, DetectorKey Detector);
