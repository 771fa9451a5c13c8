using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql;

namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>A database of ships of its own, deleted when disposed.</summary>
internal sealed class HarborDatabase : IAsyncDisposable
{
    private static int number;

    private readonly string name = $"harbor_{Interlocked.Increment(ref number)}";
    private readonly DatabaseKind kind;
    private SqliteConnection? keepAlive;

    private HarborDatabase(DatabaseKind kind) => this.kind = kind;

    /// <summary>Every statement sent by its contexts.</summary>
    public StatementLog Log { get; } = new();

    /// <summary>How contexts reach it.</summary>
    public DbContextOptions<HarborDb> Options { get; private set; } = null!;

    /// <summary>Makes a database and puts rows into it.</summary>
    public static async Task<HarborDatabase> CreateAsync(DatabaseKind kind, params object[] rows)
    {
        var database = new HarborDatabase(kind);
        await database.ConnectAsync();
        await using var context = database.Open();
        if (kind == DatabaseKind.PostgreSql) await PostgresCluster.ExecuteAsync($"CREATE DATABASE {database.name}");
        await context.Database.EnsureCreatedAsync();
        context.AddRange(rows);
        await context.SaveChangesAsync();
        database.Log.Clear();
        return database;
    }

    /// <summary>A context of its own.</summary>
    public HarborDb Open() => new(Options);

    /// <summary>Adds rows.</summary>
    public async Task AddAsync(params object[] rows)
    {
        await using var context = Open();
        context.AddRange(rows);
        await context.SaveChangesAsync();
        Log.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (keepAlive is not null)
        {
            await keepAlive.DisposeAsync();
            return;
        }
        await using (var connection = new NpgsqlConnection(await PostgresCluster.ConnectionStringAsync(name))) NpgsqlConnection.ClearPool(connection);
        await PostgresCluster.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private async Task ConnectAsync()
    {
        var options = new DbContextOptionsBuilder<HarborDb>().AddInterceptors(Log);
        if (kind == DatabaseKind.PostgreSql)
        {
            options.UseNpgsql(await PostgresCluster.ConnectionStringAsync(name)).ReplaceService<IQuerySqlGeneratorFactory, NullOrdering>();
        }
        else
        {
            var address = $"Data Source={name};Mode=Memory;Cache=Shared";
            keepAlive = new SqliteConnection(address);
            await keepAlive.OpenAsync();
            options.UseSqlite(address);
        }
        Options = options.Options;
    }
}
