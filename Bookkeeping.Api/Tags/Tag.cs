using System.Linq.Expressions;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Tags;

/// <summary>A label of runs and log entries; some send what bears them to people.</summary>
internal sealed class Tag
{
    /// <summary>The tag itself, 2 to 20 characters.</summary>
    public string Text { get; set; } = "";

    /// <summary>What the tag is for, at most 100 characters; null when nobody wrote it down.</summary>
    public string? Description { get; set; }

    /// <summary>Mail addresses told of new log entries with this tag, separated by commas; null when none.</summary>
    public string? Email { get; set; }

    /// <summary>Chat channels told of new log entries with this tag, separated by commas; null when none.</summary>
    public string? Mattermost { get; set; }

    /// <summary>The colour to show it in, as in <c>#4caf50</c>; null for the usual one.</summary>
    public string? Color { get; set; }

    /// <summary>Name of the person who changed the tag last; null when not known.</summary>
    public string? LastEditedBy { get; set; }

    /// <summary>When the tag was archived; null while it can be used.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>Whether the tag can no longer be given.</summary>
    [Derived(nameof(IsArchivedExpression))]
    public bool IsArchived { get; internal set; }

    /// <summary>When the tag was created.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the tag was changed last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The runs with this tag.</summary>
    [UsePaging]
    public List<Run> Runs { get; set; } = [];

    /// <summary>The log entries with this tag.</summary>
    [UsePaging]
    public List<LogEntry> LogEntries { get; set; } = [];

    /// <summary>Counts the changes of the tag: 1 when the logbook got to know it, one more with each. Give it back with a change, and nobody else's is overwritten.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Who changed what of the tag, when and why; the last change first.</summary>
    [UsePaging(ConnectionName = "History"), RelatedBy(nameof(Text), nameof(JournalEntry.TagText))]
    public List<JournalEntry> History { get; set; } = [];

    internal static Expression<Func<Tag, bool>> IsArchivedExpression { get; } = tag => tag.ArchivedAt != null;
}
