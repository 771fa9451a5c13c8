using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bookkeeping.Tests.Kit;

/// <summary>A migrated database of one test class or one test, copied from a template that is made once in a test run.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("bookkeeping-").FullName;

    private static readonly Dictionary<DatabaseKind, Lazy<Task<TestDatabase>>> Templates =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<TestDatabase>>(() => CreateTemplateAsync(kind)));

    private static int number;

    private readonly string name;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    private TestDatabase(DatabaseKind kind, string name, string connectionString)
    {
        (Kind, this.name, ConnectionString) = (kind, name, connectionString);
        Address = DatabaseAddress.Parse(connectionString);
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        Address.Configure(options);
        Factory = new ContextFactory(options.Options);
    }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>As a server would be given it.</summary>
    public string ConnectionString { get; }

    /// <summary>The same, read.</summary>
    public DatabaseAddress Address { get; }

    /// <summary>Makes contexts.</summary>
    public IDbContextFactory<BookkeepingDb> Factory { get; }

    /// <summary>A context of its own.</summary>
    public BookkeepingDb Open() => Factory.CreateDbContext();

    /// <summary>A migrated database without rows, Anonymous excepted.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var template = await Templates[kind].Value;
        var copy = await NewAsync(kind);
        if (kind == DatabaseKind.Sqlite) File.Copy(template.Address.File!, copy.Address.File!);
        else await PostgresCluster.ExecuteAsync($"CREATE DATABASE {copy.name} TEMPLATE {template.name}");
        return copy;
    }

    /// <summary>A database that does not exist yet on SQLite, and has no table on PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateUnmigratedAsync(DatabaseKind kind)
    {
        var database = await NewAsync(kind);
        if (kind == DatabaseKind.PostgreSql) await PostgresCluster.ExecuteAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>Deletes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            using (var connection = new SqliteConnection(Address.ConnectionString)) SqliteConnection.ClearPool(connection);
            foreach (var file in Directory.GetFiles(Folder, $"{name}.db*")) File.Delete(file);
        }
        else
        {
            await using (var connection = new NpgsqlConnection(Address.ConnectionString)) NpgsqlConnection.ClearPool(connection);
            await PostgresCluster.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task<TestDatabase> NewAsync(DatabaseKind kind)
    {
        var name = $"test_{Interlocked.Increment(ref number)}";
        return kind == DatabaseKind.Sqlite
            ? new(kind, name, $"Data Source={Path.Combine(Folder, $"{name}.db")}")
            : new(kind, name, await PostgresCluster.ConnectionStringAsync(name));
    }

    private static async Task<TestDatabase> CreateTemplateAsync(DatabaseKind kind)
    {
        var template = await CreateUnmigratedAsync(kind);
        await new Migrator(template.Address, TimeProvider.System).MigrateAsync(CancellationToken.None);

        // A template can only be copied while nobody is connected to it.
        if (kind == DatabaseKind.PostgreSql) await using (var connection = new NpgsqlConnection(template.Address.ConnectionString)) NpgsqlConnection.ClearPool(connection);
        return template;
    }
}
