using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Fills;

/// <summary>Which runs of a fill are looked at.</summary>
internal enum FillRuns
{
    /// <summary>The PHYSICS runs.</summary>
    Physics,

    /// <summary>The runs of all definitions.</summary>
    All,
}

/// <summary>Reads what statistics need of the runs of fills: one statement, whatever the number of fills.</summary>
internal static class RunsOfFills
{
    /// <summary>The runs of some fills, by fill.</summary>
    public static async Task<ILookup<int, RunOfFill>> ReadAsync(BookkeepingDb db, IEnumerable<int> fillNumbers, FillRuns which, CancellationToken cancel)
    {
        var runs = await Of(db, fillNumbers, which)
            .Select(run => new
            {
                run.FillNumber,
                Run = new RunOfFill(
                    run.RunNumber, run.Quality, run.StartTime, run.EndedAt,
                    run.Detectors.Select(detector => detector.DetectorName).ToList(), run.CtfFileSizeBytes, run.TfFileSizeBytes),
            })
            .ToListAsync(cancel);
        return runs.ToLookup(run => run.FillNumber!.Value, run => run.Run);
    }

    /// <summary>The same in the order of their numbers, of which only the times are read.</summary>
    public static async Task<ILookup<int, RunOfFill>> ReadTimesAsync(BookkeepingDb db, IEnumerable<int> fillNumbers, FillRuns which, CancellationToken cancel)
    {
        var runs = await Of(db, fillNumbers, which)
            .OrderBy(run => run.RunNumber)
            .Select(run => new { run.FillNumber, run.RunNumber, run.StartTime, run.EndedAt })
            .ToListAsync(cancel);
        return runs.ToLookup(run => run.FillNumber!.Value, run => new RunOfFill(run.RunNumber, RunQuality.None, run.StartTime, run.EndedAt, []));
    }

    private static IQueryable<Run> Of(BookkeepingDb db, IEnumerable<int> fillNumbers, FillRuns which)
    {
        var numbers = fillNumbers.Distinct().ToArray();
        var runs = db.Runs.AsNoTracking().Where(run => run.FillNumber != null && numbers.Contains(run.FillNumber.Value));
        return which == FillRuns.Physics ? runs.Where(run => run.Definition == RunDefinition.Physics) : runs;
    }
}
