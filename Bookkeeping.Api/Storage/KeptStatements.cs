using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Bookkeeping.Api.Storage;

/// <summary>Keeps the queries of a connection to a SQLite file prepared, for preparing costs as much as running most of them.</summary>
/// <remarks>A connection that stays open would go on reading a file that was deleted, and miss the one put in its place; so the file is looked for
/// before every statement, and once it was missing all connections are opened anew.</remarks>
internal sealed class KeptStatements(string file) : DbConnectionInterceptor, IDbCommandInterceptor
{
    private const int CannotOpen = 14;

    // SQLITE_DBCONFIG_ENABLE_QPSG.
    private const int QueryPlannerStabilityGuarantee = 1007;

    private readonly ConditionalWeakTable<DbConnection, PreparedStatements> prepared = [];
    private int losses;

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
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tune((SqliteConnection)connection);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tune((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result)
    {
        var connection = (SqliteConnection)eventData.Connection;
        var statements = prepared.GetValue(connection, _ => new PreparedStatements(connection, losses));
        if (eventData.Context?.Database.CurrentTransaction is null) Renew(connection, statements);

        // What SaveChanges writes is rarely written twice.
        return eventData.CommandSource == CommandSource.LinqQuery ? InterceptionResult<DbCommand>.SuppressWithResult(new PreparedCommand(statements)) : result;
    }

    private void Renew(SqliteConnection connection, PreparedStatements statements)
    {
        RequireFile(connection);
        if (statements.Losses == losses) return;
        statements.Losses = losses;
        if (connection.State == ConnectionState.Closed) return;
        connection.Close();
        connection.Open();
        Tune(connection);
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
        Interlocked.Increment(ref losses);
        connection.Close();
        SqliteConnection.ClearPool(connection);
        throw new SqliteException($"The database file {file} is missing.", CannotOpen);
    }
}
