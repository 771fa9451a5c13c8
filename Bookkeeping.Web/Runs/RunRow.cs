namespace Bookkeeping.Web.Runs;

/// <summary>A run as tables of runs show it.</summary>
public sealed record RunRow : RunEdges
{
    public int RunNumber { get; init; }
    public TimeSpan? TimeSincePreviousRun { get; init; }
    public string? Definition { get; init; }
    public string? CalibrationStatus { get; init; }
    public string Quality { get; init; } = "";
    public int? EpnCount { get; init; }
    public bool? EpnEnabled { get; init; }
    public int? FlpCount { get; init; }
    public bool? DcsEnabled { get; init; }
    public string? LhcBeamMode { get; init; }
    public FillKey? Fill { get; init; }
    public LhcPeriodKey? LhcPeriod { get; init; }
    public EnvironmentKey? Environment { get; init; }
    public IReadOnlyList<RunDetectorRow> Detectors { get; init; } = [];
    public IReadOnlyList<TagKey> Tags { get; init; } = [];
    public IReadOnlyList<EndOfRunReasonRow> EndOfRunReasons { get; init; } = [];

    /// <summary>Whether fill and period tell anything of the run: with another beam mode than stable beams they do not.</summary>
    public bool ShowsFill => BeamMode.CanBeStable(LhcBeamMode);
}

public sealed record FillKey(int FillNumber);

public sealed record LhcPeriodKey(string Name);

public sealed record EnvironmentKey(string EnvironmentId);

public sealed record DetectorKey(string Name);

public sealed record TagKey(string Text);

public sealed record RunDetectorRow(string Quality, DetectorKey Detector);

/// <summary>Why a run ended.</summary>
public sealed record EndOfRunReasonRow(string Category, string? Title, string? Description, string? LastEditedBy = null)
{
    /// <summary>Category, title and description, empty parts left out.</summary>
    public string Text => string.Join(" - ", new[] { Category, Title, Description }.Where(p => !string.IsNullOrEmpty(p)));
}
