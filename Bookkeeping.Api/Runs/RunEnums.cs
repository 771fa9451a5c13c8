namespace Bookkeeping.Api.Runs;

/// <summary>What a run was, by what took part in it and when. Always derived, never chosen.</summary>
internal enum RunDefinition
{
    /// <summary>Collisions recorded during stable beams with the full chain.</summary>
    Physics,

    /// <summary>Cosmic rays recorded with the full chain, without beam.</summary>
    Cosmics,

    /// <summary>A test of the machinery.</summary>
    Technical,

    /// <summary>Replayed or generated data, without detectors and trigger.</summary>
    Synthetic,

    /// <summary>Calibration of a detector: pedestal, laser, pulser, noise and other scans.</summary>
    Calibration,

    /// <summary>Everything else.</summary>
    Commissioning,
}

/// <summary>Whether a run is under way.</summary>
internal enum RunStatus
{
    /// <summary>Started at most 48 hours ago and has no end.</summary>
    Running,

    /// <summary>Has an end.</summary>
    Ended,

    /// <summary>Lost: has no end though it started more than 48 hours ago, or has neither start nor end.</summary>
    Unknown,
}

/// <summary>The judgement of a run as a whole.</summary>
internal enum RunQuality
{
    /// <summary>Good for physics or for what the run was made for.</summary>
    Good,

    /// <summary>Not to be used.</summary>
    Bad,

    /// <summary>Taken as a test.</summary>
    Test,

    /// <summary>Not judged yet.</summary>
    None,
}

/// <summary>The outcome of a calibration run.</summary>
internal enum CalibrationStatus
{
    /// <summary>The calibration succeeded.</summary>
    Success,

    /// <summary>The calibration failed.</summary>
    Failed,

    /// <summary>Not judged yet.</summary>
    NoStatus,
}

/// <summary>Where the trigger came from.</summary>
internal enum TriggerValue
{
    /// <summary>No trigger.</summary>
    Off,

    /// <summary>The local trigger units of the detectors.</summary>
    Ltu,

    /// <summary>The central trigger processor.</summary>
    Ctp,
}

/// <summary>The direction of a magnet's field.</summary>
internal enum MagnetPolarity
{
    /// <summary>Positive.</summary>
    Positive,

    /// <summary>Negative.</summary>
    Negative,
}
