using System.Data.Common;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Api.Journal;

/// <summary>Writes the journal's entries as the last thing of each transaction that changes anything.</summary>
internal sealed class JournalInterceptor : DbTransactionInterceptor
{
    /// <summary>The one there is: it holds nothing.</summary>
    public static JournalInterceptor Instance { get; } = new();

    /// <inheritdoc/>
    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        throw new NotSupportedException("Commit asynchronously: the journal is written before.");

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not BookkeepingDb { Change: var change } || change.Subjects.Count == 0) return result;
        await JournalAppending.AppendAsync(transaction, change, cancellationToken);
        change.Clear();
        return result;
    }
}
