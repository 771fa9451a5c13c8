using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Relations;

public sealed class RelationTests(Harbors harbors) : IClassFixture<Harbors>
{
    [OnBothDatabases]
    public async Task A_reference_gives_the_row_or_null(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ships":{"nodes":[{"homePort":{"name":"Lisbon"},"flagship":null},{"homePort":{"name":"Bergen"},"flagship":{"name":"Aurora"}},"""
            + """{"homePort":{"name":"Lisbon"},"flagship":{"name":"Aurora"}},{"homePort":null,"flagship":null}]}}""",
            await graph.DataAsync("{ ships { nodes { homePort { name } flagship { name } } } }"));
        Assert.Equal(3, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task A_reference_whose_key_is_enough_needs_no_statement(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ship":{"homePort":{"__typename":"Port","id":"UG9ydDpMSVM=","code":"LIS"}}}""",
            await graph.DataAsync("{ ship(number: 1) { homePort { __typename id code } } }"));
        Assert.Single(graph.Statements);
    }

    [OnBothDatabases]
    public async Task A_reference_from_the_side_without_the_key_is_looked_up(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ships":{"nodes":[{"log":{"ship":{"number":1}}},{"log":null},{"log":null},{"log":null}]}}""",
            await graph.DataAsync("{ ships { nodes { log { ship { number } } } } }"));
        Assert.Equal(2, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task A_list_gives_each_parent_its_rows(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ships":{"nodes":[{"escorts":[{"number":3},{"number":2}],"berths":[{"port":{"code":"BGO"}},{"port":{"code":"LIS"}}]},"""
            + """{"escorts":[],"berths":[]},{"escorts":[],"berths":[]},{"escorts":[],"berths":[]}]}}""",
            await graph.DataAsync("{ ships { nodes { escorts { number } berths { port { code } } } } }"));
        Assert.Equal(3, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task A_list_of_many_to_many_gives_each_parent_its_rows(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ship":{"crew":{"nodes":[{"name":"Ann","ships":[{"number":1},{"number":2}]},{"name":"Bo","ships":[{"number":1}]}]}}}""",
            await graph.DataAsync("{ ship(number: 1) { crew { nodes { name ships { number } } } } }"));
        Assert.Equal(3, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task Rows_may_be_related_by_an_equal_value(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ships":{"nodes":[{"sisterShips":[{"number":3},{"number":1}]},{"sisterShips":[{"number":2}]}]}}""",
            await graph.DataAsync("{ ships(first: 2) { nodes { sisterShips(order: {number: DESC}) { number } } } }"));
        Assert.Equal(2, graph.Statements.Count);
    }

    [OnBothDatabases]
    [InlineData("escorts(where: {kind: {eq: BARGE}}) { number }", "[2]")]
    [InlineData("escorts(order: {number: ASC}) { number }", "[2 3]")]
    [InlineData("escorts(where: {flagship: {number: {eq: 1}}}, order: [{kind: DESC}]) { number }", "[3 2]")]
    [InlineData("voyages(where: {arrived: {eq: null}}) { nodes { number } }", "[10]")]
    [InlineData("voyages(order: {number: DESC}) { nodes { number } }", "[11 10]")]
    [InlineData("voyages(first: 1) { nodes { number } }", "[10]")]
    [InlineData("voyages(last: 1) { nodes { number } }", "[11]")]
    public async Task Lists_and_pages_are_filtered_and_sorted(DatabaseKind kind, string field, string numbers)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        foreach (var parents in new[] { "where: {number: {eq: 1}}", "first: 4" })
        {
            var answer = await graph.AskAsync($"{{ ships({parents}) {{ nodes {{ rows: {field} }} }} }}");
            Assert.Null(answer["errors"]?.ToJsonString());
            var rows = answer["data"]!["ships"]!["nodes"]![0]!["rows"]!;
            var items = (rows is System.Text.Json.Nodes.JsonObject ? rows["nodes"]! : rows).AsArray();
            Assert.Equal(numbers, $"[{string.Join(' ', items.Select(i => i!["number"]!.ToString()))}]");
            Assert.Equal(2, graph.Statements.Count);
        }
    }

    [OnBothDatabases]
    public async Task Each_parent_has_pages_of_its_own(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var query = "query($after: String) { ships { nodes { voyages(first: 1, after: $after) { totalCount nodes { number } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }";
        var first = await graph.AskAsync(query);
        var pages = first["data"]!["ships"]!["nodes"]!.AsArray().Select(n => n!["voyages"]!).ToList();
        Assert.Equal(3, graph.Statements.Count);
        Assert.Equal(["2 10 True False", "0  False False", "1 12 False False", "0  False False"], pages.Select(Text));

        var next = await graph.AskAsync(query, new { after = (string)pages[0]["pageInfo"]!["endCursor"]! });
        Assert.Equal(
            ["2 11 False True", "0  False True", "1 12 False True", "0  False True"],
            next["data"]!["ships"]!["nodes"]!.AsArray().Select(n => Text(n!["voyages"]!)));

        static string Text(System.Text.Json.Nodes.JsonNode page) =>
            $"{page["totalCount"]} {string.Join(' ', page["nodes"]!.AsArray().Select(n => n!["number"]!.ToString()))} "
            + $"{(bool)page["pageInfo"]!["hasNextPage"]!} {(bool)page["pageInfo"]!["hasPreviousPage"]!}";
    }

    [OnBothDatabases]
    [InlineData("", "3 2", "3 1")]
    [InlineData("first: 1", "3", "3")]
    [InlineData("first: 2", "3 2", "3 1")]
    [InlineData("first: 0", "", "")]
    [InlineData("skip: 0", "3 2", "3 1")]
    [InlineData("skip: 1", "2", "1")]
    [InlineData("skip: 2", "", "")]
    [InlineData("first: 1, skip: 1", "2", "1")]
    [InlineData("first: null, skip: null", "3 2", "3 1")]
    [InlineData("first: 1, where: {number: {lt: 3}}", "2", "1")]
    public async Task A_part_of_a_list_is_cut_for_each_parent_in_one_statement(DatabaseKind kind, string arguments, string escorts, string sisterShips)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var brackets = arguments == "" ? "" : $"({arguments})";
        var sisters = $"({arguments}{(arguments == "" ? "" : ", ")}order: {{number: DESC}})";
        foreach (var parents in new[] { "where: {number: {eq: 1}}", "where: {number: {neq: 2}}", "first: 4" })
        {
            var answer = await graph.AskAsync($"{{ ships({parents}) {{ nodes {{ escorts{brackets} {{ number }} sisterShips{sisters} {{ number }} }} }} }}");
            Assert.Null(answer["errors"]?.ToJsonString());
            var ship = answer["data"]!["ships"]!["nodes"]![0]!;
            Assert.Equal(escorts, Numbers(ship["escorts"]!));
            Assert.Equal(sisterShips, Numbers(ship["sisterShips"]!));
            Assert.Equal(3, graph.Statements.Count);
        }

        static string Numbers(System.Text.Json.Nodes.JsonNode rows) => string.Join(' ', rows.AsArray().Select(row => row!["number"]!.ToString()));
    }

    [OnBothDatabases]
    public async Task A_part_of_a_list_of_many_to_many_is_cut_for_each_parent(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"ship":{"crew":{"nodes":[{"name":"Ann","ships":[{"number":2}]},{"name":"Bo","ships":[]}]}}}""",
            await graph.DataAsync("{ ship(number: 1) { crew { nodes { name ships(skip: 1, first: 1) { number } } } } }"));
        Assert.Equal(3, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task A_part_of_a_list_is_cut_by_numbers_in_variables_with_the_statement_of_the_first_time(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        const string query = "query ($first: Int, $skip: Int) { ships(where: {number: {neq: 2}}) { nodes { escorts(first: $first, skip: $skip) { number } } } }";
        await graph.AskAsync(query, new { first = 5, skip = 1 });
        var before = graph.Statements[1];
        await graph.AskAsync(query, new { first = 1, skip = 2 });
        Assert.Equal(before, graph.Statements[1]);
        Assert.Equal(1, Occurrences(kind == DatabaseKind.Sqlite ? "ROW_NUMBER" : "OFFSET", before));
        await graph.AskAsync(query, new { first = 1 });
        Assert.DoesNotContain("OFFSET", graph.Statements[1], StringComparison.Ordinal);

        static int Occurrences(string word, string statement) => statement.Split(word).Length - 1;
    }

    [OnBothDatabases]
    [InlineData("first: 6", "HC0051", "'first' of Ship.escorts is at most 5, not 6")]
    [InlineData("first: -1", "HC0079", "'first' of Ship.escorts is -1")]
    [InlineData("first: 5, skip: -1", "HC0079", "'skip' of Ship.escorts is -1")]
    [InlineData("first: 5, skip: 0", null, null)]
    [InlineData("first: 0, skip: 2147483647", null, null)]
    [InlineData("first: 5, skip: 2147483647", null, null)]
    [InlineData("skip: 2147483647", null, null)]
    public async Task A_part_that_cannot_be_is_refused(DatabaseKind kind, string arguments, string? code, string? message)
    {
        await using var database = await HarborDatabase.CreateAsync(kind, [.. SmallFleet.Make()]);
        var graph = new HarborGraph(database, new DataOptions { MaxPageSize = 5 });
        foreach (var parents in new[] { "ship(number: 1) {", "ships(first: 5) { nodes {" })
        {
            var query = $"{{ {parents} escorts({arguments}) {{ number }} }} }}" + (parents.EndsWith("nodes {", StringComparison.Ordinal) ? " }" : "");
            if (code is null)
            {
                await graph.DataAsync(query);
                continue;
            }
            var error = await graph.ErrorAsync(query);
            Assert.Equal(code, (string)error["extensions"]!["code"]!);
            Assert.StartsWith(message!, (string)error["message"]!);
        }
    }

    [OnBothDatabases]
    public async Task The_statements_grow_with_the_relations_and_not_with_the_rows(DatabaseKind kind)
    {
        const string query = "{ ships(first: 1000) { nodes { number homePort { name } crew(first: 3) { totalCount nodes { name ships { number } } } "
            + "escorts { number flagship { number } } berths { port { name } } voyages { nodes { from { name ships { nodes { number } } } } } } } }";
        var counts = new List<int>();
        var texts = new List<string>();
        foreach (var ships in new[] { 2, 40 })
        {
            await using var database = await HarborDatabase.CreateAsync(kind, [.. RandomFleet.Make(1, ships)]);
            await using (var context = database.Open())
            {
                var ann = new Sailor { Name = "Ann", Ships = [.. context.Ships] };
                context.AddRange(ann, new Berth { ShipNumber = 1, PortCode = "P1" });
                await context.SaveChangesAsync();
            }
            var graph = new HarborGraph(database);
            await graph.DataAsync(query);
            counts.Add(graph.Statements.Count);
            texts.Add(string.Join('\n', graph.Statements));
        }
        Assert.Equal([11, 11], counts);
        Assert.Equal(texts[0], texts[1]);
    }

    [OnBothDatabases]
    public async Task No_parents_no_statements(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        await graph.DataAsync("{ ships(where: {number: {eq: 99}}) { nodes { escorts { number } homePort { name } voyages { totalCount nodes { number } } } } }");
        Assert.Single(graph.Statements);
        await graph.DataAsync("{ ship(number: 4) { homePort { name ships { nodes { number } } } flagship { name } } }");
        Assert.Single(graph.Statements);
    }

    [Fact]
    public async Task A_list_longer_than_allowed_is_refused()
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite, [.. SmallFleet.Make()]);
        var graph = new HarborGraph(database, new DataOptions { MaxListItems = 2 });
        await graph.DataAsync("{ ship(number: 1) { escorts { number } } }");
        var error = await graph.ErrorAsync("{ ships { nodes { sisterShips { number } } } }");
        Assert.Contains("Ship.sisterShips would hold more than 2 items", (string)error["message"]!);
        error = await graph.ErrorAsync("{ ports { code } }");
        Assert.Contains("Query.ports would hold more than 2 items", (string)error["message"]!);
    }
}
