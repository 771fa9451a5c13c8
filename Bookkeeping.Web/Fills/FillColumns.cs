using System.Globalization;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using static Bookkeeping.Web.Lists.ListColumn;
using More = Bookkeeping.Web.Lists.MoreColumn<Bookkeeping.Web.Graph.FillsPage_Fills_Nodes>;

namespace Bookkeeping.Web.Fills;

/// <summary>The columns of the list of fills: the usual ones as its page has them, and those that are read only when one of them is chosen.</summary>
internal static class FillColumns
{
    /// <summary>What else there is.</summary>
    public const string Others = "More";

    private static readonly IReadOnlyList<ListColumn> OfTable = InOrder(
        new("fill", "Fill", Usual, ("fillNumber", "Fill")),
        new("start", "Stable beams start", Usual, ("stableBeamsStart", "SB start")),
        new("end", "Stable beams end", Usual, ("stableBeamsEnd", "SB end")),
        new("duration", "Duration", Usual, ("stableBeamsDuration", "SB duration")),
        new("before", "Before 1st run", Usual, ("statistics.timeLossAtStart", "Before 1st run")),
        new("mean", "Mean run duration", Usual, ("statistics.meanRunDuration", "Mean run duration")),
        new("runs-duration", "Total runs duration", Usual, ("statistics.runsCoverage", "Total runs duration")),
        new("efficiency", "Efficiency", Usual, ("statistics.efficiency", "Efficiency")),
        new("beam-type", "Beam type", Usual, ("beamType", "Beam type")),
        new("bunches", "Colliding bunches", Usual, ("collidingBunches", "Colliding bunches")),
        new("scheme", "Scheme", Usual, ("fillingSchemeName", "Scheme")),
        new("runs", "PHYSICS runs", Usual));

    /// <summary>Those that the table has only when they are chosen.</summary>
    public static IReadOnlyList<More> Chosen { get; } =
    [
        new(Others, "after", "After last run", "statistics.timeLossAtEnd", fill => fill.Statistics?.TimeLossAtEnd) { IsNumber = true },
        new(Others, "loss-start", "Loss at start", "statistics.efficiencyLossAtStart", fill => fill.Statistics?.EfficiencyLossAtStart is { } loss ? Share.Text(loss) : null) { IsNumber = true },
        new(Others, "loss-end", "Loss at end", "statistics.efficiencyLossAtEnd", fill => fill.Statistics?.EfficiencyLossAtEnd is { } loss ? Share.Text(loss) : null) { IsNumber = true },
        new(Others, "run-count", "Runs", "statistics.runCount", fill => fill.Statistics?.RunCount) { IsNumber = true },
        new(Others, "good-runs", "Good runs", "statistics.goodRunCount", fill => fill.Statistics?.GoodRunCount) { IsNumber = true },
        new(Others, "bad-runs", "Bad runs", "statistics.badRunCount", fill => fill.Statistics?.BadRunCount) { IsNumber = true },
        new(Others, "between", "Between runs", "statistics.timeBetweenRuns", fill => fill.Statistics?.TimeBetweenRuns) { IsNumber = true },
        new(Others, "ctf-size", "CTF size, bytes", "statistics.totalCtfFileSizeBytes", fill => fill.Statistics?.TotalCtfFileSizeBytes) { IsNumber = true },
        new(Others, "tf-size", "TF size, bytes", "statistics.totalTfFileSizeBytes", fill => fill.Statistics?.TotalTfFileSizeBytes) { IsNumber = true },
        new(Others, "luminosity", "Luminosity, 1/nb", "deliveredLuminosityInverseNanobarn", fill => fill.DeliveredLuminosityInverseNanobarn) { IsNumber = true },
        new(Others, "run-numbers", "Run numbers", "runs.runNumber", fill => fill.AllRuns is { Nodes: { } runs } all ? Some.Of(runs.Select(run => run.RunNumber.ToString(CultureInfo.InvariantCulture)), all.TotalCount) : null),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListColumn> All { get; } = [.. OfTable, .. Chosen.Select(more => more.Column)];
}
