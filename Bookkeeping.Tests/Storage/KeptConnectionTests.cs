using System.Data;
using System.Data.Common;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace Bookkeeping.Tests.Storage;

/// <summary>What a pooled context keeps of SQLite between its uses.</summary>
public sealed class KeptConnectionTests
{
    private const int Reprepared = 5;
    private const int Runs = 6;

    [Fact]
    public async Task A_pooled_context_keeps_its_connection_open_and_its_queries_prepared()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var contexts = Pool(database);
        for (var lease = 0; lease < 3; lease++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            if (lease > 0) Assert.Equal(ConnectionState.Open, db.Database.GetDbConnection().State);
            await db.Database.OpenConnectionAsync();
            ((SqliteConnection)db.Database.GetDbConnection()).Handle!.enable_sqlite3_next_stmt(true);
            var size = lease + 1;
            _ = await db.Tags.OrderBy(tag => tag.Text).Take(size).ToListAsync();
        }

        await using var last = await contexts.CreateDbContextAsync();
        var handle = ((SqliteConnection)last.Database.GetDbConnection()).Handle!;
        var statement = raw.sqlite3_next_stmt(handle, null);
        Assert.Equal((3, 0), (raw.sqlite3_stmt_status(statement, Runs, 0), raw.sqlite3_stmt_status(statement, Reprepared, 0)));
    }

    [Fact]
    public async Task What_is_saved_again_stays_prepared_too()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var contexts = Pool(database);
        for (var lease = 0; lease < 3; lease++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            await db.Database.OpenConnectionAsync();
            ((SqliteConnection)db.Database.GetDbConnection()).Handle!.enable_sqlite3_next_stmt(true);
            db.Add(new Tag { Text = $"T{lease}" });
            await db.SaveChangesAsync();
        }

        await using var last = await contexts.CreateDbContextAsync();
        var handle = ((SqliteConnection)last.Database.GetDbConnection()).Handle!;
        var runs = new List<int>();
        for (var statement = raw.sqlite3_next_stmt(handle, null); statement is not null && !statement.IsInvalid; statement = raw.sqlite3_next_stmt(handle, statement))
            if (raw.sqlite3_sql(statement).utf8_to_string().Contains("INSERT INTO \"tags\"", StringComparison.Ordinal)) runs.Add(raw.sqlite3_stmt_status(statement, Runs, 0));
        Assert.Equal([3], runs);
    }

    [Fact]
    public async Task A_context_that_is_disposed_for_good_closes_its_connection()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        DbConnection connection;
        await using (var db = database.Open())
        {
            await db.Tags.CountAsync();
            connection = db.Database.GetDbConnection();
            Assert.Equal(ConnectionState.Open, connection.State);
        }

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public async Task A_file_put_in_the_place_of_a_deleted_one_is_read_by_every_kept_connection()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var other = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = other.Open())
        {
            db.Add(new Tag { Text = "NEW" });
            await db.SaveChangesAsync();
        }

        SqliteConnection.ClearAllPools();
        await using var first = database.Open();
        var options = first.GetService<IDbContextOptions>();
        await using var second = new BookkeepingDb((DbContextOptions<BookkeepingDb>)options);
        Assert.Equal((0, 0), (await first.Tags.CountAsync(), await second.Tags.CountAsync()));
        File.Delete(database.Address.File!);
        await Assert.ThrowsAsync<SqliteException>(() => first.Tags.CountAsync());

        File.Copy(other.Address.File!, database.Address.File!);

        Assert.Equal((1, 1), (await first.Tags.CountAsync(), await second.Tags.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_takes_the_place_of_another_in_one_move_is_read_by_every_kept_connection()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var other = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = other.Open())
        {
            db.Add(new Tag { Text = "NEW" });
            await db.SaveChangesAsync();
        }

        SqliteConnection.ClearAllPools();
        await using var kept = database.Open();
        Assert.Equal(0, await kept.Tags.CountAsync());

        File.Move(other.Address.File!, database.Address.File!, overwrite: true);

        await using var another = database.Open();
        Assert.Equal((1, 1), (await kept.Tags.CountAsync(), await another.Tags.CountAsync()));
    }

    [Fact]
    public async Task A_context_given_back_in_the_middle_of_a_list_or_a_transaction_leaves_no_lock_behind()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var contexts = Pool(database);
        await using (var db = await contexts.CreateDbContextAsync())
        {
            db.AddRange(new Tag { Text = "A" }, new Tag { Text = "B" });
            await db.SaveChangesAsync();
        }

        IAsyncEnumerator<Tag> abandoned;
        await using (var db = await contexts.CreateDbContextAsync())
        {
            abandoned = db.Tags.AsAsyncEnumerable().GetAsyncEnumerator();
            Assert.True(await abandoned.MoveNextAsync());
        }

        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.BeginTransactionAsync();
            await db.Tags.Where(tag => tag.Text == "A").ExecuteDeleteAsync();
        }

        await using var other = database.Open();
        Assert.Equal(2, await other.Tags.CountAsync());
        Assert.Equal(0, await CheckpointAsync(other));
        await using var next = await contexts.CreateDbContextAsync();
        Assert.Null(next.Database.CurrentTransaction);
        Assert.Equal(2, (await next.Tags.ToListAsync()).Count);
    }

    [Fact]
    public async Task A_query_may_run_again_while_its_rows_are_being_read()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        db.AddRange(new Tag { Text = "A" }, new Tag { Text = "B" });
        await db.SaveChangesAsync();
        var statements = new PreparedStatements((SqliteConnection)db.Database.GetDbConnection());
        var texts = new List<string>();
        using (var outer = new PreparedCommand(statements) { CommandText = "SELECT text FROM tags ORDER BY text" })
        using (var rows = outer.ExecuteReader())
        {
            while (rows.Read())
            {
                using var inner = new PreparedCommand(statements) { CommandText = "SELECT text FROM tags ORDER BY text" };
                texts.Add(rows.GetString(0) + inner.ExecuteScalar());
            }
        }

        Assert.Equal(["AA", "BA"], texts);
    }

    [Fact]
    public async Task What_was_not_used_for_longest_is_forgotten()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var statements = new PreparedStatements((SqliteConnection)db.Database.GetDbConnection());
        var first = Use("SELECT 0");
        for (var i = 1; i < PreparedStatements.Capacity; i++) Use($"SELECT {i}");
        Assert.Same(first, Use("SELECT 0"));
        var second = Use("SELECT 1");

        for (var i = 0; i < PreparedStatements.Capacity - 1; i++) Use($"SELECT -{i + 1}");

        Assert.Same(second, Use("SELECT 1"));
        Assert.NotSame(first, Use("SELECT 0"));

        SqliteCommand Use(string text)
        {
            var command = statements.Take(text);
            statements.GiveBack(command);
            return command;
        }
    }

    // Busy is 1 where a reader still needs what is in the log.
    private static async Task<int> CheckpointAsync(BookkeepingDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return row.GetInt32(0);
    }

    private static PooledDbContexts Pool(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        database.Address.Configure(options);
        return new PooledDbContexts(options.Options);
    }

    private sealed class PooledDbContexts(DbContextOptions<BookkeepingDb> options) : PooledDbContextFactory<BookkeepingDb>(options), IDisposable
    {
        public void Dispose()
        {
            using var db = CreateDbContext();
            db.Database.GetDbConnection().Dispose();
        }
    }
}
