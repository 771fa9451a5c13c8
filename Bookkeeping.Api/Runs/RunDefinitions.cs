using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>Keeps the stored definitions of runs derived.</summary>
internal static class RunDefinitions
{
    /// <summary>Derives the definitions of some runs anew; to be called after a change of them or of their fill, in its transaction.</summary>
    /// <param name="db">Where the change is saved already.</param>
    /// <param name="which">The runs changed, or all runs of a fill changed.</param>
    /// <param name="now">Stands in for ends that are not there yet.</param>
    /// <param name="cancel">Ends with the request.</param>
    public static async Task DeriveAsync(BookkeepingDb db, IQueryable<Run> which, DateTimeOffset now, CancellationToken cancel)
    {
        var runs = await which.Where(run => !run.DefinitionIsRecorded).Include(run => run.Fill).Include(run => run.Detectors).ToListAsync(cancel);
        foreach (var run in runs)
        {
            var detectors = run.Detectors.Select(detector => detector.DetectorName).ToList();
            run.Define(RunDefinitionRule.Of(run, run.Fill, detectors, now));
        }

        await db.SaveChangesAsync(cancel);
    }
}
