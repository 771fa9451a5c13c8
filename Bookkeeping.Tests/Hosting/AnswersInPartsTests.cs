using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.Tests.GraphQL.Execution.Incremental;
using Bookkeeping.Tests.Kit;
using Npgsql;

namespace Bookkeeping.Tests.Hosting;

/// <summary>The logbook's answers in parts, over a socket, put together again.</summary>
public sealed partial class AnswersInPartsTests(DemoServers servers) : IClassFixture<DemoServers>
{
    private static readonly string[] Documents =
    [
        "{ runs(first: 5) { nodes { runNumber ... @defer(label: \"parts\") { quality detectors { quality detector { name } } fill { fillNumber stableBeamsDuration } } } } }",
        "{ runs(first: 5) { nodes { runNumber ...Rest @defer } ... @defer { totalCount pageInfo { hasNextPage } } } } fragment Rest on Run { tags { text } ... @defer { logEntries(first: 2) { nodes { number } } } }",
        "{ run(runNumber: 526080) { runNumber detectors @stream(initialCount: 2, label: \"detectors\") { quality detector { name } } } }",
        "{ runs(first: 3, order: {runNumber: ASC}) { nodes { runNumber detectors(first: 4) @stream(initialCount: 1) { detector { name } } } } }",
        "{ runs(first: 250) { totalCount nodes @stream(initialCount: 3) { runNumber fill { fillNumber } tags { text } } pageInfo { endCursor hasNextPage } } }",
        "{ runs(last: 250) { edges @stream { cursor node { runNumber ... @defer { detectors { detector { name } } } } } } }",
        "{ fill(fillNumber: 8178) { ... @defer { statistics { efficiency detectors { detector { name } } } runs { nodes @stream(initialCount: 1) { runNumber } } } } }",
    ];

    [OnBothDatabases]
    [InlineData("multipart/mixed", IncrementalFormat.V02)]
    [InlineData("multipart/mixed; incrementalSpec=v0.1", IncrementalFormat.V01)]
    [InlineData("text/event-stream; incrementalSpec=v0.2", IncrementalFormat.V02)]
    [InlineData("text/event-stream; incrementalSpec=v0.1", IncrementalFormat.V01)]
    [InlineData("application/jsonl", IncrementalFormat.V02)]
    [InlineData("application/jsonl; incrementalSpec=v0.1", IncrementalFormat.V01)]
    public async Task What_comes_in_parts_is_what_comes_at_once(DatabaseKind kind, string accept, IncrementalFormat format)
    {
        var server = await servers.OfAsync(kind);
        foreach (var document in Documents)
        {
            var whole = (await server.AskAsync(Directive().Replace(document, "")))["data"];

            var parts = IncrementalClient.Read(await PayloadsAsync(server, document, accept), format);

            Assert.True(parts.Payloads.Count > 1, $"One payload for {document}");
            Assert.Empty(parts.Errors);
            Assert.Equal(IncrementalClient.Sorted(whole), parts.Data);
        }
    }

    [OnBothDatabases]
    public async Task The_items_of_a_connection_are_streamed_a_hundred_at_a_time(DatabaseKind kind)
    {
        var payloads = await PayloadsAsync(await servers.OfAsync(kind), "{ runs(first: 250) { nodes @stream(initialCount: 3) { runNumber } } }", "application/jsonl");

        Assert.Equal(3, JsonNode.Parse(payloads[0])!["data"]!["runs"]!["nodes"]!.AsArray().Count);
        Assert.Equal(["runs", "nodes"], JsonNode.Parse(payloads[0])!["pending"]![0]!["path"]!.AsArray().Select(step => (string)step!));
        Assert.All(payloads.Skip(1), payload => Assert.InRange(JsonNode.Parse(payload)!["incremental"]![0]!["items"]!.AsArray().Count, 1, 100));
    }

    [Fact]
    public async Task The_cost_is_told_with_the_first_part()
    {
        var payloads = await PayloadsAsync(await servers.OfAsync(DatabaseKind.Sqlite), Documents[0], "application/jsonl", cost: "report");
        var alone = await PayloadsAsync(await servers.OfAsync(DatabaseKind.Sqlite), Documents[0], "application/jsonl", cost: "validate");

        var cost = JsonNode.Parse(payloads[0])!["extensions"]!["operationCost"]!;
        Assert.Equal(JsonNode.Parse(Assert.Single(alone))!["extensions"]!["operationCost"]!.ToJsonString(), cost.ToJsonString());
        Assert.True((double)cost["typeCost"]! > 100);
        Assert.All(payloads.Skip(1), payload => Assert.DoesNotContain("extensions", payload, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_takes_one_answer_is_told_what_would_be_right()
    {
        using var answer = await OpenAsync(await servers.OfAsync(DatabaseKind.Sqlite), Documents[0], "application/graphql-response+json");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("accept multipart/mixed, or switch them off by `if: false`", await answer.Content.ReadAsStringAsync());
    }

    // A lock keeps the statement of the deferred field waiting, so that the clients are surely gone in the middle.
    [OnBothDatabases]
    public async Task Clients_that_leave_in_the_middle_end_their_statements_and_give_their_connections_back(DatabaseKind kind)
    {
        // Readers of SQLite wait for nobody; what its contexts do is tested without a socket.
        if (kind == DatabaseKind.Sqlite) return;
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var server = await ApiServer.StartAsync(database.ConnectionString + ";Maximum Pool Size=4", demo: true);
        await using var locking = await ConnectionAsync(database);
        await using var watching = await ConnectionAsync(database);
        await using var transaction = await locking.BeginTransactionAsync();
        await ExecuteAsync(locking, "LOCK TABLE run_detectors IN ACCESS EXCLUSIVE MODE");

        for (var client = 0; client < 12; client++)
        {
            using var gone = await OpenAsync(server, Documents[0], "application/jsonl");
            using var body = await gone.Content.ReadAsStreamAsync();
            using var reader = new StreamReader(body);
            Assert.Contains("\"hasNext\":true", await reader.ReadLineAsync());
            await WaitForAsync(watching, waiting: true);
        }

        await WaitForAsync(watching, waiting: false);
        Assert.Equal(526080, (int)(await server.AskAsync("{ run(runNumber: 526080) { runNumber } }"))["data"]!["run"]!["runNumber"]!);
        await transaction.RollbackAsync();
        Assert.Null((await server.AskAsync(Directive().Replace(Documents[0], "")))["errors"]);
    }

    private static async Task WaitForAsync(NpgsqlConnection connection, bool waiting)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
            if ((long)(await command.ExecuteScalarAsync(limit.Token))! > 0 == waiting) return;
        }
    }

    private static async Task<NpgsqlConnection> ConnectionAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> PayloadsAsync(ApiServer server, string document, string accept, string? cost = null)
    {
        using var answer = await OpenAsync(server, document, accept, cost);
        Assert.Equal(accept.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
        // In all forms a payload is one line.
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        return [.. lines.Select(line => line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : line).Where(line => line.StartsWith('{')).Select(line => line.TrimEnd('\r'))];
    }

    private static Task<HttpResponseMessage> OpenAsync(ApiServer server, string document, string accept, string? cost = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = document }) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (cost is not null) request.Headers.Add("GraphQL-Cost", cost);
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    [GeneratedRegex(@" ?@(defer|stream)(\([^)]*\))?")]
    private static partial Regex Directive();
}

/// <summary>A server over the demonstration data on each database, for tests that only read.</summary>
public sealed class DemoServers : IAsyncLifetime
{
    private readonly List<(TestDatabase Database, ApiServer Server)> started = [];

    /// <summary>The server on a database.</summary>
    internal async Task<ApiServer> OfAsync(DatabaseKind kind)
    {
        if (started.Find(s => s.Database.Kind == kind).Server is { } known) return known;
        var database = await TestDatabase.CreateAsync(kind);
        started.Add((database, await ApiServer.StartAsync(database.ConnectionString, demo: true)));
        return started[^1].Server;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (database, server) in started)
        {
            await server.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
