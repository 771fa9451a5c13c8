using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Nodes;

public sealed class NodeTests(Harbors harbors) : IClassFixture<Harbors>
{
    [OnBothDatabases]
    [InlineData("U2hpcDox", """{"node":{"__typename":"Ship","id":"U2hpcDox","name":"Aurora"}}""")]
    [InlineData("UG9ydDpMSVM=", """{"node":{"__typename":"Port","id":"UG9ydDpMSVM=","depth":12}}""")]
    [InlineData("U2hpcDo5OTk=", """{"node":null}""")]
    public async Task An_id_finds_its_row_or_nothing(DatabaseKind kind, string id, string data)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(data, await graph.DataAsync("query($id: ID!) { node(id: $id) { __typename id ... on Ship { name } ... on Port { depth } } }", new { id }));
        Assert.Single(graph.Statements);
    }

    [OnBothDatabases]
    public async Task Many_ids_are_found_with_one_statement_for_each_type(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        Assert.Equal(
            """{"nodes":[{"name":"Cara"},{"code":"LIS"},null,{"name":"Aurora"},{"name":"Cara"}]}""",
            await graph.DataAsync(
                "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Ship { name } ... on Port { code } } }",
                new { ids = new[] { "U2hpcDoz", "UG9ydDpMSVM=", "U2hpcDo5OTk=", "U2hpcDox", "U2hpcDoz" } }));
        Assert.Equal(2, graph.Statements.Count);
    }

    [Theory]
    [InlineData("505660")]
    [InlineData("U2hpcDp4")]
    [InlineData("Q2FyOjE=")]
    [InlineData("U2hpcA==")]
    [InlineData("%%%")]
    [InlineData("")]
    public async Task What_is_no_id_is_an_error_with_the_value(string id)
    {
        var graph = await harbors.Of(DatabaseKind.Sqlite, SmallFleet.Make);
        var answer = await graph.AskAsync("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id, \"U2hpcDox\"]) { id } }", new { id });
        Assert.Equal("""{"node":null,"nodes":[null,{"id":"U2hpcDox"}]}""", answer["data"]!.ToJsonString());
        Assert.Equal([id, id], answer["errors"]!.AsArray().Select(e => (string)e!["extensions"]!["originalValue"]!));
    }

    [Fact]
    public async Task Fifty_ids_at_most_are_taken()
    {
        var graph = await harbors.Of(DatabaseKind.Sqlite, SmallFleet.Make);
        const string query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        await graph.DataAsync(query, new { ids = Enumerable.Repeat("U2hpcDox", 50) });
        var answer = await graph.AskAsync(query, new { ids = Enumerable.Repeat("U2hpcDox", 51) });
        Assert.Null(answer["data"]);
        Assert.Equal("HC0076", (string)answer["errors"]![0]!["extensions"]!["code"]!);
    }

    [OnBothDatabases]
    public async Task An_id_reads_in_both_alphabets(DatabaseKind kind)
    {
        // The name makes base64 with the two characters in which the alphabets differ.
        var name = "\u00be\u00bf??>";
        await using var database = await HarborDatabase.CreateAsync(kind, new Sailor { Name = name }, new Ship { Number = 1 });
        await using (var context = database.Open())
        {
            context.Ships.Single().Crew.Add(context.Sailors.Single());
            await context.SaveChangesAsync();
        }
        var graph = new HarborGraph(database);
        var answer = await graph.AskAsync("{ ship(number: 1) { crew { nodes { id } } } }");
        var id = (string)answer["data"]!["ship"]!["crew"]!["nodes"]![0]!["id"]!;
        Assert.Contains('_', id);
        foreach (var spelling in new[] { id, id.Replace('-', '+').Replace('_', '/') })
            Assert.Equal($$$"""{"node":{"name":"{{{name}}}"}}""", await graph.DataAsync("query($id: ID!) { node(id: $id) { ... on Sailor { name } } }", new { id = spelling }));
    }
}
