using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Logs;

/// <summary>Numbers log entries one after the other. Writers of entries wait for each other from the first number on.</summary>
internal sealed class LogEntryNumbers
{
    // "logn" in ASCII: the lock that writers of log entries take one after the other on PostgreSQL.
    private const int LockKey = 0x6C6F676E;

    private readonly BookkeepingDb db;
    private int last;

    private LogEntryNumbers(BookkeepingDb db, int last) => (this.db, this.last) = (db, last);

    /// <summary>Waits for the turn, which lasts to the end of the transaction, and looks up the last number.</summary>
    public static async Task<LogEntryNumbers> BeginAsync(BookkeepingDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);
        var stored = await db.LogEntries.Select(other => (int?)other.Number).MaxAsync(cancel) ?? 0;
        var added = db.ChangeTracker.Entries<LogEntry>().Where(row => row.State == EntityState.Added).Select(row => row.Entity.Number).DefaultIfEmpty().Max();
        return new LogEntryNumbers(db, Math.Max(stored, added));
    }

    /// <summary>Gives an entry the next number and its place in its thread, and adds it to what is saved.</summary>
    public void Add(LogEntry entry, LogEntry? parent)
    {
        entry.Number = ++last;
        entry.JoinThread(parent);
        db.Add(entry);
    }
}
