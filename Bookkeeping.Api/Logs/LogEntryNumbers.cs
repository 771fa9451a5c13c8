using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Logs;

/// <summary>Numbers log entries one after the other.</summary>
internal static class LogEntryNumbers
{
    // "logn" in ASCII: the lock that writers of log entries take one after the other on PostgreSQL.
    private const int LockKey = 0x6C6F676E;

    /// <summary>Gives an entry the next number and its place in its thread, and adds it to what is saved.</summary>
    public static async Task AddAsync(BookkeepingDb db, LogEntry entry, LogEntry? parent, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);
        var stored = await db.LogEntries.Select(other => (int?)other.Number).MaxAsync(cancel) ?? 0;
        var added = db.ChangeTracker.Entries<LogEntry>().Where(row => row.State == EntityState.Added).Select(row => row.Entity.Number).DefaultIfEmpty().Max();
        entry.Number = Math.Max(stored, added) + 1;
        entry.JoinThread(parent);
        db.Add(entry);
    }
}
