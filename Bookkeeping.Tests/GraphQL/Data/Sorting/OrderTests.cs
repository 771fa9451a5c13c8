using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Sorting;

public sealed class OrderTests(Harbors harbors) : IClassFixture<Harbors>
{
    [OnBothDatabases]
    [InlineData("[]", "1 2 3 4")]
    [InlineData("null", "1 2 3 4")]
    [InlineData("[{}]", "1 2 3 4")]
    [InlineData("{number: DESC}", "4 3 2 1")]
    [InlineData("[{number: DESC}]", "4 3 2 1")]
    [InlineData("{id: DESC}", "4 3 2 1")]
    [InlineData("[{kind: ASC}, {name: DESC}]", "2 3 1 4")]
    [InlineData("[{kind: ASC}, {kind: DESC}, {number: DESC}]", "2 3 1 4")]
    [InlineData("{tonnage: ASC}", "3 4 1 2")]
    [InlineData("{tonnage: DESC}", "2 1 4 3")]
    [InlineData("{homePort: {name: ASC}}", "4 2 1 3")]
    [InlineData("{homePort: {code: DESC}}", "3 1 2 4")]
    [InlineData("{voyageCount: DESC}", "1 3 4 2")]
    public async Task Rows_come_in_the_order_asked_for_then_by_key(DatabaseKind kind, string order, string numbers)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var answer = await graph.AskAsync($"{{ ships(order: {order}) {{ nodes {{ number }} }} }}");
        Assert.Null(answer["errors"]?.ToJsonString());
        Assert.Equal(numbers, string.Join(' ', answer["data"]!["ships"]!["nodes"]!.AsArray().Select(n => n!["number"]!.ToString())));
    }

    [OnBothDatabases]
    [InlineData("ASC", "10 12 11")]
    [InlineData("DESC", "11 10 12")]
    public async Task A_derived_enum_of_constants_is_sorted_as_its_values_are_declared_and_pages_follow(DatabaseKind kind, string direction, string numbers)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var found = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = (await graph.AskAsync($"query ($after: String) {{ voyages(first: 1, after: $after, order: [{{state: {direction}}}, {{number: ASC}}]) {{ nodes {{ number }} pageInfo {{ endCursor hasNextPage }} }} }}", new { after = cursor }))["data"]!["voyages"]!;
            found.Add(page["nodes"]![0]!["number"]!.ToString());
            cursor = (string?)page["pageInfo"]!["endCursor"];
            if (!(bool)page["pageInfo"]!["hasNextPage"]!) break;
        }

        Assert.Equal(numbers, string.Join(' ', found));
    }

    [OnBothDatabases]
    public async Task A_derived_enum_that_comes_from_a_column_is_filtered_but_not_sorted(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var input = (Bookkeeping.GraphQL.Types.InputObjectType)graph.Schema.FindType("VoyageSortInput")!;
        Assert.True(input.Fields.Contains("state"));
        Assert.False(input.Fields.Contains("kind"));
        Assert.Equal("""{"voyages":{"totalCount":3}}""", await graph.DataAsync("{ voyages(where: {kind: {eq: CRUISER}}) { totalCount } }"));
    }

    [OnBothDatabases]
    public async Task A_field_or_an_entity_may_declare_another_order(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var data = await graph.DataAsync("{ voyages { nodes { number } } ports { code } ship(number: 1) { escorts { number } } }");
        Assert.Equal(
            """{"voyages":{"nodes":[{"number":12},{"number":11},{"number":10}]},"ports":[{"code":"BGO"},{"code":"LIS"},{"code":"OSL"}],"ship":{"escorts":[{"number":3},{"number":2}]}}""",
            data);
    }

    [Theory]
    [InlineData("{number: null}", "HC0026", "'number' in ShipSortInput does not take null")]
    [InlineData("{homePort: null}", "HC0026", "'homePort' in ShipSortInput does not take null")]
    [InlineData("[{number: ASC}, {homePort: {name: null}}]", "HC0026", "'name' in PortSortInput does not take null")]
    [InlineData("{number: ASC, name: DESC}", "HC0001", "names several fields (number, name)")]
    [InlineData("{homePort: {name: ASC, code: ASC}}", "HC0001", "names several fields (code, name)")]
    public async Task An_item_that_leaves_the_order_open_is_refused(string order, string code, string message)
    {
        var graph = await harbors.Of(DatabaseKind.Sqlite, SmallFleet.Make);
        var error = await graph.ErrorAsync($"{{ ships(order: {order}) {{ nodes {{ number }} }} }}");
        Assert.Equal(code, (string)error["extensions"]!["code"]!);
        Assert.Contains(message, (string)error["message"]!);
    }

    [Fact]
    public async Task More_items_than_allowed_are_refused()
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        var graph = new HarborGraph(database, new DataOptions { MaxOrderFields = 2 });
        await graph.DataAsync("{ ships(order: [{name: ASC}, {kind: ASC}]) { nodes { number } } }");
        var error = await graph.ErrorAsync("{ ships(order: [{name: ASC}, {kind: ASC}, {flag: ASC}]) { nodes { number } } }");
        Assert.Contains("'order' has 3 items; at most 2 are taken.", (string)error["message"]!);
    }
}
