using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Environments;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Timeline;

/// <summary>Something that happened.</summary>
[InterfaceType]
internal abstract class TimelineItem
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What happened.</summary>
    public required TimelineKind Kind { get; init; }
}

/// <summary>The beams of a fill became stable, or ceased to be.</summary>
internal sealed class FillMoment : TimelineItem
{
    /// <summary>The fill's number.</summary>
    public required int FillNumber { get; init; }

    /// <summary>The fill.</summary>
    [FindBy(nameof(FillNumber))]
    public Fill? Fill { get; }
}

/// <summary>An environment came into a status.</summary>
internal sealed class EnvironmentMoment : TimelineItem
{
    /// <summary>The environment's id.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>The environment.</summary>
    [FindBy(nameof(EnvironmentId))]
    public Environment? Environment { get; }

    /// <summary>The status.</summary>
    public required EnvironmentStatus Status { get; init; }

    /// <summary>What the control system said; null when nothing.</summary>
    public required string? Message { get; init; }
}

/// <summary>A run started or ended.</summary>
internal sealed class RunMoment : TimelineItem
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The run.</summary>
    [FindBy(nameof(RunNumber))]
    public Run? Run { get; }
}

/// <summary>Somebody said why a run ended.</summary>
internal sealed class EndOfRunReasonMoment : TimelineItem
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The run.</summary>
    [FindBy(nameof(RunNumber))]
    public Run? Run { get; }

    /// <summary>The reason: category, title and description joined, empty parts left out.</summary>
    public required string Reason { get; init; }
}

/// <summary>The quality of a run or of its detectors was changed, or the beam mode.</summary>
internal sealed class RunChangeMoment : TimelineItem
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The run, as it is now.</summary>
    [FindBy(nameof(RunNumber))]
    public Run? Run { get; }

    /// <summary>The change: who made it, why, and which fields, others included that it changed as well.</summary>
    public required JournalEntry Entry { get; init; }
}

/// <summary>A log entry was written.</summary>
internal sealed class LogEntryMoment : TimelineItem
{
    /// <summary>The entry's number.</summary>
    public required int Number { get; init; }

    /// <summary>The entry.</summary>
    [FindBy(nameof(Number))]
    public LogEntry? LogEntry { get; }
}

/// <summary>What can happen. In this order things are listed that happened in the same millisecond.</summary>
internal enum TimelineKind
{
    /// <summary>Stable beams were declared.</summary>
    StableBeamsStart,

    /// <summary>An environment came into a status.</summary>
    EnvironmentStatus,

    /// <summary>A run started.</summary>
    RunStart,

    /// <summary>The beam mode of a run was changed.</summary>
    BeamMode,

    /// <summary>A run ended.</summary>
    RunEnd,

    /// <summary>Stable beams ended.</summary>
    StableBeamsEnd,

    /// <summary>Somebody said why a run ended.</summary>
    EndOfRunReason,

    /// <summary>The quality of a run was changed.</summary>
    RunQuality,

    /// <summary>The quality of detectors in a run was changed.</summary>
    DetectorQuality,

    /// <summary>A log entry was written.</summary>
    LogEntry,
}
