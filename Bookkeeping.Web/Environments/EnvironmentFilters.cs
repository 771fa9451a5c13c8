using Bookkeeping.Web.Display;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Environments;

/// <summary>What the list of environments can be asked for by its address.</summary>
internal static class EnvironmentFilters
{
    private const string Letters = "PSDCREX";

    private static readonly string[] Statuses = ["PENDING", "STANDBY", "DEPLOYED", "CONFIGURED", "RUNNING", "ERROR", "DESTROYED", "DONE", "MIXED"];

    /// <summary>The list of environments.</summary>
    public static ListDefinition List { get; } = new(
        "/environments",
        [
            new("Environment",
            [
                new("ids", "Ids", Terms.Whole("environmentIds")) { Control = new TextControl("2bHRdoWP7v9") },
                new("runs", "Run numbers", Terms.Numbers("runNumbers")) { Control = new TextControl("527697, 527704-527710") },
                new("status", "Current status", Terms.OneOf("currentStatus", Statuses)) { Control = new ManyControl(Statuses) },
                new("history", "Status history", History) { Control = new TextControl("D-C-R-E") },
                new("log-entry", "Named by log entry", Terms.Number("logEntries.some.number")) { Control = new TextControl("1234") },
                new("error", "Was ever in error", Terms.YesNo("everInError")) { Control = new ChoiceControl("yes", "no") },
            ]),
            new($"Times ({ControlRoomTime.ZoneName})",
            [
                new("from", "Created from", Terms.Time("createdAt", "gte")) { Control = new TimeControl() },
                new("to", "Created before", Terms.Time("createdAt", "lt")) { Control = new TimeControl() },
            ]),
        ],
        new Dictionary<string, string>
        {
            ["id"] = "environmentId", ["updated"] = "updatedAt", ["created"] = "createdAt", ["status"] = "currentStatus",
        });

    private static FilterTerm History(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToUpperInvariant).ToArray();
        return letters.Length > 0 && letters.All(Letters.Contains)
            ? Terms.Whole("statusHistory")(text)
            : FilterTerm.Wrong($"“{text}” is no history: write letters such as D-C-R-E ({EnvironmentStatus.Legend}).");
    }
}
