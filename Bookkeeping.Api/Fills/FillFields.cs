using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Fills;

/// <summary>What can be asked of a fill beside what is kept with it.</summary>
[ExtendObjectType<Fill>]
internal static class FillFields
{
    /// <summary>How well the experiment used the stable beams, computed now over the runs that the logbook has; null without a known start of stable beams.
    /// Lists are filtered and sorted by <c>statistics</c>, which are kept and cost less.</summary>
    /// <param name="runs">The runs looked at.</param>
    public static async Task<IReadOnlyList<ComputedFillStatistics?>> GetStatisticsOverAsync(
        [Parent(nameof(Fill.FillNumber), nameof(Fill.StableBeamsStart), nameof(Fill.StableBeamsEnd))] IReadOnlyList<Fill> fills,
        [Service] BookkeepingDb db,
        CancellationToken cancel,
        FillRuns runs = FillRuns.All)
    {
        var ofFills = await RunsOfFills.ReadAsync(db, fills.Where(fill => fill.StableBeamsStart is not null).Select(fill => fill.FillNumber), runs, cancel);
        return [.. fills.Select(fill => fill.StableBeamsStart is { } start ? StableBeamsUse.Over(start, fill.StableBeamsEnd, [.. ofFills[fill.FillNumber]]) : null)];
    }
}

/// <summary>What a run has from its place among the runs of its fill.</summary>
[ExtendObjectType<Run>]
internal static class RunInFillFields
{
    /// <summary>Time from the end of the run before it in its fill to its start, zero when they overlap; null for the first run and outside fills, when one of the
    /// two times is not known, and when the run before lasted 48 hours or more.</summary>
    /// <param name="among">The runs of the fill among which the one before is looked for, in the order of their numbers.</param>
    public static async Task<IReadOnlyList<TimeSpan?>> GetTimeSincePreviousRunAsync(
        [Parent(nameof(Run.RunNumber), nameof(Run.FillNumber), nameof(Run.StartTime))] IReadOnlyList<Run> runs,
        [Service] BookkeepingDb db,
        CancellationToken cancel,
        FillRuns among = FillRuns.All)
    {
        var ofFills = await RunsOfFills.ReadTimesAsync(db, runs.Select(run => run.FillNumber).OfType<int>(), among, cancel);
        return [.. runs.Select(run => run.FillNumber is { } fill ? SincePrevious(run, ofFills[fill]) : null)];
    }

    private static TimeSpan? SincePrevious(Run run, IEnumerable<RunOfFill> inOrder) =>
        inOrder.LastOrDefault(other => other.RunNumber < run.RunNumber) is { } previous
            ? StableBeamsUse.Gap(previous, new RunOfFill(run.RunNumber, run.Quality, run.StartTime, null, []))
            : null;
}
