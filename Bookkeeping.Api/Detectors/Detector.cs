using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Detectors;

/// <summary>A detector of the experiment, or what takes a detector's place in runs and quality flags.</summary>
internal sealed class Detector
{
    /// <summary>The detector's name, as in <c>TPC</c>; at most 64 characters.</summary>
    public required string Name { get; set; }

    /// <summary>What the detector may be used for.</summary>
    public DetectorType Type { get; set; }

    /// <summary>The runs the detector took part in, each with the quality of its data.</summary>
    [UsePaging]
    public List<RunDetector> RunDetectors { get; set; } = [];

    /// <summary>The processes of the data processing layer that handled the detector's data.</summary>
    [UsePaging]
    public List<DplProcessExecution> DplProcessExecutions { get; set; } = [];

    /// <summary>Makes a detector one that may take part in runs, when it is not one yet.</summary>
    internal void TakePartInRuns()
    {
        if (!Type.TakesData()) Type = DetectorType.Physical;
    }
}

/// <summary>What a detector may be used for.</summary>
internal enum DetectorType
{
    /// <summary>Hardware that takes data, and may carry quality flags.</summary>
    Physical,

    /// <summary>Takes part in runs without hardware.</summary>
    Virtual,

    /// <summary>Known to quality control only.</summary>
    Qc,

    /// <summary>A global property of analysis objects.</summary>
    AotGlo,

    /// <summary>A property of the events of analysis objects.</summary>
    AotEvent,

    /// <summary>A global property of muons.</summary>
    MuonGlo,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What follows from a detector's type.</summary>
internal static class DetectorTypes
{
    /// <summary>Whether such a detector may take part in runs.</summary>
    public static bool TakesData(this DetectorType type) => type is DetectorType.Physical or DetectorType.Virtual;

    /// <summary>Whether such a detector may carry quality flags.</summary>
    public static bool CarriesQualityFlags(this DetectorType type) =>
        type is DetectorType.Physical or DetectorType.Qc or DetectorType.AotEvent or DetectorType.AotGlo or DetectorType.MuonGlo;
}
