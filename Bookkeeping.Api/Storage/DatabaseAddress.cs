using System.Data.Common;
using Bookkeeping.Api.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Npgsql;

namespace Bookkeeping.Api.Storage;

#pragma warning disable EF1001 // KeptSqliteConnection says why.

/// <summary>The databases the logbook can be stored in.</summary>
public enum DatabaseKind
{
    /// <summary>One file, embedded in the server.</summary>
    Sqlite,

    /// <summary>A server of its own.</summary>
    PostgreSql,
}

/// <summary>Where the logbook is stored.</summary>
internal sealed record DatabaseAddress
{
    /// <summary>How long a statement waits for another writer before it fails, seconds.</summary>
    public const int LockTimeoutSeconds = 5;

    /// <summary>How many statements a connection to PostgreSQL keeps prepared, those it sends most; <c>Max Auto Prepare</c> in the connection string says otherwise.</summary>
    public const int AutoPrepared = 100;

    private DatabaseAddress(DatabaseKind kind, string connectionString) => (Kind, ConnectionString) = (kind, connectionString);

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>For the provider, complete with our settings.</summary>
    public string ConnectionString { get; }

    /// <summary>The database's file; null on PostgreSQL, and for a database in memory.</summary>
    public string? File { get; private init; }

    /// <summary>Reads a connection string; its content tells the database.</summary>
    /// <exception cref="FormatException">It names neither a file nor a host.</exception>
    public static DatabaseAddress Parse(string connectionString)
    {
        var keys = Keys(connectionString);
        if (keys.Any(key => key is "data source" or "datasource" or "filename")) return Sqlite(connectionString);
        if (keys.Any(key => key is "host" or "server")) return new(DatabaseKind.PostgreSql, PostgreSql(connectionString));
        throw new FormatException(
            "The connection string names no database: \"Data Source=FILE\" stands for SQLite, \"Host=...;Database=...\" for PostgreSQL.");
    }

    /// <summary>Lets a context use this database.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(JournalInterceptor.Instance);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new DatabaseFunctionsExtension(Kind == DatabaseKind.PostgreSql));
        if (Kind == DatabaseKind.Sqlite)
        {
            options.UseSqlite(ConnectionString).UseModel(Compiled.Sqlite.BookkeepingDbModel.Instance);
            if (File is not null) options.ReplaceService<ISqliteRelationalConnection, KeptSqliteConnection>().AddInterceptors(new KeptStatements(File));
        }
        else
        {
            // SQLite puts nulls first; orders, cursors and indices on PostgreSQL follow it.
            options.UseNpgsql(ConnectionString).UseModel(Compiled.PostgreSql.BookkeepingDbModel.Instance).ReplaceService<IQuerySqlGeneratorFactory, NullOrdering>();
        }
    }

    /// <summary>A connection outside any context.</summary>
    public DbConnection CreateConnection() =>
        Kind == DatabaseKind.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);

    private static List<string> Keys(string connectionString)
    {
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return [.. builder.Keys.Cast<string>().Select(key => key.ToLowerInvariant())];
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"The connection string cannot be read: {error.Message}", error);
        }
    }

    private static DatabaseAddress Sqlite(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (!builder.ContainsKey("Default Timeout") || builder.DefaultTimeout == 30) builder.DefaultTimeout = LockTimeoutSeconds;
        var inMemory = builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:";

        // Only a migration creates the file: a server must notice when its database is gone, not start an empty one.
        if (!inMemory && builder.Mode == SqliteOpenMode.ReadWriteCreate) builder.Mode = SqliteOpenMode.ReadWrite;
        return new(DatabaseKind.Sqlite, builder.ConnectionString) { File = inMemory ? null : Path.GetFullPath(builder.DataSource) };
    }

    private static string PostgreSql(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "Bookkeeping" };
        // Npgsql takes a key with and without its spaces, and says of every key it knows that it is there.
        var given = Keys(connectionString).Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (!given.Contains("maxautoprepare")) builder.MaxAutoPrepare = AutoPrepared;
        // Nothing here changes the state of a session, so there is nothing to reset before each statement.
        if (!given.Contains("noresetonclose")) builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }
}
