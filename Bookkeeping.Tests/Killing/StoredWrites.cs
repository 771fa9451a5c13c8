using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Killing;

/// <summary>What is in the database, past any server.</summary>
internal sealed class StoredWrites(TestDatabase database)
{
    /// <summary>Checks that what was acknowledged is there, nothing is there twice, and nothing that was never sent.</summary>
    /// <param name="acknowledged">What must be there.</param>
    /// <param name="unanswered">What may be there.</param>
    public async Task CheckAsync(IEnumerable<BurstWrite> acknowledged, IEnumerable<BurstWrite> unanswered)
    {
        var stored = await RowsAsync();
        Assert.Equal(stored.Distinct(), stored);
        var must = acknowledged.SelectMany(write => write.Rows).ToHashSet();
        Assert.Empty(must.Except(stored));
        Assert.Empty(stored.Except(must).Except(unanswered.SelectMany(write => write.Rows)));
        await CheckJournalAsync(stored);
    }

    private async Task<List<string>> RowsAsync()
    {
        await using var db = database.Open();

        // Run 1 comes to be with what is told of it.
        var runs = await db.Runs.Where(run => run.RunNumber > 1).Select(run => $"Run {run.RunNumber}").ToListAsync();
        var roles = await db.FlpRoles.Select(role => $"FlpRole {role.Name}").ToListAsync();
        var counters = await db.TriggerCounters.Select(counter => $"TriggerCounters {counter.ClassName}").ToListAsync();
        var processes = await db.DplProcessExecutions.Select(process => $"Process {process.Args}").ToListAsync();
        var entries = await db.LogEntries.Select(entry => entry.Title).ToListAsync();
        return [.. runs, .. roles, .. counters, .. processes, .. entries];
    }

    // Each run and each log entry has an entry in the journal that says that it was created, and positions have no gaps.
    private async Task CheckJournalAsync(List<string> stored)
    {
        await using var db = database.Open();
        var entries = await db.Journal.AsNoTracking().OrderBy(entry => entry.Position).Select(entry => new { entry.Position, entry.Kind }).ToListAsync();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(entry => entry.Position));
        var audited = stored.Count(row => row.StartsWith("Run ", StringComparison.Ordinal) || row.StartsWith("LogEntry ", StringComparison.Ordinal));
        var first = await db.Runs.CountAsync(run => run.RunNumber == 1);
        Assert.Equal(audited + first, entries.Count(entry => entry.Kind == Api.Journal.ChangeKind.Created));
    }
}
