using System.Data.Common;
using Bookkeeping.Api.Storage.Migrations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bookkeeping.Api.Storage;

/// <summary>Whether the database can serve: there, up to date, and free to be written to. It is asked anew each time, so that a server recovers by itself.</summary>
internal sealed partial class DatabaseHealth(DatabaseAddress address, TimeProvider time, ILogger<DatabaseHealth> logger)
{
    /// <summary>How long the database has for its answer, seconds.</summary>
    private const int PatienceSeconds = 1;

    // SQLITE_BUSY and SQLITE_LOCKED.
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>Asks the database.</summary>
    /// <returns>Why it cannot serve; null when it can.</returns>
    public async Task<string?> FindTroubleAsync(CancellationToken cancel)
    {
        try
        {
            // SQLite's provider waits for locks on the thread of its caller.
            return await Task.Run(() => AskAsync(cancel), cancel);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or TimeoutException)
        {
            // The provider's message may name hosts and paths: it is for the log, not for whoever asks.
            LogTrouble(logger, error.Message);
            return error is SqliteException { SqliteErrorCode: Busy or Locked } ? "The database is locked." : "The database does not answer.";
        }
    }

    private async Task<string?> AskAsync(CancellationToken cancel)
    {
        if (address.File is { } file && !File.Exists(file)) return "The database file is missing.";

        await using var connection = Connect();
        await connection.OpenAsync(cancel);

        // On SQLite this takes the lock of the one writer, so that a database that cannot be written to is noticed.
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var version = await Migrator.VersionAsync(connection, cancel);
        var missing = new Migrator(address, time).Missing(version);
        return missing.Count == 0 ? null : $"The schema lacks {missing.Count} migration(s).";
    }

    private DbConnection Connect() => address.Kind == DatabaseKind.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(address.ConnectionString) { Pooling = false, DefaultTimeout = PatienceSeconds }.ConnectionString)
        : new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(address.ConnectionString) { Timeout = PatienceSeconds, CommandTimeout = PatienceSeconds }.ConnectionString);

    [LoggerMessage(LogLevel.Warning, "The database cannot serve. {Reason}")]
    private static partial void LogTrouble(ILogger logger, string reason);
}
