using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Storage;

/// <summary>Lets several statements see the database as it was at one moment. It holds up nobody, and is given up when disposed.</summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly SqliteTransaction? deferred;

    private ReadSnapshot(IDbContextTransaction transaction, SqliteTransaction? deferred)
    {
        this.transaction = transaction;
        this.deferred = deferred;
    }

    /// <summary>Begins with the next statement.</summary>
    public static async Task<ReadSnapshot> BeginAsync(BookkeepingDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql()) return new ReadSnapshot(await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel), null);

        // A transaction that is not deferred would wait for writers, and let them wait.
        await db.Database.OpenConnectionAsync(cancel);
        var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new ReadSnapshot((await db.Database.UseTransactionAsync(deferred, cancel))!, deferred);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        if (deferred is not null) await deferred.DisposeAsync();
    }
}
