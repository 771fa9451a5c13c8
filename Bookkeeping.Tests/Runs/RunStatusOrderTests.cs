using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

/// <summary>Runs in the order of their status: under way, ended, lost.</summary>
public sealed class RunStatusOrderTests
{
    [OnBothDatabases]
    [InlineData("ASC", "2 4 1 3 5")]
    [InlineData("DESC", "3 5 1 2 4")]
    public async Task Runs_are_sorted_by_status_page_after_page_and_back(DatabaseKind kind, string direction, string expected)
    {
        await using var database = await FilledAsync(kind);
        var graph = new LogbookGraph(database);

        Assert.Equal(expected, await WalkAsync(graph, $"order: [{{status: {direction}}}, {{runNumber: ASC}}]", forward: true));
        Assert.Equal(expected, await WalkAsync(graph, $"order: [{{status: {direction}}}, {{runNumber: ASC}}]", forward: false));
    }

    [OnBothDatabases]
    public async Task The_order_is_that_of_the_present(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        var graph = new LogbookGraph(database) { Time = LogbookGraph.Now + TimeSpan.FromDays(3) };

        Assert.Equal("1 2 3 4 5", await WalkAsync(graph, "order: [{status: ASC}, {runNumber: ASC}]", forward: true));
    }

    private static async Task<string> WalkAsync(LogbookGraph graph, string order, bool forward)
    {
        var found = new List<string>();
        for (string? cursor = null; ;)
        {
            var place = forward ? "first: 2, after: $cursor" : "last: 2, before: $cursor";
            var page = (await graph.DataAsync(
                $"query ($cursor: String) {{ runs({place}, {order}) {{ nodes {{ runNumber }} pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }} }}", new { cursor }))["runs"]!;
            var numbers = page["nodes"]!.AsArray().Select(node => node!["runNumber"]!.ToString());
            found.InsertRange(forward ? found.Count : 0, numbers);
            if (!(bool)page["pageInfo"]![forward ? "hasNextPage" : "hasPreviousPage"]!) return string.Join(' ', found);
            cursor = (string?)page["pageInfo"]![forward ? "endCursor" : "startCursor"];
        }
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var now = LogbookGraph.Now;
        db.AddRange(
            new Run { RunNumber = 1, TimeO2Start = now.AddDays(-9), TimeO2End = now.AddDays(-8) },
            new Run { RunNumber = 2, TimeO2Start = now.AddHours(-1) },
            new Run { RunNumber = 3, TimeO2Start = now.AddDays(-3) },
            new Run { RunNumber = 4, TimeTrgStart = now.AddHours(-47) },
            new Run { RunNumber = 5 });
        await db.SaveChangesAsync();
        return database;
    }
}
