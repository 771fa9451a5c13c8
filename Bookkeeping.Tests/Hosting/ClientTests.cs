using System.Text.Json.Nodes;
using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Hosting;

/// <summary>The clients that other teams use accept the schema, and talk to the server over a socket.</summary>
public sealed class ClientTests(DemoServer demo) : IClassFixture<DemoServer>
{
    private const int PageSize = 25;

    [NodeFact]
    public async Task The_reference_implementation_builds_the_same_schema_from_introspection_and_from_the_download()
    {
        var outcome = await RunAsync("client-graphql.mjs", demo.Address);

        Assert.Empty(outcome["errors"]!.AsArray());
        Assert.Equal((string?)outcome["downloaded"], (string?)outcome["introspected"]);
        Assert.Equal(Normal(SchemaPrinter.Print(BookkeepingSchema.Describe(), SchemaPrinterOptions.Canonical with { Order = SchemaOrder.ByName })), Normal((string)outcome["introspected"]!));
    }

    [NodeFact]
    public async Task Apollo_Client_joins_pages_in_its_cache_and_tells_errors_apart()
    {
        var expected = await RunNumbersAsync();

        var outcome = await RunAsync("client-apollo.mjs", demo.Address, "526080");

        Assert.Equal(526080, (int)outcome["run"]!["runNumber"]!);
        Assert.Equal($"Run:{outcome["run"]!["id"]}", (string?)outcome["cachedAs"]);
        Assert.Equal(expected, Numbers(outcome["runNumbers"]));
        Assert.Equal(expected.Count, (int)outcome["totalCount"]!);
        Assert.Equal(Pages(expected.Count), Numbers(outcome["pages"]));
        Assert.True((bool)outcome["invalid"]!["isGraphQL"]!);
        Assert.Null(outcome["invalid"]!["data"]);
        Assert.True((bool)outcome["partial"]!["isGraphQL"]!);
        Assert.Equal("HC0079", (string?)outcome["partial"]!["codes"]![0]);
        Assert.Equal(8178, (int)outcome["partial"]!["data"]!["fill"]!["fillNumber"]!);
    }

    [NodeFact]
    public async Task Relay_compiles_connections_and_fetches_a_node_again()
    {
        var expected = await RunNumbersAsync();

        var outcome = await RunAsync("client-relay.mjs", demo.Address, Path.Combine(Snapshot.RepositoryRoot, "schema.graphql"));

        Assert.Equal(expected, Numbers(outcome["runNumbers"]));
        Assert.Equal(Pages(expected.Count), Numbers(outcome["pages"]));
        Assert.Equal(expected[3], (int)outcome["refetched"]!["runNumber"]!);
        Assert.Equal("RunAgainQuery", (string?)outcome["sent"]!.AsArray()[^1]);
    }

    [NodeFact]
    public async Task Generated_TypeScript_compiles_strictly_and_is_answered()
    {
        var outcome = await RunAsync("client-codegen.mjs", demo.Address);

        Assert.Equal("", (string?)outcome["problems"]);
        Assert.Null(outcome["answer"]!["errors"]);
        Assert.Equal(3, outcome["answer"]!["data"]!["runs"]!["nodes"]!.AsArray().Count);
    }

    private static async Task<JsonNode> RunAsync(string script, params string[] arguments) => JsonNode.Parse(await Node.RunAsync(script, arguments))!;

    private async Task<List<int>> RunNumbersAsync()
    {
        var answer = await demo.Server.AskAsync("{ runs(first: 1000, order: {runNumber: ASC}) { nodes { runNumber } } }");
        return [.. answer["data"]!["runs"]!["nodes"]!.AsArray().Select(node => (int)node!["runNumber"]!)];
    }

    private static List<int> Numbers(JsonNode? list) => [.. list!.AsArray().Select(number => (int)number!)];

    private static List<int> Pages(int count) => [.. Enumerable.Range(0, (count + PageSize - 1) / PageSize).Select(page => Math.Min(PageSize, count - (page * PageSize)))];

    // The reference implementation indents the empty lines of a description too.
    private static string Normal(string sdl) => string.Join('\n', sdl.Trim().Split('\n').Select(line => line.TrimEnd()));
}

/// <summary>One server over the demonstration data, for tests that only read.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private TestDatabase? database;

    internal ApiServer Server { get; private set; } = null!;

    /// <summary>Where the graph is.</summary>
    public string Address => $"{Server.Client.BaseAddress}graphql";

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Server = await ApiServer.StartAsync(database.ConnectionString, demo: true);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await database!.DisposeAsync();
    }
}
