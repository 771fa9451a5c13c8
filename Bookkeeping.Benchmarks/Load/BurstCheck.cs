using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>Looks into the database, past the server, for what the server has acknowledged.</summary>
internal sealed class BurstCheck(string connectionString)
{
    /// <summary>The greatest run number.</summary>
    public async Task<int> LastRunAsync()
    {
        await using var db = Open();
        return await db.Runs.MaxAsync(run => (int?)run.RunNumber) ?? 0;
    }

    /// <summary>The journal's last position, and the last entry's number.</summary>
    public async Task<(long Position, long Entry)> LastsAsync()
    {
        await using var db = Open();
        return (await db.Journal.MaxAsync(entry => (long?)entry.Position) ?? 0, await db.LogEntries.MaxAsync(entry => (int?)entry.Number) ?? 0);
    }

    /// <summary>Checks that all messages about a run are there, each once and the latest of each.</summary>
    /// <exception cref="InvalidOperationException">Something is missing, or there twice.</exception>
    public async Task CheckAsync(int runNumber)
    {
        await using var db = Open();
        Compare("readout nodes", await db.FlpRoles.Where(role => role.RunNumber == runNumber).Select(role => $"{role.Name} {role.TimeframeCount}").ToListAsync(),
            Enumerable.Range(0, BurstMessages.Flps).Select(flp => $"FLP-{flp} {1_000 * BurstMessages.Readings}"));
        Compare("processes", await db.DplProcessExecutions.Where(process => process.RunNumber == runNumber).Select(process => process.Args!).ToListAsync(),
            Enumerable.Range(0, BurstMessages.Processes).Select(process => $"--task {process}"));
        Compare("trigger counters", await db.TriggerCounters.Where(counters => counters.RunNumber == runNumber).Select(counters => $"{counters.ClassName} {counters.Lmb}").ToListAsync(),
            Enumerable.Range(0, BurstMessages.TriggerClasses).Select(name => $"C{name}-B-NOPF {60 * BurstMessages.Readings}"));
        var prefix = BurstMessages.TitleOf(runNumber, 0)[..^1];
        Compare("log entries", await db.LogEntries.Where(entry => entry.Title.StartsWith(prefix)).Select(entry => entry.Title).ToListAsync(),
            Enumerable.Range(0, BurstMessages.LogEntries).Select(entry => BurstMessages.TitleOf(runNumber, entry)));
    }

    private BookkeepingDb Open()
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        DatabaseAddress.Parse(connectionString).Configure(options);
        return new BookkeepingDb(options.Options);
    }

    private static void Compare(string what, List<string> stored, IEnumerable<string> expected)
    {
        var missing = expected.ToHashSet();
        foreach (var row in stored)
            if (!missing.Remove(row)) throw new InvalidOperationException($"Of the {what}, {row} is there twice, or should not be there.");
        if (missing.Count > 0) throw new InvalidOperationException($"Of the {what}, {missing.Count} are missing: {missing.First()}");
    }
}
