namespace Bookkeeping.Web.Graph;

/// <summary>How the stable beams of a fill were used, over some of its runs: as kept for the fill, or computed over other runs.</summary>
public interface IFillFigures
{
    double? Efficiency { get; }
    TimeSpan? RunsCoverage { get; }
    TimeSpan? TimeLossAtStart { get; }
    double? EfficiencyLossAtStart { get; }
    TimeSpan? TimeLossAtEnd { get; }
    double? EfficiencyLossAtEnd { get; }
    TimeSpan? MeanRunDuration { get; }
    long? TotalCtfFileSizeBytes { get; }
    long? TotalTfFileSizeBytes { get; }
    int? RunCount { get; }
    int? GoodRunCount { get; }
    int? BadRunCount { get; }
    int? TestRunCount { get; }
    int? NoneRunCount { get; }
    int? RunsOver2Minutes { get; }
    int? RunsUnder2Minutes { get; }
    TimeSpan? TimeBetweenRuns { get; }
    bool TimeBetweenRunsIncomplete { get; }

    /// <summary>Each detector's part in it.</summary>
    IReadOnlyList<IDetectorShare> Shares { get; }
}

/// <summary>The figures kept for the fill, over its PHYSICS runs.</summary>
public sealed partial record FillPage_Fill_Statistics : IFillFigures
{
    /// <inheritdoc/>
    public IReadOnlyList<IDetectorShare> Shares => Detectors;
}

/// <summary>The figures computed over all runs.</summary>
public sealed partial record FillPage_Fill_StatisticsOver : IFillFigures
{
    /// <inheritdoc/>
    public IReadOnlyList<IDetectorShare> Shares => Detectors;
}
