using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Environments;

/// <summary>What the list of environments can be asked for by its address.</summary>
internal static class EnvironmentFilters
{
    private static readonly string[] Statuses = ["PENDING", "STANDBY", "DEPLOYED", "CONFIGURED", "RUNNING", "ERROR", "DESTROYED", "DONE", "MIXED"];

    /// <summary>The list of environments.</summary>
    public static ListDefinition List { get; } = new(
        "/environments",
        [
            new("ids", "Ids", Terms.Whole("environmentIds")) { Control = new TextControl("2bHRdoWP7v9") },
            new("runs", "Run numbers", Terms.Numbers("runNumbers")) { Control = new TextControl("527697, 527704-527710") },
            new("from", "Created from", Terms.Time("createdAt", "gte")) { Control = new TextControl(Type: "datetime-local") },
            new("to", "Created before", Terms.Time("createdAt", "lt")) { Control = new TextControl(Type: "datetime-local") },
            new("status", "Current status", Terms.OneOf("currentStatus", Statuses)) { Control = new ChoiceControl(Statuses) },
            new("history", "Status history", Terms.Whole("statusHistory")) { Control = new TextControl("D-C-R-E") },
            new("log-entry", "Named by log entry", Terms.Number("logEntries.some.number")) { Control = new TextControl("1234") },
        ],
        new Dictionary<string, string>
        {
            ["id"] = "environmentId", ["updated"] = "updatedAt", ["created"] = "createdAt", ["status"] = "currentStatus",
        });
}
