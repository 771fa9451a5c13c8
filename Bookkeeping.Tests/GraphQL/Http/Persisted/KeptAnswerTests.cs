using System.Net;
using System.Net.Http.Headers;
using Bookkeeping.GraphQL.Http.Persisted;

namespace Bookkeeping.Tests.GraphQL.Http.Persisted;

/// <summary>Answers to stored queries by GET, which clients may keep.</summary>
public sealed class KeptAnswerTests : IAsyncLifetime
{
    private const string Query = "query($name: String!) { hello(name: $name) }";
    private static readonly string Address = $"/graphql?id={DocumentHash.Of(Query)}&variables={{%22name%22:%22you%22}}";
    private SampleServer server = null!;

    public async Task InitializeAsync()
    {
        server = await SampleServer.StartAsync();
        foreach (var document in new[] { Query, "{ fails }", "{ failsAltogether }", "mutation { setGreeting(text: \"kept\") }" }) await StoreAsync(server, document);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_answer_has_a_tag_and_is_not_sent_to_those_who_have_it()
    {
        var first = await server.GetAsync(Address);
        Assert.Equal("Hello, you!", (await first.DataAsync()).GetProperty("hello").GetString());
        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Contains("Accept", first.Headers.Vary);

        var again = await AskAsync(Address, new EntityTagHeaderValue("\"other\""), first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal("no-cache", again.Headers.CacheControl!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(Address, EntityTagHeaderValue.Any)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_changed_is_sent()
    {
        var tag = (await server.GetAsync(Address)).Headers.ETag!;

        var other = await AskAsync(Address.Replace("you", "them"), tag);

        Assert.Equal("Hello, them!", (await other.DataAsync()).GetProperty("hello").GetString());
        Assert.NotEqual(tag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("/graphql?query={hello}")]
    [InlineData("/graphql?query={hallo}")]
    [InlineData("/graphql?id=unknown")]
    [InlineData("/graphql?ID={ fails }")]
    [InlineData("/graphql?ID={ failsAltogether }")]
    [InlineData("/graphql?ID=mutation { setGreeting(text: \"kept\") }")]
    public async Task No_other_answer_by_GET_is_kept(string address)
    {
        var (path, document) = address.Split("ID=") is [var start, var text] ? (start, text) : (address, null);

        var answer = await AskAsync(document is null ? path : $"{path}id={DocumentHash.Of(document)}", EntityTagHeaderValue.Any);

        Assert.NotEqual(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.ETag);
        Assert.Null(server.Graph.Greeting);
    }

    [Fact]
    public async Task No_answer_by_POST_is_kept()
    {
        var answer = await server.PostAsync($$$"""{"id": "{{{DocumentHash.Of(Query)}}}", "variables": {"name": "you"}}""");

        await answer.DataAsync();
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task How_long_an_answer_may_be_kept_is_a_setting()
    {
        await using var other = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Persisted.CacheControl = "public, max-age=60"));
        await StoreAsync(other, Query);

        Assert.Equal("public, max-age=60", (await other.GetAsync(Address)).Headers.CacheControl!.ToString());
        Assert.Equal("no-store", (await other.GetAsync("/graphql?query={hello}")).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_automatic_protocol_works_by_GET_too()
    {
        const string Document = "{ hello(name: \"by GET\") }";
        var extensions = Uri.EscapeDataString($$$"""{"persistedQuery": {"version": 1, "sha256Hash": "{{{DocumentHash.Of(Document)}}}"}}""");

        Assert.Contains("PersistedQueryNotFound", await (await server.GetAsync($"/graphql?extensions={extensions}")).Content.ReadAsStringAsync());
        var stored = await server.GetAsync($"/graphql?extensions={extensions}&query={Uri.EscapeDataString(Document)}");
        Assert.Equal("no-store", stored.Headers.CacheControl!.ToString());
        Assert.True((await stored.JsonAsync()).GetProperty("extensions").GetProperty("persistedQuery").GetProperty("persisted").GetBoolean());

        var hit = await server.GetAsync($"/graphql?extensions={extensions}");
        Assert.Equal("Hello, by GET!", (await hit.DataAsync()).GetProperty("hello").GetString());
        Assert.NotNull(hit.Headers.ETag);
    }

    private static async Task StoreAsync(SampleServer server, string document)
    {
        var body = new
        {
            query = document,
            operationName = "none, so that nothing is run",
            extensions = new { persistedQuery = new { version = 1, sha256Hash = DocumentHash.Of(document) } },
        };
        await server.PostAsync(System.Text.Json.JsonSerializer.Serialize(body));
    }

    private Task<HttpResponseMessage> AskAsync(string address, params EntityTagHeaderValue[] known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var tag in known) request.Headers.IfNoneMatch.Add(tag);
        return server.Client.SendAsync(request);
    }
}
