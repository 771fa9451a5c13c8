using System.Linq.Expressions;
using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Logs;

/// <summary>A text by people or systems about what happened. Never changed once written.</summary>
[DefaultOrder(nameof(Number), descending: true)]
internal sealed class LogEntry
{
    /// <summary>The entry's number.</summary>
    public int Number { get; set; }

    /// <summary>What it is about, at most 255 characters.</summary>
    public string Title { get; set; } = "";

    /// <summary>The text, Markdown, at most 64 KiB; empty when only the title is known.</summary>
    public string Text { get; set; } = "";

    /// <summary>What kind of entry it is.</summary>
    public LogSubtype Subtype { get; set; }

    /// <summary>Whether a person or a system wrote it.</summary>
    public LogOrigin Origin { get; set; }

    /// <summary>Until when an announcement stands; null when it is none.</summary>
    public DateTimeOffset? AnnouncementValidUntil { get; set; }

    internal int AuthorId { get; set; } = User.AnonymousId;

    /// <summary>Who wrote it; Anonymous when a system did.</summary>
    public User Author { get; set; } = null!;

    internal int? ParentNumber { get; set; }

    /// <summary>The entry it replies to; null when it opens a thread.</summary>
    public LogEntry? Parent { get; set; }

    internal int RootNumber { get; set; }

    /// <summary>The entry that opened the thread; itself when it did.</summary>
    public LogEntry Root { get; set; } = null!;

    /// <summary>Whether the entry opened its thread.</summary>
    [Derived(nameof(IsRootExpression))]
    public bool IsRoot { get; internal set; }

    /// <summary>The direct replies.</summary>
    [UsePaging]
    public List<LogEntry> Replies { get; set; } = [];

    /// <summary>The whole thread the entry belongs to, from its root on; itself included.</summary>
    [UsePaging, RelatedBy(nameof(RootNumber), nameof(RootNumber)), DefaultOrder(nameof(Number))]
    public List<LogEntry> Thread { get; set; } = [];

    /// <summary>All entries of the thread that this entry opened, itself included; empty for a reply.</summary>
    internal List<LogEntry> OpenedThread { get; set; } = [];

    /// <summary>Sorts a thread as a tree: the numbers from the root down to the entry, eight hexadecimal digits each.</summary>
    internal string ThreadPath { get; set; } = "";

    /// <summary>How many entries reply to it, directly or to one of its replies.</summary>
    [Derived(nameof(ReplyCountExpression))]
    public int ReplyCount { get; internal set; }

    /// <summary>The runs it is about.</summary>
    [UsePaging]
    public List<Run> Runs { get; set; } = [];

    /// <summary>The environments it is about.</summary>
    [UsePaging]
    public List<Environment> Environments { get; set; } = [];

    /// <summary>The LHC fills it is about.</summary>
    [UsePaging]
    public List<Fill> Fills { get; set; } = [];

    /// <summary>Its tags.</summary>
    [ListSize(AssumedSize = 3)]
    public List<Tag> Tags { get; set; } = [];

    /// <summary>The files that came with it.</summary>
    [UsePaging]
    public List<Attachment> Attachments { get; set; } = [];

    /// <summary>The text of its files, as far as it is searched.</summary>
    internal string AttachedText { get; set; } = "";

    /// <summary>How many files came with it.</summary>
    [Derived(nameof(AttachmentCountExpression))]
    public int AttachmentCount { get; internal set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the logbook changed it last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    internal static Expression<Func<LogEntry, bool>> IsRootExpression { get; } = entry => entry.RootNumber == entry.Number;

    internal static Expression<Func<LogEntry, int>> ReplyCountExpression { get; } = entry =>
        entry.Root.OpenedThread.Count(other => other.Number != entry.Number && other.ThreadPath.StartsWith(entry.ThreadPath));

    internal static Expression<Func<LogEntry, int>> AttachmentCountExpression { get; } = entry => entry.Attachments.Count();

    /// <summary>Puts a numbered entry into the thread of the entry it replies to, or opens a thread with it.</summary>
    internal void JoinThread(LogEntry? parent)
    {
        ParentNumber = parent?.Number;
        RootNumber = parent?.RootNumber ?? Number;
        ThreadPath = parent?.ThreadPath + Number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>What kind of log entry it is.</summary>
internal enum LogSubtype
{
    /// <summary>About runs.</summary>
    Run,

    /// <summary>Something everybody should know for a while.</summary>
    Announcement,

    /// <summary>Work done on the experiment.</summary>
    Intervention,

    /// <summary>A remark.</summary>
    Comment,
}

/// <summary>Who wrote a log entry.</summary>
internal enum LogOrigin
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>A system.</summary>
    Process,
}
