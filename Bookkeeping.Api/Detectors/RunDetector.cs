using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Detectors;

/// <summary>A detector's part in a run.</summary>
internal sealed class RunDetector
{
    internal int RunNumber { get; set; }

    /// <summary>The run.</summary>
    public Run Run { get; set; } = null!;

    internal string DetectorName { get; set; } = null!;

    /// <summary>The detector.</summary>
    public Detector Detector { get; set; } = null!;

    /// <summary>The quality of the detector's data in this run; good until somebody says otherwise.</summary>
    public DetectorQuality Quality { get; set; } = DetectorQuality.Good;
}

/// <summary>The quality of one detector's data in a run.</summary>
internal enum DetectorQuality
{
    /// <summary>Can be used.</summary>
    Good,

    /// <summary>Must not be used.</summary>
    Bad,
}
