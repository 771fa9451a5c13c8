using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Bookkeeping.Api.Storage;

/// <summary>Keeps the queries of a connection to a SQLite file prepared, for preparing costs as much as running most of them.</summary>
/// <remarks>A connection that stays open would go on reading a file that was deleted, and miss the one put in its place; so before every transaction and
/// every statement that is part of none SQLite is asked whether the file it reads is still the one of that name, and if not the connection is opened anew.</remarks>
internal sealed class KeptStatements(string file) : DbConnectionInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    private const int CannotOpen = 14;

    // SQLITE_DBCONFIG_ENABLE_QPSG.
    private const int QueryPlannerStabilityGuarantee = 1007;

    private readonly ConditionalWeakTable<DbConnection, PreparedStatements> prepared = [];

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        RequireFile((SqliteConnection)connection);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ConnectionOpening(connection, eventData, result));

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // The provider's pool may have given it a file that is gone.
        if (!Renew((SqliteConnection)connection)) Tune((SqliteConnection)connection);
    }

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result)
    {
        var connection = (SqliteConnection)eventData.Connection;
        if (connection.State == ConnectionState.Open && eventData.Context?.Database.CurrentTransaction is null) Renew(connection);

        // A list of rows is saved by one statement again and again, and what ManyRows writes differs in its rows alone.
        return eventData.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery or CommandSource.SaveChanges
            ? InterceptionResult<DbCommand>.SuppressWithResult(new PreparedCommand(prepared.GetValue(connection, _ => new PreparedStatements(connection))))
            : result;
    }

    /// <inheritdoc/>
    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Renew((SqliteConnection)connection);
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarting(connection, eventData, result));

    private bool Renew(SqliteConnection connection)
    {
        if (!SqliteState.HasMoved(connection)) return false;
        SqliteConnection.ClearPool(connection);
        connection.Close();
        RequireFile(connection);
        connection.Open();
        Tune(connection);
        return true;
    }

    private static void Tune(SqliteConnection connection)
    {
        // Without this guarantee SQLite prepares a statement anew whenever the value of its LIMIT is set.
        _ = raw.sqlite3_db_config(connection.Handle!, QueryPlannerStabilityGuarantee, 1, out _);

        // A file for the rows of every ORDER BY with a LIMIT costs thirty times the sorting; no list holds more than memory has room for.
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA temp_store = MEMORY";
        command.ExecuteNonQuery();
    }

    private void RequireFile(SqliteConnection connection)
    {
        if (File.Exists(file)) return;
        SqliteConnection.ClearPool(connection);
        throw new SqliteException($"The database file {file} is missing.", CannotOpen);
    }
}
