using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Api.Storage.Migrations;

/// <summary>Brings a database's schema up to date. Several servers may start at once: one migrates, the others wait and find it done.</summary>
internal sealed class Migrator(DatabaseAddress address, TimeProvider time)
{
    // "book" in ASCII: the lock that migrating servers share on PostgreSQL.
    private const int LockKey = 0x626F6F6B;

    /// <summary>Applies what is missing, all or nothing. Creates the file of a SQLite database, and its folder.</summary>
    /// <returns>The steps applied; none when the schema was up to date.</returns>
    /// <exception cref="InvalidOperationException">A newer server migrated the database beyond what this one knows.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (address.Kind == DatabaseKind.PostgreSql) await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancel);
        await ExecuteAsync(
            connection,
            "CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)",
            cancel);
        var missing = Missing(await VersionAsync(connection, cancel));
        foreach (var migration in missing) await ApplyAsync(connection, migration, cancel);
        await transaction.CommitAsync(cancel);
        return missing;
    }

    /// <summary>What a schema of some version lacks.</summary>
    internal IReadOnlyList<Migration> Missing(int version)
    {
        var known = Migration.For(address.Kind);
        return version <= known.Count
            ? [.. known.Skip(version)]
            : throw new InvalidOperationException(
                $"The database's schema has version {version}, this server knows versions up to {known.Count}: a newer server migrated it. Use that one.");
    }

    /// <summary>The version of a migrated schema; 0 when nothing was applied.</summary>
    internal static async Task<int> VersionAsync(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(version), 0) FROM schema_migrations";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = address.CreateConnection();
        if (address.File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var creating = new SqliteConnectionStringBuilder(address.ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
            connection.ConnectionString = creating.ConnectionString;
        }

        await connection.OpenAsync(cancel);

        // Readers go on while somebody writes. The mode stays with the file.
        if (address.Kind == DatabaseKind.Sqlite) await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancel);
        return connection;
    }

    private async Task ApplyAsync(DbConnection connection, Migration migration, CancellationToken cancel)
    {
        await ExecuteAsync(connection, migration.Sql, cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO schema_migrations (version, name, applied_at) VALUES (@version, @name, @at)";
        foreach (var (name, value) in new (string, object)[]
        {
            ("@version", migration.Version), ("@name", migration.Name), ("@at", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
        })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
