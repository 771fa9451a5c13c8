using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Fills;

/// <summary>How well the experiment used the stable beams of a fill: from its good runs, cut to the stable beams.</summary>
internal abstract class FillFigures
{
    /// <summary>Part of the stable beams that good runs covered, 0 to 1; null while stable beams last.</summary>
    public double? Efficiency { get; set; }

    /// <summary>How long good runs covered the stable beams; time covered twice counts once.</summary>
    public TimeSpan? RunsCoverage { get; set; }

    /// <summary>From the start of stable beams to the first good run; null without good run.</summary>
    public TimeSpan? TimeLossAtStart { get; set; }

    /// <summary>From the end of the last good run to the end of stable beams; null without good run, or while stable beams last.</summary>
    public TimeSpan? TimeLossAtEnd { get; set; }

    /// <summary>Part of the stable beams lost before the first good run, 0 to 1; null while stable beams last.</summary>
    public double? EfficiencyLossAtStart { get; set; }

    /// <summary>Part of the stable beams lost after the last good run, 0 to 1; null while stable beams last.</summary>
    public double? EfficiencyLossAtEnd { get; set; }

    /// <summary>Mean length of the good runs within stable beams; null without good run.</summary>
    public TimeSpan? MeanRunDuration { get; set; }

    /// <summary>Size of the compressed time frames of the good runs, bytes; null when it is known of none.</summary>
    public long? TotalCtfFileSizeBytes { get; set; }

    /// <summary>Size of the time frames of the good runs, bytes; null when it is known of none.</summary>
    public long? TotalTfFileSizeBytes { get; set; }

    /// <summary>How many runs there are, of any quality; null when a record does not tell.</summary>
    public int? RunCount { get; set; }

    /// <summary>How many of them are good; null when a record does not tell.</summary>
    public int? GoodRunCount { get; set; }

    /// <summary>How many of them are bad; null when a record does not tell.</summary>
    public int? BadRunCount { get; set; }

    /// <summary>How many of them are tests; null when a record does not tell.</summary>
    public int? TestRunCount { get; set; }

    /// <summary>How many of them are not judged yet; null when a record does not tell.</summary>
    public int? NoneRunCount { get; set; }

    /// <summary>How many of them lasted more than two minutes; those without a known end count here. Null when a record does not tell.</summary>
    public int? RunsOver2Minutes { get; set; }

    /// <summary>How many of them lasted two minutes or less; those without a known start count here. Null when a record does not tell.</summary>
    public int? RunsUnder2Minutes { get; set; }

    /// <summary>Sum of the gaps between one run and the next by number; null when a record does not tell.</summary>
    public TimeSpan? TimeBetweenRuns { get; set; }

    /// <summary>Whether a gap is left out of the sum, because an end is missing or a run lasted 48 hours or more.</summary>
    public bool TimeBetweenRunsIncomplete { get; set; }

    /// <summary>The same for each detector that took part.</summary>
    [ListSize(AssumedSize = 15)]
    public List<FillDetectorStatistics> Detectors { get; set; } = [];
}

/// <summary>How well the experiment used the stable beams of a fill: from its PHYSICS runs. Kept with the fill, so that fills can be filtered and sorted by it.</summary>
internal sealed class FillStatistics : FillFigures
{
    internal int FillNumber { get; set; }

    /// <summary>The fill.</summary>
    public Fill Fill { get; set; } = null!;

    /// <summary>Whether the figures are those of a record of the time, because the logbook does not have all runs of the fill.</summary>
    public bool IsRecorded { get; set; }
}

/// <summary>How well the experiment used the stable beams of a fill, computed when it is asked for, from the runs that the logbook has.</summary>
internal sealed class ComputedFillStatistics : FillFigures;

/// <summary>One detector's share in the use of a fill's stable beams.</summary>
internal sealed class FillDetectorStatistics
{
    internal int FillNumber { get; set; }

    internal FillStatistics FillStatistics { get; set; } = null!;

    internal string DetectorName { get; set; } = null!;

    /// <summary>The detector.</summary>
    public Detectors.Detector Detector { get; set; } = null!;

    /// <summary>How many of the runs the detector took part in, of any quality.</summary>
    public int RunCount { get; set; }

    /// <summary>Part of the stable beams that good runs with the detector covered, 0 to 1; null while stable beams last.</summary>
    public double? Efficiency { get; set; }
}
