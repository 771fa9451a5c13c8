using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Terms = Bookkeeping.Web.Lists.Terms<Bookkeeping.Web.Graph.LogEntryFilterInput>;

namespace Bookkeeping.Web.Logs;

/// <summary>What the list of log entries can be asked for by its address.</summary>
internal static class LogEntryFilters
{
    private static readonly string[] Origins = ["HUMAN", "PROCESS"];

    /// <summary>The list of log entries.</summary>
    public static ListDefinition<LogEntryFilterInput, LogEntrySortInput> List { get; } = new(
        "/log-entries",
        All,
        [
            new("Entry",
            [
                new("title", "Title", Terms.Contains(value => new() { Title = value })) { Control = new TextControl("RC daily meeting") },
                new("content", "Content", Content) { Control = new TextControl("exact phrase") },
                new("author", "Author", Terms.Whole(text => new() { Authors = text })) { Control = new TextControl("Pisano, !Anonymous") },
                new("origin", "Written by", Terms.OneOf(Origins, names => new() { Origin = new() { In = [.. names.Select(name => new LogOrigin(name))] } })) { Control = new ChoiceControl(Origins) },
                new("only", "Entries", OnlyRoots) { Control = new ChoiceControl("root") },
                new("tags", "Tags", Terms.Related(tag => new() { Tags = new() { Some = new() { Text = tag } } }, tag => new() { Tags = new() { None = new() { Text = tag } } }, All)) { Control = new ManyControl { Meanings = Meaning.Choices } },
            ]),
            new($"Times ({ControlRoomTime.ZoneName})",
            [
                new("from", "Created from", Terms.Time(time => new() { CreatedAt = new() { Gte = time } })) { Control = new TimeControl() },
                new("to", "Created before", Terms.Time(time => new() { CreatedAt = new() { Lt = time } })) { Control = new TimeControl() },
            ]),
            new("About all of these",
            [
                new("runs", "Runs", Terms.NumberList(text => new() { AllRunNumbers = text })) { Control = new TextControl("526077, 526080") },
                new("environments", "Environments", Terms.Whole(text => new() { AllEnvironmentIds = text })) { Control = new TextControl("2bHRdoWP7v9") },
                new("fills", "Fills", Terms.NumberList(text => new() { AllFillNumbers = text })) { Control = new TextControl("8178") },
            ]),
        ],
        new Dictionary<string, Func<SortEnumType, LogEntrySortInput>>
        {
            ["number"] = way => new() { Number = way },
            ["title"] = way => new() { Title = way },
            ["author"] = way => new() { Author = new() { Name = way } },
            ["created"] = way => new() { CreatedAt = way },
            ["replies"] = way => new() { ReplyCount = way },
        }) { Columns = LogEntryColumns.All };

    private static LogEntryFilterInput All(IReadOnlyList<LogEntryFilterInput> parts) => new() { And = parts };

    private static FilterTerm<LogEntryFilterInput> Content(string text) =>
        text.Any(char.IsLetterOrDigit) ? new LogEntryFilterInput { Content = text.Trim() } : FilterTerm<LogEntryFilterInput>.Wrong($"“{text}” has no word in it.");

    private static FilterTerm<LogEntryFilterInput> OnlyRoots(string text) => text == "root" ? new LogEntryFilterInput { IsRoot = new() { Eq = true } } : FilterTerm<LogEntryFilterInput>.Wrong($"“{text}” is not root.");
}
