using Microsoft.Extensions.Logging.Abstractions;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage;

public sealed class DatabaseHealthTests
{
    [OnBothDatabases]
    public async Task A_migrated_database_is_well(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.Null(await TroubleAsync(database));
    }

    [OnBothDatabases]
    public async Task A_database_without_tables_is_not(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(kind);
        Assert.NotNull(await TroubleAsync(database));
    }

    [OnBothDatabases]
    public async Task A_schema_that_lacks_a_migration_is_named(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open()) await db.Database.ExecuteSqlRawAsync("DELETE FROM schema_migrations");
        Assert.Contains("migration", await TroubleAsync(database));
    }

    [Fact]
    public async Task A_missing_file_is_noticed_by_check_and_query_and_so_is_its_return()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await ReadAsync(database);
        File.Move(database.Address.File!, database.Address.File + ".away");

        Assert.Contains("missing", await TroubleAsync(database));
        Assert.True(DatabaseFaults.IsTransient(await Assert.ThrowsAsync<SqliteException>(() => ReadAsync(database))));

        File.Move(database.Address.File + ".away", database.Address.File!);
        Assert.Null(await TroubleAsync(database));
        await ReadAsync(database);
    }

    [Fact]
    public async Task A_locked_file_is_noticed_and_so_is_its_release()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var other = database.Address.CreateConnection())
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            Assert.Contains("locked", await TroubleAsync(database));
            await ReadAsync(database);
        }

        Assert.Null(await TroubleAsync(database));
    }

    [Fact]
    public async Task A_server_that_is_away_is_noticed()
    {
        var address = DatabaseAddress.Parse("Host=/nowhere;Database=bookkeeping");
        Assert.NotNull(await new DatabaseHealth(address, TimeProvider.System, NullLogger<DatabaseHealth>.Instance).FindTroubleAsync(CancellationToken.None));

        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            var options = new DbContextOptionsBuilder<BookkeepingDb>();
            address.Configure(options);
            await using var db = new BookkeepingDb(options.Options);
            await db.Runs.CountAsync();
        });
        Assert.Equal("UNAVAILABLE", DatabaseFaults.Translate(error)!.Code);
        Assert.Equal(5, DatabaseFaults.Translate(error)!.Extensions!["retryAfter"]);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(14, true)]
    [InlineData(1, false)]
    [InlineData(19, false)]
    [InlineData(11, false)]
    public void A_failure_of_SQLite_passes_when_it_is_about_locks_or_the_file(int code, bool passes)
    {
        Assert.Equal(passes, DatabaseFaults.IsTransient(new DbUpdateException("", new SqliteException("", code))));
        Assert.Equal(passes, DatabaseFaults.Translate(new SqliteException("", code)) is not null);
    }

    [Fact]
    public void Any_other_failure_is_not_the_database_s() => Assert.Null(DatabaseFaults.Translate(new InvalidOperationException()));

    private static Task<string?> TroubleAsync(TestDatabase database) =>
        new DatabaseHealth(database.Address, TimeProvider.System, NullLogger<DatabaseHealth>.Instance).FindTroubleAsync(CancellationToken.None);

    private static async Task ReadAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Runs.CountAsync();
    }
}
