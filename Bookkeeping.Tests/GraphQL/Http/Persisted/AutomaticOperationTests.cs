using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Http.Persisted;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http.Persisted;

/// <summary>The automatic protocol: miss, store, hit, and what is wrong with it.</summary>
public sealed class AutomaticOperationTests
{
    private const string GraphQL = "application/graphql-response+json";
    private const string Document = "query($name: String! = \"world\") { hello(name: $name) }";
    private static readonly string Hash = DocumentHash.Of(Document);

    [Fact]
    public void A_hash_is_that_of_every_other_program() =>
        Assert.Equal("ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38", DocumentHash.Of("{__typename}"));

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData(GraphQL, HttpStatusCode.BadRequest)]
    public async Task A_hash_that_is_not_known_is_a_miss(string accept, HttpStatusCode status)
    {
        await using var server = await SampleServer.StartAsync();

        var answer = await server.PostAsync(Request(null, Hash), accept);

        var error = (await answer.JsonAsync()).GetProperty("errors")[0];
        Assert.Equal(Hash, error.GetProperty("extensions").GetProperty("requestedKey").GetString());
        Assert.Equal("PersistedQueryNotFound", await answer.RefusedAsync(status, ErrorCodes.UnknownStoredDocument));
    }

    [Fact]
    public async Task A_document_is_stored_with_its_hash_and_found_by_it_afterwards()
    {
        await using var server = await SampleServer.StartAsync();

        var stored = await (await server.PostAsync(Request(Document, Hash))).JsonAsync();
        Assert.Equal("Hello, world!", stored.GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal($$"""{"sha256Hash":"{{Hash}}","persisted":true}""", stored.GetProperty("extensions").GetProperty("persistedQuery").GetRawText());

        var hit = await (await server.PostAsync(Request(null, Hash.ToUpperInvariant(), """{"name": "you"}"""))).JsonAsync();
        Assert.Equal("""{"data":{"hello":"Hello, you!"}}""", hit.GetRawText());
        var byId = await server.PostAsync($$"""{"id": "{{Hash}}"}""");
        Assert.Equal("Hello, world!", (await byId.DataAsync()).GetProperty("hello").GetString());
    }

    [Fact]
    public async Task A_wrong_hash_is_executed_and_answered_with_the_right_one()
    {
        await using var server = await SampleServer.StartAsync();
        var wrong = new string('0', 64);

        var answer = await (await server.PostAsync(Request(Document, wrong))).JsonAsync();

        Assert.Equal("Hello, world!", answer.GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal(
            $$"""{"sha256Hash":"{{wrong}}","persisted":false,"expectedHashValue":"{{Hash}}","expectedHashType":"sha256Hash","expectedHashFormat":"Hex"}""",
            answer.GetProperty("extensions").GetProperty("persistedQuery").GetRawText());
        foreach (var hash in new[] { wrong, Hash })
            await (await server.PostAsync(Request(null, hash))).RefusedAsync(HttpStatusCode.OK, ErrorCodes.UnknownStoredDocument);
    }

    [Theory]
    [InlineData("""{"version": 2, "sha256Hash": "HASH"}""", "its `version` must be 1")]
    [InlineData("""{"sha256Hash": "HASH"}""", "its `version` must be 1")]
    [InlineData("""{"version": "1", "sha256Hash": "HASH"}""", "its `version` must be 1")]
    [InlineData("""{"version": 1}""", "64 hexadecimal digits")]
    [InlineData("""{"version": 1, "sha256Hash": 7}""", "64 hexadecimal digits")]
    [InlineData("""{"version": 1, "sha256Hash": "abc"}""", "64 hexadecimal digits")]
    [InlineData("\"HASH\"", "must be an object, not a string")]
    public async Task What_is_not_version_1_of_the_protocol_is_refused(string named, string part)
    {
        await using var server = await SampleServer.StartAsync();

        var answer = await server.PostAsync($$$"""{"query": "{ hello }", "extensions": {"persistedQuery": {{{named.Replace("HASH", Hash)}}}}}""");

        Assert.Contains(part, await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest));
    }

    [Fact]
    public async Task An_empty_name_is_none()
    {
        await using var server = await SampleServer.StartAsync();

        await (await server.PostAsync("""{"query": "{ hello }", "extensions": {"persistedQuery": null}}""")).DataAsync();
        await (await server.PostAsync("""{"extensions": {"persistedQuery": null}}""")).RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.NoDocument);
    }

    [Fact]
    public async Task Where_it_is_switched_off_clients_are_told_once_and_their_documents_still_run()
    {
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Persisted.EnableAutomatic = false));

        Assert.Equal("PersistedQueryNotSupported", await (await server.PostAsync(Request(null, Hash))).RefusedAsync(HttpStatusCode.OK, ErrorCodes.UnknownStoredDocument));
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", (await (await server.PostAsync(Request(Document, Hash))).JsonAsync()).GetRawText());
        await (await server.PostAsync(Request(null, Hash))).RefusedAsync(HttpStatusCode.OK, ErrorCodes.UnknownStoredDocument);
    }

    [Fact]
    public async Task The_store_is_bounded_by_count_and_what_is_in_use_stays()
    {
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Persisted.MaxAutomaticCount = 3));
        await StoreAsync(server, 0);

        for (var i = 1; i < 10; i++)
        {
            await StoreAsync(server, i);
            await (await server.PostAsync(Request(null, DocumentHash.Of(Numbered(0))))).DataAsync();
        }

        await (await server.PostAsync(Request(null, DocumentHash.Of(Numbered(1))))).RefusedAsync(HttpStatusCode.OK, ErrorCodes.UnknownStoredDocument);
    }

    [Fact]
    public async Task The_store_is_bounded_by_bytes()
    {
        var size = Numbered(0).Length * sizeof(char);
        await using var exact = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Persisted.MaxAutomaticBytes = size));
        await using var narrow = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Persisted.MaxAutomaticBytes = size - 1));

        Assert.True(await StoreAsync(exact, 0));
        Assert.True(await StoreAsync(exact, 1));
        await (await exact.PostAsync(Request(null, DocumentHash.Of(Numbered(0))))).RefusedAsync(HttpStatusCode.OK, ErrorCodes.UnknownStoredDocument);
        Assert.False(await StoreAsync(narrow, 0));
    }

    [Fact]
    public async Task A_document_too_long_to_be_run_is_not_kept()
    {
        await using var server = await SampleServer.StartAsync(s => s.ModifyRequestOptions(o => o with { Parser = o.Parser with { MaxLength = Document.Length - 1 } }));

        var answer = await (await server.PostAsync(Request(Document, Hash))).JsonAsync();

        Assert.False(answer.GetProperty("extensions").GetProperty("persistedQuery").GetProperty("persisted").GetBoolean());
    }

    private static string Numbered(int number) => $"{{ a{number}: hello }}";

    private static async Task<bool> StoreAsync(SampleServer server, int number)
    {
        var answer = await (await server.PostAsync(Request(Numbered(number), DocumentHash.Of(Numbered(number))))).JsonAsync();
        return answer.GetProperty("extensions").GetProperty("persistedQuery").GetProperty("persisted").GetBoolean();
    }

    private static string Request(string? document, string hash, string variables = "{}")
    {
        var request = new JsonObject
        {
            ["variables"] = JsonNode.Parse(variables),
            ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } },
        };
        if (document is not null) request["query"] = document;
        return request.ToJsonString();
    }
}
