using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Logs;

/// <summary>What the list of log entries can be asked for by its address.</summary>
internal static class LogEntryFilters
{
    private static readonly string[] RootOnly = ["root"];

    /// <summary>The list of log entries.</summary>
    public static ListDefinition List { get; } = new(
        "/log-entries",
        [
            new("title", "Title", Terms.Contains("title")) { Control = new TextControl("RC daily meeting") },
            new("content", "Content", Terms.Whole("content")) { Control = new TextControl("exact phrase") },
            new("author", "Author", Terms.Whole("authors")) { Control = new TextControl("Pisano, !Anonymous") },
            new("from", "Created from", Terms.Time("createdAt", "gte")) { Control = new TextControl(Type: "datetime-local") },
            new("to", "Created before", Terms.Time("createdAt", "lt")) { Control = new TextControl(Type: "datetime-local") },
            new("tags", "Tags (all of)", Terms.AllOf("tags", "text")) { Control = new TextControl("QC, PDP") },
            new("any-tags", "Tags (any of)", Terms.OneOf("tags.some.text")) { Control = new TextControl("QC, PDP") },
            new("runs", "Runs (all of)", Terms.Whole("allRunNumbers")) { Control = new TextControl("526080") },
            new("environments", "Environments (all of)", Terms.Whole("allEnvironmentIds")) { Control = new TextControl("2bHRdoWP7v9") },
            new("fills", "Fills (all of)", Terms.Whole("allFillNumbers")) { Control = new TextControl("8178") },
            new("only", "Entries", text => text == "root" ? FilterTerm.Of(Terms.At("isRoot.eq", true)) : FilterTerm.Wrong($"“{text}” is not root.")) { Control = new ChoiceControl(RootOnly) },
        ],
        new Dictionary<string, string> { ["number"] = "number", ["title"] = "title", ["author"] = "author.name", ["created"] = "createdAt", ["replies"] = "replyCount" });
}
