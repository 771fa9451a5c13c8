using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Migrations;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Storage;

public sealed class MigrationTests
{
    [OnBothDatabases]
    public async Task Migrating_creates_the_database_and_migrating_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(kind);
        var migrator = new Migrator(database.Address, TimeProvider.System);

        var first = await migrator.MigrateAsync(CancellationToken.None);
        var second = await migrator.MigrateAsync(CancellationToken.None);

        Assert.Equal(Migration.For(kind), first);
        Assert.Empty(second);
    }

    [OnBothDatabases]
    public async Task Servers_that_start_at_once_migrate_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(kind);
        var migrations = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => new Migrator(database.Address, TimeProvider.System).MigrateAsync(CancellationToken.None))));

        Assert.Equal(Migration.For(kind), migrations.SelectMany(applied => applied));
    }

    [Fact]
    public void Both_databases_have_the_same_migrations_without_a_gap()
    {
        var sqlite = Migration.For(DatabaseKind.Sqlite).Select(migration => (migration.Version, migration.Name)).ToList();
        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, Migration.For(DatabaseKind.PostgreSql).Select(migration => (migration.Version, migration.Name)));
        Assert.Equal(Enumerable.Range(1, sqlite.Count), sqlite.Select(migration => migration.Version));
    }

    [Fact]
    public void A_database_migrated_by_a_newer_server_is_refused()
    {
        var migrator = new Migrator(DatabaseAddress.Parse("Data Source=unused.db"), TimeProvider.System);
        var error = Assert.Throws<InvalidOperationException>(() => migrator.Missing(9999));
        Assert.Contains("newer server", error.Message);
    }
}
