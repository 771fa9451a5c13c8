using System.Text.Json.Nodes;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Statements;

/// <summary>A statement that was written for one request answers others, with their values and nobody else's.</summary>
public sealed class ReplayTests(Harbors harbors) : IClassFixture<Harbors>
{
    private const string Filtered = "query($where: ShipFilterInput, $order: [ShipSortInput!]) { ships(where: $where, order: $order) { totalCount nodes { number age isOld } } }";

    // Many have the same shape and differ in values; others have the same fields and differ in shape.
    private static readonly string[] Wheres =
    [
        """{"number": {"gt": 1}}""", """{"number": {"gt": 3}}""", """{"number": {"lt": 3}}""",
        """{"nickname": {"eq": "100%"}}""", """{"nickname": {"eq": null}}""", """{"nickname": {"neq": "100%"}}""", """{"nickname": {"neq": null}}""",
        """{"number": {"in": [1, 2]}}""", """{"number": {"in": [3]}}""", """{"number": {"in": []}}""", """{"number": {"nin": [1, 2, 3]}}""",
        """{"nickname": {"in": ["100%", null]}}""", """{"nickname": {"in": ["100%"]}}""", """{"nickname": {"in": [null]}}""", """{"nickname": {"nin": ["100%"]}}""",
        """{"kind": {"eq": "BARGE"}}""", """{"kind": {"eq": "CRUISER"}}""", """{"kind": {"in": ["BARGE", "TANKER"]}}""",
        """{"built": {"lt": "2010-01-01T00:00:00Z"}}""", """{"built": {"lt": "2025-01-01T00:00:00Z"}}""", """{"built": {"eq": null}}""",
        """{"name": {"startsWith": "A"}}""", """{"name": {"startsWith": "B"}}""", """{"name": {"endsWith": "ora"}}""", """{"name": {"endsWith": "Cara"}}""",
        """{"name": {"contains": "or"}}""", """{"name": {"contains": "%"}}""", """{"nameLength": 4}""", """{"nameLength": 6}""",
        """{"builtWithin": {"oldestYears": 10}}""", """{"builtWithin": {"oldestYears": 50}}""", """{"isOld": {"eq": true}}""", """{"isOld": {"eq": false}}""",
        """{"homePort": {"code": {"eq": "LIS"}}}""", """{"homePort": {"code": {"eq": "BGO"}}}""",
        """{"berths": {"some": {"pier": {"eq": 3}}}}""", """{"berths": {"some": {"pier": {"eq": 4}}}}""", """{"berths": {"any": false}}""", """{"berths": {"any": true}}""",
        """{"or": [{"number": {"eq": 1}}, {"name": {"eq": "Cara"}}]}""", """{"or": [{"number": {"eq": 2}}, {"name": {"eq": ""}}]}""",
    ];

    [OnBothDatabases]
    public async Task A_condition_is_answered_as_if_it_were_the_first(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        await using var database = await HarborDatabase.CreateAsync(kind, [.. SmallFleet.Make()]);
        foreach (var where in Wheres.Concat(Wheres.Reverse()))
        {
            var variables = new { where = JsonNode.Parse(where), order = new[] { new { name = "DESC" } } };
            Assert.Equal((where, await new HarborGraph(database).DataAsync(Filtered, variables)), (where, await graph.DataAsync(Filtered, variables)));
        }
    }

    [OnBothDatabases]
    public async Task The_present_is_that_of_the_request(DatabaseKind kind)
    {
        await using var database = await HarborDatabase.CreateAsync(kind, [.. SmallFleet.Make()]);
        var graph = new HarborGraph(database) { Present = SmallFleet.Launch.AddDays(1) };
        const string query = "{ ships(first: 1, order: {age: DESC}) { nodes { age isOld } } }";
        Assert.Equal("""{"ships":{"nodes":[{"age":"P1D","isOld":false}]}}""", await graph.DataAsync(query));

        graph.Present = SmallFleet.Launch.AddDays(4000);

        Assert.Equal("""{"ships":{"nodes":[{"age":"P4000D","isOld":true}]}}""", await graph.DataAsync(query));
    }

    [OnBothDatabases]
    public async Task The_present_in_a_condition_is_that_of_the_request(DatabaseKind kind)
    {
        await using var database = await HarborDatabase.CreateAsync(kind, [.. SmallFleet.Make()]);
        var graph = new HarborGraph(database) { Present = SmallFleet.Launch.AddDays(1) };
        const string query = "{ ships(where: {isOld: {eq: true}}) { totalCount nodes { number age } } }";
        Assert.Equal("""{"ships":{"totalCount":0,"nodes":[]}}""", await graph.DataAsync(query));

        graph.Present = SmallFleet.Launch.AddDays(4000);

        Assert.Equal("""{"ships":{"totalCount":1,"nodes":[{"number":1,"age":"P4000D"}]}}""", await graph.DataAsync(query));
    }

    [OnBothDatabases]
    public async Task Cursors_sizes_and_directions_change_between_requests(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        const string query = "query($first: Int, $after: String, $last: Int, $before: String, $order: [ShipSortInput!]) "
            + "{ ships(first: $first, after: $after, last: $last, before: $before, order: $order) { nodes { number } pageInfo { endCursor } } }";
        foreach (var order in new object[] { new[] { new { name = "ASC" } }, new[] { new { tonnage = "DESC" } }, new[] { new { flag = "ASC" } } })
        {
            var whole = Numbers(await graph.AskAsync(query, new { order }));
            var first = await graph.AskAsync(query, new { order, first = 1 });
            var rest = await graph.AskAsync(query, new { order, after = End(first) });
            var second = await graph.AskAsync(query, new { order, first = 1, after = End(first) });
            var before = await graph.AskAsync(query, new { order, last = 2, before = End(second) });
            Assert.Equal(whole, Numbers(first).Concat(Numbers(rest)));
            Assert.Equal(whole.Take(2), Numbers(first).Concat(Numbers(second)));
            Assert.Equal(whole.Take(1), Numbers(before));
        }

        static List<int> Numbers(JsonObject answer) => [.. answer["data"]!["ships"]!["nodes"]!.AsArray().Select(n => (int)n!["number"]!)];
        static string End(JsonObject answer) => (string)answer["data"]!["ships"]!["pageInfo"]!["endCursor"]!;
    }

    [OnBothDatabases]
    public async Task Relations_are_read_for_the_parents_of_the_request(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        const string query = "query($number: Int!) { ship(number: $number) { name homePort { name } berths { port { name } } crew { totalCount nodes { name } } } }";
        Assert.Equal(
            """{"ship":{"name":"Aurora","homePort":{"name":"Lisbon"},"berths":[{"port":{"name":"Bergen"}},{"port":{"name":"Lisbon"}}],"crew":{"totalCount":2,"nodes":[{"name":"Ann"},{"name":"Bo"}]}}}""",
            await graph.DataAsync(query, new { number = 1 }));
        Assert.Equal(
            """{"ship":{"name":"Borea","homePort":{"name":"Bergen"},"berths":[],"crew":{"totalCount":1,"nodes":[{"name":"Ann"}]}}}""",
            await graph.DataAsync(query, new { number = 2 }));
        Assert.Equal("""{"ship":null}""", await graph.DataAsync(query, new { number = 9 }));
    }

    [OnBothDatabases]
    public async Task A_statement_is_written_once_for_all_values_and_documents(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        await graph.DataAsync("query A($n: Int!) { ships(first: 2, where: {number: {lt: $n}}) { nodes { registered } } }", new { n = 3 });
        using var written = new WrittenStatements();

        await graph.DataAsync("query A($n: Int!) { ships(first: 2, where: {number: {lt: $n}}) { nodes { registered } } }", new { n = 4 });
        await graph.DataAsync("query B { ships(first: 3, where: {number: {lt: 5}}) { nodes { again: registered } } }");
        Assert.Equal(0, written.Count);

        await graph.DataAsync("query A($n: Int!) { ships(first: 2, where: {number: {lt: $n}}) { nodes { registered beacon } } }", new { n = 4 });
        Assert.Equal(1, written.Count);
    }
}
