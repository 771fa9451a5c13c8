using System.Text.Json;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Environments;

/// <summary>The object of the control system that hosts runs: a set of detectors and nodes, deployed and configured.</summary>
[DefaultOrder(nameof(UpdatedAt), descending: true)]
internal sealed class Environment
{
    /// <summary>The short id chosen by the control system, as in <c>2bHRdoWP7v9</c>.</summary>
    public string EnvironmentId { get; set; } = "";

    /// <summary>When the environment was created; null when not known.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the environment changed last; null when not known.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The status of the last change; null when no change is known.</summary>
    public EnvironmentStatus? CurrentStatus { get; internal set; }

    /// <summary>What the control system said at the last change; null when nothing.</summary>
    public string? CurrentStatusMessage { get; internal set; }

    /// <summary>The statuses known so far, each by its letter, in their order: P pending, S standby, D deployed, C configured, R running, E error,
    /// X destroyed or done. MIXED has no letter. Empty when no change is known.</summary>
    public string StatusSequence { get; internal set; } = "";

    /// <summary>Whether the environment was ever in ERROR, whatever it is now.</summary>
    public bool EverInError { get; internal set; }

    /// <summary>The configuration as the control system sent it: an object of texts, some of which hold JSON themselves; null when not known.</summary>
    public JsonElement? Configuration { get; set; }

    /// <summary>The changes of status.</summary>
    [UsePaging]
    public List<EnvironmentStatusChange> StatusChanges { get; set; } = [];

    /// <summary>What the control system said, as it came.</summary>
    internal List<EnvironmentReport> Reports { get; set; } = [];

    /// <summary>The runs the environment hosted.</summary>
    [UsePaging]
    public List<Run> Runs { get; set; } = [];

    /// <summary>The log entries about the environment.</summary>
    [UsePaging]
    public List<LogEntry> LogEntries { get; set; } = [];

    /// <summary>Counts the changes of the environment: 1 when the logbook got to know it, one more with each. Give it back with a change, and nobody else's is overwritten.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Who changed what of the environment, when and why; the last change first.</summary>
    [UsePaging(ConnectionName = "History"), RelatedBy(nameof(EnvironmentId), nameof(JournalEntry.EnvironmentId))]
    public List<JournalEntry> History { get; set; } = [];

    /// <summary>Brings the stored values that follow from the history up to date. All changes must be loaded.</summary>
    internal void Derive()
    {
        var history = StatusChanges.Order(EnvironmentStatusChange.TimeOrder).ToList();
        CurrentStatus = history.LastOrDefault()?.Status;
        CurrentStatusMessage = history.LastOrDefault()?.Message;
        StatusSequence = Environments.StatusSequence.Of(history.Select(change => change.Status));
        EverInError = history.Any(change => change.Status == EnvironmentStatus.Error);
    }
}
