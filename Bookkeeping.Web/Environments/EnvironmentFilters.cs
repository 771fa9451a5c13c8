using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Terms = Bookkeeping.Web.Lists.Terms<Bookkeeping.Web.Graph.EnvironmentFilterInput>;

namespace Bookkeeping.Web.Environments;

/// <summary>What the list of environments can be asked for by its address.</summary>
internal static class EnvironmentFilters
{
    private const string Letters = "PSDCREX";

    private static readonly string[] Statuses = ["PENDING", "STANDBY", "DEPLOYED", "CONFIGURED", "RUNNING", "ERROR", "DESTROYED", "DONE", "MIXED"];

    /// <summary>The list of environments.</summary>
    public static ListDefinition<EnvironmentFilterInput, EnvironmentSortInput> List { get; } = new(
        "/environments",
        All,
        [
            new("Environment",
            [
                new("ids", "Ids", Terms.Whole(text => new() { EnvironmentIds = text })) { Control = new TextControl("2bHRdoWP7v9") },
                new("runs", "Run numbers", Terms.Numbers(text => new() { RunNumbers = text })) { Control = new TextControl("527697, 527704-527710") },
                new("status", "Current status", Terms.OneOf(Statuses, names => new() { CurrentStatus = new() { In = [.. names.Select(name => new Graph.EnvironmentStatus(name))] } })) { Control = new ManyControl(Statuses) },
                new("history", "Status history", History) { Control = new TextControl("D-C-R-E") },
                new("log-entry", "Named by log entry", Terms.Number(value => new() { LogEntries = new() { Some = new() { Number = value } } })) { Control = new TextControl("1234") },
                new("configuration", "Configuration holds", Terms.Whole(text => new() { ConfigurationText = text })) { Control = new TextControl("pdp_workflow") },
                new("error", "Was ever in error", Terms.YesNo(value => new() { EverInError = value })) { Control = new ChoiceControl("yes", "no") },
            ]),
            new($"Times ({ControlRoomTime.ZoneName})",
            [
                new("from", "Created from", Terms.Time(time => new() { CreatedAt = new() { Gte = time } })) { Control = new TimeControl() },
                new("to", "Created before", Terms.Time(time => new() { CreatedAt = new() { Lt = time } })) { Control = new TimeControl() },
            ]),
        ],
        new Dictionary<string, Func<SortEnumType, EnvironmentSortInput>>
        {
            ["id"] = way => new() { EnvironmentId = way },
            ["updated"] = way => new() { UpdatedAt = way },
            ["created"] = way => new() { CreatedAt = way },
            ["status"] = way => new() { CurrentStatus = way },
        }) { Columns = EnvironmentColumns.All };

    private static EnvironmentFilterInput All(IReadOnlyList<EnvironmentFilterInput> parts) => new() { And = parts };

    private static FilterTerm<EnvironmentFilterInput> History(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToUpperInvariant).ToArray();
        return letters.Length > 0 && letters.All(Letters.Contains)
            ? new EnvironmentFilterInput { StatusHistory = text.Trim() }
            : FilterTerm<EnvironmentFilterInput>.Wrong($"“{text}” is no history: write letters such as D-C-R-E ({EnvironmentStatus.Legend}).");
    }
}
