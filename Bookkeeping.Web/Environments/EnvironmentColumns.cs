using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using static Bookkeeping.Web.Lists.ListColumn;
using More = Bookkeeping.Web.Lists.MoreColumn<Bookkeeping.Web.Graph.EnvironmentsPage_Environments_Nodes>;

namespace Bookkeeping.Web.Environments;

/// <summary>The columns of the list of environments: the usual ones as its page has them, and those that are read only when one of them is chosen.</summary>
internal static class EnvironmentColumns
{
    /// <summary>What else there is.</summary>
    public const string Others = "More";

    private static readonly IReadOnlyList<ListColumn> OfTable = InOrder(
        new("id", "Id", Usual, ("environmentId", "Id")),
        new("runs", "Runs", Usual, ("runs.runNumber", "Runs")),
        new("updated", "Last update", Usual, ("updatedAt", "Last update")),
        new("created", "Created", Usual, ("createdAt", "Created")),
        new("status", "Status", Usual, ("currentStatus", "Status")),
        new("history", "Status history", Usual, ("statusSequence", "Status history")),
        new("message", "Message", Usual, ("currentStatusMessage", "Message")));

    /// <summary>Those that the table has only when they are chosen.</summary>
    public static IReadOnlyList<More> Chosen { get; } =
    [
        new(Others, "in-error", "Ever in error", "everInError", environment => environment.EverInError),
        new(Others, "statuses", "Statuses", "statusChanges.status", environment => environment.StatusChanges is { Nodes: { } changes } all ? Some.Of(changes.Select(change => change.Status.Value), all.TotalCount) : null),
        new(Others, "status-times", "Times of statuses", "statusChanges.timestamp", environment => environment.StatusChanges is { Nodes: { } changes } all ? Some.Of(changes.Select(change => ControlRoomTime.Text(change.Timestamp)), all.TotalCount) : null),
        new(Others, "configuration", "Configuration", "configuration", environment => environment.Configuration?.GetRawText()),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListColumn> All { get; } = [.. OfTable, .. Chosen.Select(more => more.Column)];
}
