using System.Data.Common;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Journal.Groups;

/// <summary>Writes that are done one after the other in one transaction, each behind a savepoint, and kept by one commit.</summary>
/// <param name="transaction">The transaction, of a context that nobody else uses meanwhile.</param>
internal sealed class WriteGroup(IDbContextTransaction transaction) : IAsyncDisposable
{
    private const string Savepoint = "write";

    private readonly DbTransaction shared = transaction.GetDbTransaction();
    private readonly List<WaitingWrite> writes = [];

    /// <summary>Does a write. One that fails leaves nothing behind, is answered at once, and keeps none of the others back.</summary>
    /// <exception cref="DbException">The transaction cannot go on.</exception>
    /// <exception cref="BrokenGroupException">What the write ran into took the transaction with it.</exception>
    public async Task DoAsync(WaitingWrite write)
    {
        writes.Add(write);
        await shared.SaveAsync(Savepoint);
        try
        {
            await using (await BorrowedTransaction.BeginAsync(write.Db, shared)) await write.WorkAsync();
        }
        catch (Exception error)
        {
            await TakeBackAsync(write, error);
        }

        await shared.ReleaseAsync(Savepoint);
    }

    /// <summary>Keeps what was done, and answers.</summary>
    /// <exception cref="DbException">Nothing is kept.</exception>
    public async Task CommitAsync()
    {
        if (writes.Count == 0) return;
        await transaction.CommitAsync();
        foreach (var write in writes) write.Keep();
    }

    /// <summary>Answers all whose writes are lost with the transaction.</summary>
    /// <param name="error">What broke it.</param>
    public void Fail(Exception error)
    {
        foreach (var write in writes) write.Fail(error);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private async Task TakeBackAsync(WaitingWrite write, Exception error)
    {
        try
        {
            await shared.RollbackAsync(Savepoint);
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException)
        {
            // A full disk, for one, takes the whole transaction back.
            throw new BrokenGroupException(error);
        }

        writes.Remove(write);
        write.Fail(error);
    }

    /// <summary>The transaction as a context has it while its write has its turn.</summary>
    private sealed class BorrowedTransaction : IAsyncDisposable
    {
        private readonly BookkeepingDb db;
        private readonly KeptSqliteConnection connection;

        private BorrowedTransaction(BookkeepingDb db, DbTransaction shared)
        {
            this.db = db;
            connection = (KeptSqliteConnection)db.GetService<IRelationalConnection>();
            connection.Borrow(shared.Connection!);
        }

        public static async Task<BorrowedTransaction> BeginAsync(BookkeepingDb db, DbTransaction shared)
        {
            var borrowed = new BorrowedTransaction(db, shared);
            try
            {
                await db.Database.UseTransactionAsync(shared);
                return borrowed;
            }
            catch
            {
                borrowed.connection.GiveBack();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await db.Database.UseTransactionAsync(null);
            }
            finally
            {
                connection.GiveBack();
            }
        }
    }
}

/// <summary>A transaction was lost with all the writes that shared it.</summary>
/// <param name="cause">What one of them ran into.</param>
internal sealed class BrokenGroupException(Exception cause) : Exception($"The writes that shared a transaction are lost: {cause.Message}", cause);
