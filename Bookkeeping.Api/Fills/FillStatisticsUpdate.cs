using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Fills;

/// <summary>Keeps the stored statistics of fills true.</summary>
internal static class FillStatisticsUpdate
{
    /// <summary>Computes the statistics of some fills anew; to be called after a change of them or of their runs, in its transaction.
    /// Statistics taken from a record stay as they are.</summary>
    /// <param name="db">Where the change is saved already.</param>
    /// <param name="fillNumbers">The fills concerned.</param>
    /// <param name="cancel">Ends with the request.</param>
    public static async Task ComputeAsync(BookkeepingDb db, IReadOnlyCollection<int> fillNumbers, CancellationToken cancel)
    {
        var fills = await db.Fills
            .Where(fill => fillNumbers.Contains(fill.FillNumber) && (fill.Statistics == null || !fill.Statistics.IsRecorded))
            .Include(fill => fill.Statistics).ThenInclude(statistics => statistics!.Detectors)
            .ToListAsync(cancel);
        var runs = await RunsOfFills.ReadAsync(db, fills.Select(fill => fill.FillNumber), FillRuns.Physics, cancel);
        foreach (var fill in fills) Update(db, fill, [.. runs[fill.FillNumber]]);
        await db.SaveChangesAsync(cancel);
    }

    private static void Update(BookkeepingDb db, Fill fill, List<RunOfFill> runs)
    {
        if (fill.StableBeamsStart is not { } start)
        {
            if (fill.Statistics is not null) db.Remove(fill.Statistics);
            return;
        }

        var computed = StableBeamsUse.Compute(fill.FillNumber, start, fill.StableBeamsEnd, runs);
        if (fill.Statistics is null)
        {
            db.Add(computed);
            return;
        }

        db.Entry(fill.Statistics).CurrentValues.SetValues(computed);
        UpdateDetectors(db, fill.Statistics, computed.Detectors);
    }

    private static void UpdateDetectors(BookkeepingDb db, FillStatistics statistics, List<FillDetectorStatistics> computed)
    {
        var byName = computed.ToDictionary(detector => detector.DetectorName);
        foreach (var stored in statistics.Detectors.ToList())
        {
            if (byName.Remove(stored.DetectorName, out var detector)) db.Entry(stored).CurrentValues.SetValues(detector);
            else db.Remove(stored);
        }

        db.AddRange(byName.Values);
    }
}
