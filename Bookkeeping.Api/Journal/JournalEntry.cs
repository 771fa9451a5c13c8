using System.Text.Json;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Journal;

/// <summary>What one change did to one subject, and who made it. Never changed once written.</summary>
[DefaultOrder(nameof(Position), descending: true)]
internal sealed class JournalEntry
{
    /// <summary>The change's place in the order of all changes, from 1 without gaps. A change with a greater position was made later.</summary>
    public long Position { get; set; }

    /// <summary>When the change was made.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What kind of thing was changed.</summary>
    public JournalSubject Subject { get; set; }

    /// <summary>Which one: a run or fill number, an environment's id, a log entry's number, a tag's text.</summary>
    public string Key { get; set; } = "";

    /// <summary>The subject's version after the change; the first is 1.</summary>
    public int Version { get; set; }

    /// <summary>What happened to it.</summary>
    public ChangeKind Kind { get; set; }

    internal int? UserId { get; set; }

    /// <summary>The person who made the change; null when a system did.</summary>
    public User? User { get; set; }

    /// <summary>The system that made the change, as in <c>control-system</c>; null when a person did.</summary>
    public string? System { get; set; }

    /// <summary>Why, in the words of who made it; null when nothing was said.</summary>
    public string? Reason { get; set; }

    internal int? RunNumber { get; set; }

    internal int? FillNumber { get; set; }

    internal string? EnvironmentId { get; set; }

    internal string? TagText { get; set; }

    /// <summary>The position of the first entry of the same change: a change of several subjects is several entries, one behind the other.</summary>
    public long FirstPosition { get; set; }

    internal bool IsOnTimeline { get; set; }

    internal string ChangesJson { get; set; } = "[]";

    /// <summary>What changed, field by field. Empty for what was created: it came to be as its own fields tell, less what changed since.</summary>
    [Requires(nameof(ChangesJson))]
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<FieldChange> Changes => FieldChange.Read(ChangesJson);
}

/// <summary>What the journal keeps the changes of.</summary>
internal enum JournalSubject
{
    /// <summary>A run, with its detectors, tags and end-of-run reasons.</summary>
    Run,

    /// <summary>An LHC fill.</summary>
    Fill,

    /// <summary>An environment, with its status.</summary>
    Environment,

    /// <summary>A log entry, with what it is about.</summary>
    LogEntry,

    /// <summary>A tag.</summary>
    Tag,
}

/// <summary>What a change did.</summary>
internal enum ChangeKind
{
    /// <summary>The logbook got to know the subject.</summary>
    Created,

    /// <summary>Some of its fields got other values.</summary>
    Changed,

    /// <summary>It was removed.</summary>
    Removed,
}

/// <summary>A field of a subject before and after a change.</summary>
/// <param name="Field">The field, as in <c>quality</c>; for one of several detectors with its name, as in <c>detectors.TPC</c>.</param>
/// <param name="OldValue">Its value before, or the item taken away; null when there was none.</param>
/// <param name="NewValue">Its value afterwards, or the item added; null when there is none.</param>
internal sealed record FieldChange(string Field, JsonElement? OldValue, JsonElement? NewValue)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<FieldChange> Read(string json) => JsonSerializer.Deserialize<List<FieldChange>>(json, JsonSerializerOptions.Web) ?? [];

    /// <summary>The changes as they are stored.</summary>
    public static string Write(IEnumerable<FieldChange> changes) => JsonSerializer.Serialize(changes, JsonSerializerOptions.Web);
}
