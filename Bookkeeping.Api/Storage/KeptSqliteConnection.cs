using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Storage;

#pragma warning disable EF1001 // The provider has no public place for this; a test notices should a context's connection no longer be kept.

/// <summary>A context's connection to a SQLite file: it is opened once and closed when the context is disposed, which for a pooled context is when the
/// pool has no room for it. Opening costs more than most statements do, for it registers the provider's functions each time.</summary>
/// <remarks>An open connection without a statement or transaction under way holds no lock. <see cref="KeptStatements"/> looks after its file.</remarks>
internal sealed class KeptSqliteConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
{
    private DbConnection? borrowed;

    /// <inheritdoc/>
    [AllowNull]
    public override DbConnection DbConnection
    {
        get => borrowed ?? base.DbConnection;
        set => base.DbConnection = value;
    }

    /// <summary>Lets the context use the connection of another one, which is open and has a transaction, until it is given back.</summary>
    public void Borrow(DbConnection other) => borrowed = other;

    /// <summary>Gives it back.</summary>
    public void GiveBack() => borrowed = null;

    /// <inheritdoc/>
    protected override void CloseDbConnection()
    {
        // Kept.
    }

    /// <inheritdoc/>
    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void ResetState(bool disposeDbConnection)
    {
        base.ResetState(disposeDbConnection);
        if (!disposeDbConnection) CloseIfBusy();
    }

    /// <inheritdoc/>
    protected override async ValueTask ResetStateAsync(bool disposeDbConnection)
    {
        await base.ResetStateAsync(disposeDbConnection);
        if (!disposeDbConnection) CloseIfBusy();
    }

    // Whoever left a list half read or a transaction open must not keep the next user of the context, or the one writer, from going on.
    private void CloseIfBusy()
    {
        if (DbConnection is SqliteConnection { State: ConnectionState.Open } kept && SqliteState.IsInTransaction(kept)) kept.Close();
    }
}
