using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Paging;

public sealed class PageTests(Harbors harbors) : IClassFixture<Harbors>
{
    private const string Info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    [OnBothDatabases]
    [InlineData("", "1 2 3 4", false, false)]
    [InlineData("first: 2", "1 2", true, false)]
    [InlineData("first: 4", "1 2 3 4", false, false)]
    [InlineData("last: 2", "3 4", false, true)]
    [InlineData("last: 4", "1 2 3 4", false, false)]
    [InlineData("first: 1, last: 2", "1", true, false)]
    [InlineData("first: null, last: 1", "4", false, true)]
    public async Task A_page_has_the_items_asked_for(DatabaseKind kind, string arguments, string numbers, bool hasNext, bool hasPrevious)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        await AssertPageAsync(graph, arguments, numbers, hasNext, hasPrevious);
    }

    [OnBothDatabases]
    public async Task Cursors_bound_a_page_on_both_sides(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var cursors = (await graph.AskAsync("{ ships { edges { cursor } } }"))["data"]!["ships"]!["edges"]!.AsArray().Select(e => (string)e!["cursor"]!).ToList();

        await AssertPageAsync(graph, $"after: \"{cursors[0]}\"", "2 3 4", hasNext: false, hasPrevious: true);
        await AssertPageAsync(graph, $"after: \"{cursors[0]}\", first: 2", "2 3", hasNext: true, hasPrevious: true);
        await AssertPageAsync(graph, $"before: \"{cursors[3]}\", last: 2", "2 3", hasNext: true, hasPrevious: true);
        await AssertPageAsync(graph, $"before: \"{cursors[3]}\"", "1 2 3", hasNext: false, hasPrevious: false);
        await AssertPageAsync(graph, $"after: \"{cursors[0]}\", before: \"{cursors[2]}\"", "2", hasNext: false, hasPrevious: true);
        await AssertPageAsync(graph, $"after: \"{cursors[3]}\"", "", hasNext: false, hasPrevious: true);
    }

    [OnBothDatabases]
    public async Task Pages_stay_in_step_while_rows_come_and_go(DatabaseKind kind)
    {
        await using var database = await HarborDatabase.CreateAsync(
            kind, Enumerable.Range(1, 6).Select(i => (object)new Ship { Number = 10 * i, Name = $"{i % 2}" }).ToArray());
        var graph = new HarborGraph(database);
        var query = "query($after: String) { ships(first: 2, after: $after, order: {name: DESC}) { nodes { number } pageInfo { endCursor } } }";
        var seen = new List<int>();
        string? after = null;
        for (var page = 0; page < 3; page++)
        {
            var ships = (await graph.AskAsync(query, new { after }))["data"]!["ships"]!;
            seen.AddRange(ships["nodes"]!.AsArray().Select(n => (int)n!["number"]!));
            after = (string)ships["pageInfo"]!["endCursor"]!;
            // A row before the place and one behind it; and the row that the cursor came from is gone.
            await database.AddAsync(new Ship { Number = page + 1, Name = "9" }, new Ship { Number = 100 + page, Name = "" });
            await using var context = database.Open();
            context.Remove(context.Ships.Single(s => s.Number == seen[seen.Count - 1]));
            await context.SaveChangesAsync();
        }
        Assert.Equal([50, 30, 10, 60, 40, 20], seen);
    }

    [OnBothDatabases]
    public async Task The_total_counts_what_the_filter_leaves_on_all_pages(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ships":{"totalCount":2,"nodes":[{"number":1}]}}""",
            await graph.DataAsync("{ ships(first: 1, where: {kind: {eq: CRUISER}}) { totalCount nodes { number } } }"));
        Assert.Equal(2, graph.Statements.Count);
    }

    [OnBothDatabases]
    [InlineData("totalCount", 1)]
    [InlineData("__typename", 0)]
    [InlineData("pageInfo { __typename }", 0)]
    [InlineData("pageInfo { hasNextPage }", 1)]
    [InlineData("pageInfo { endCursor }", 1)]
    [InlineData("edges { __typename }", 1)]
    [InlineData("nodes { number } edges { node { name } }", 1)]
    [InlineData("a: nodes { number } b: nodes { name } totalCount", 2)]
    public async Task Only_what_is_selected_is_read(DatabaseKind kind, string selection, int statements)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        await graph.DataAsync($"{{ ships {{ {selection} }} }}");
        Assert.Equal(statements, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task An_empty_page_is_legal_and_reads_nothing_unless_it_must(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal("""{"ships":{"nodes":[],"edges":[]}}""", await graph.DataAsync("{ ships(first: 0) { nodes { number } edges { cursor } } }"));
        Assert.Empty(graph.Statements);
        await AssertPageAsync(graph, "first: 0", "", hasNext: true, hasPrevious: false);
    }

    [OnBothDatabases]
    public async Task A_page_has_fifty_items_unless_told_otherwise_and_a_thousand_at_most(DatabaseKind kind)
    {
        await using var database = await HarborDatabase.CreateAsync(kind, Enumerable.Range(1, 1001).Select(i => (object)new Ship { Number = i }).ToArray());
        var graph = new HarborGraph(database);
        Assert.Equal(50, (await graph.AskAsync("{ ships { nodes { number } } }"))["data"]!["ships"]!["nodes"]!.AsArray().Count);
        Assert.Equal(1000, (await graph.AskAsync("{ ships(first: 1000) { nodes { number } } }"))["data"]!["ships"]!["nodes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("ships(first: 6)", "HC0051", "Query.ships")]
    [InlineData("ships(last: 6)", "HC0051", "Query.ships")]
    [InlineData("ships(first: 1, last: 6)", "HC0051", "Query.ships")]
    [InlineData("ships(first: -1)", "HC0079", "Query.ships")]
    [InlineData("ships(last: -1)", "HC0079", "Query.ships")]
    public async Task A_size_out_of_range_is_refused(string field, string code, string coordinate)
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        var graph = new HarborGraph(database, new DataOptions { MaxPageSize = 5 });
        await graph.DataAsync("{ ships(first: 5) { nodes { number } } }");
        var answer = await graph.AskAsync($"{{ {field} {{ nodes {{ number }} }} }}");
        var error = Assert.Single(answer["errors"]!.AsArray())!;

        Assert.Equal("""{"ships":null}""", answer["data"]!.ToJsonString());
        Assert.Equal(code, (string)error["extensions"]!["code"]!);
        Assert.Equal(coordinate, (string)error["extensions"]!["coordinate"]!);
        if (code == "HC0051") Assert.Equal((6, 5), ((int)error["extensions"]!["requestedItems"]!, (int)error["extensions"]!["maxAllowedItems"]!));
    }

    private static async Task AssertPageAsync(HarborGraph graph, string arguments, string numbers, bool hasNext, bool hasPrevious)
    {
        var brackets = arguments == "" ? "" : $"({arguments})";
        var answer = await graph.AskAsync($"{{ ships{brackets} {{ edges {{ cursor node {{ number }} }} {Info} }} }}");
        Assert.Null(answer["errors"]?.ToJsonString());
        var ships = answer["data"]!["ships"]!;
        var edges = ships["edges"]!.AsArray();
        Assert.Equal(numbers, string.Join(' ', edges.Select(e => e!["node"]!["number"]!.ToString())));
        Assert.Equal((hasNext, hasPrevious), ((bool)ships["pageInfo"]!["hasNextPage"]!, (bool)ships["pageInfo"]!["hasPreviousPage"]!));
        Assert.Equal((string?)edges.FirstOrDefault()?["cursor"], (string?)ships["pageInfo"]!["startCursor"]);
        Assert.Equal((string?)edges.LastOrDefault()?["cursor"], (string?)ships["pageInfo"]!["endCursor"]);
    }
}
