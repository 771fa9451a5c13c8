using System.Collections.Concurrent;
using Bookkeeping.Api.Storage;

namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>A database of the same ships of each kind, made once for a test class: <c>IClassFixture&lt;Harbors&gt;</c>.</summary>
public sealed class Harbors : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<(HarborDatabase Database, HarborGraph Graph)>>> made = [];

    /// <summary>A graph over the class's database; what it asks is only read.</summary>
    internal async Task<HarborGraph> Of(DatabaseKind kind, Func<IEnumerable<object>> rows) =>
        (await made.GetOrAdd(kind, _ => new(() => MakeAsync(kind, rows))).Value).Graph;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var one in made.Values) await (await one.Value).Database.DisposeAsync();
    }

    private static async Task<(HarborDatabase Database, HarborGraph Graph)> MakeAsync(DatabaseKind kind, Func<IEnumerable<object>> rows)
    {
        var database = await HarborDatabase.CreateAsync(kind, [.. rows()]);
        return (database, new HarborGraph(database));
    }
}
