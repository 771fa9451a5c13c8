using Bookkeeping.Web.Display;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Logs;

/// <summary>What the list of log entries can be asked for by its address.</summary>
internal static class LogEntryFilters
{
    private static readonly string[] Origins = ["HUMAN", "PROCESS"];

    /// <summary>The list of log entries.</summary>
    public static ListDefinition List { get; } = new(
        "/log-entries",
        [
            new("Entry",
            [
                new("title", "Title", Terms.Contains("title")) { Control = new TextControl("RC daily meeting") },
                new("content", "Content", Content) { Control = new TextControl("exact phrase") },
                new("author", "Author", Terms.Whole("authors")) { Control = new TextControl("Pisano, !Anonymous") },
                new("origin", "Written by", Terms.OneOf("origin", Origins)) { Control = new ChoiceControl(Origins) },
                new("only", "Entries", OnlyRoots) { Control = new ChoiceControl("root") },
                new("tags", "Tags", Terms.Related("tags", "text")) { Control = new ManyControl { Meanings = Terms.Meanings } },
            ]),
            new($"Times ({ControlRoomTime.ZoneName})",
            [
                new("from", "Created from", Terms.Time("createdAt", "gte")) { Control = new TimeControl() },
                new("to", "Created before", Terms.Time("createdAt", "lt")) { Control = new TimeControl() },
            ]),
            new("About all of these",
            [
                new("runs", "Runs", Terms.NumberList("allRunNumbers")) { Control = new TextControl("526077, 526080") },
                new("environments", "Environments", Terms.Whole("allEnvironmentIds")) { Control = new TextControl("2bHRdoWP7v9") },
                new("fills", "Fills", Terms.NumberList("allFillNumbers")) { Control = new TextControl("8178") },
            ]),
        ],
        new Dictionary<string, string> { ["number"] = "number", ["title"] = "title", ["author"] = "author.name", ["created"] = "createdAt", ["replies"] = "replyCount" });

    private static FilterTerm Content(string text) =>
        text.Any(char.IsLetterOrDigit) ? Terms.Whole("content")(text) : FilterTerm.Wrong($"“{text}” has no word in it.");

    private static FilterTerm OnlyRoots(string text) => text == "root" ? FilterTerm.Of(Terms.At("isRoot.eq", true)) : FilterTerm.Wrong($"“{text}” is not root.");
}
