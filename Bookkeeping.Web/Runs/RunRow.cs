namespace Bookkeeping.Web.Runs;

/// <summary>A run as tables of runs show it.</summary>
public sealed record RunRow(
    int RunNumber,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndedAt,
    DateTimeOffset? TimeTrgStart,
    DateTimeOffset? TimeTrgEnd,
    string? Trigger,
    string Status,
    TimeSpan? Duration,
    string? Definition,
    string? CalibrationStatus,
    string Quality,
    int? EpnCount,
    bool? EpnEnabled,
    int? FlpCount,
    bool? DcsEnabled,
    string? LhcBeamMode,
    FillKey? Fill,
    LhcPeriodKey? LhcPeriod,
    EnvironmentKey? Environment,
    IReadOnlyList<RunDetectorRow> Detectors,
    IReadOnlyList<TagKey> Tags,
    IReadOnlyList<EndOfRunReasonRow> EndOfRunReasons)
{
    /// <summary>Whether the start shown is the O2 start for want of a trigger start.</summary>
    public bool StartIsFallback => Trigger != "OFF" && TimeTrgStart is null && StartTime is not null;

    /// <summary>Whether the stop shown is the O2 stop for want of a trigger stop.</summary>
    public bool StopIsFallback => Trigger != "OFF" && TimeTrgEnd is null && EndedAt is not null;
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
