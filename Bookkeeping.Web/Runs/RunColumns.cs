using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Runs;

/// <summary>The columns of the list of runs, as <c>RunTable</c> has them.</summary>
internal static class RunColumns
{
    private static readonly (string Name, string Label)[] Named =
    [
        ("detectors", "Detectors"), ("tags", "Tags"), ("fill", "Fill"), ("period", "LHC period"), ("start", "Start"), ("stop", "Stop"), ("definition", "Definition"), ("duration", "Duration"),
        ("environment", "Environment"), ("quality", "Quality"), ("epns", "EPNs"), ("flps", "FLPs"), ("dcs", "DCS"), ("trigger", "Trigger"), ("reason", "End-of-run reason"),
    ];

    /// <summary>All of them behind the run's number.</summary>
    public static IReadOnlyList<ListColumn> All { get; } = [.. Named.Select((column, index) => new ListColumn(column.Name, column.Label, index + 2))];
}
