using System.Collections.Concurrent;
using Bookkeeping.Api.Storage;

namespace Bookkeeping.Tests.Kit;

/// <summary>The databases of one test class, made when first asked for: <c>IClassFixture&lt;TestDatabases&gt;</c>.</summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestDatabase>>> databases = new();

    /// <summary>The class's database of a kind; its tests share it.</summary>
    internal Task<TestDatabase> Of(DatabaseKind kind, Func<TestDatabase, Task>? fill = null) =>
        databases.GetOrAdd(kind, _ => new(() => CreateAsync(kind, fill))).Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in databases.Values) await (await database.Value).DisposeAsync();
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind, Func<TestDatabase, Task>? fill)
    {
        var database = await TestDatabase.CreateAsync(kind);
        if (fill is not null) await fill(database);
        return database;
    }
}
