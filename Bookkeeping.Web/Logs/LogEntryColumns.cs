using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using static Bookkeeping.Web.Lists.ListColumn;
using More = Bookkeeping.Web.Lists.MoreColumn<Bookkeeping.Web.Graph.LogEntriesPage_LogEntries_Nodes>;

namespace Bookkeeping.Web.Logs;

/// <summary>The columns of the list of log entries: the usual ones as its page has them, and those that are read only when one of them is chosen.</summary>
internal static class LogEntryColumns
{
    /// <summary>What else there is.</summary>
    public const string Others = "More";

    private static readonly IReadOnlyList<ListColumn> OfTable = InOrder(
        new("title", "Title", Usual, ("number", "Number"), ("title", "Title")),
        new("author", "Author", Usual, ("author.name", "Author")),
        new("created", "Created", Usual, ("createdAt", "Created")),
        new("tags", "Tags", Usual, ("tags.text", "Tags")),
        new("runs", "Runs", Usual, ("runs.runNumber", "Runs")),
        new("environments", "Environments", Usual, ("environments.environmentId", "Environments")),
        new("fills", "Fills", Usual, ("fills.fillNumber", "Fills")),
        new("replies", "Replies", Usual, ("replyCount", "Replies")),
        new("attachments", "Attachments", Usual, ("attachmentCount", "Attachments")));

    /// <summary>Those that the table has only when they are chosen.</summary>
    public static IReadOnlyList<More> Chosen { get; } =
    [
        new(Others, "text", "Text", "text", entry => entry.Text),
        new(Others, "subtype", "Subtype", "subtype", entry => entry.Subtype?.Value),
        new(Others, "origin", "Origin", "origin", entry => entry.Origin?.Value),
        new(Others, "parent", "Reply to", "parent.number", entry => entry.Parent?.Number) { IsNumber = true },
        new(Others, "thread", "Thread", "root.number", entry => entry.Root?.Number) { IsNumber = true },
        new(Others, "files", "Names of files", "attachments.originalName", entry => entry.Attachments is { Nodes: { } files } all ? Some.Of(files.Select(file => file.OriginalName), all.TotalCount) : null),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListColumn> All { get; } = [.. OfTable, .. Chosen.Select(more => more.Column)];
}
