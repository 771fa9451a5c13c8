using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Http.Compression;
using Bookkeeping.GraphQL.Http.Persisted;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Http.Compression;

public sealed class CompressionTests : IAsyncLifetime
{
    private const string Large = """{"query": "{ repeat(text: \"abc\", count: 1000) }"}""";
    private SampleServer server = null!;

    public async Task InitializeAsync() => server = await SampleServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", "")]
    [InlineData("br;q=0", "")]
    [InlineData("zstd", "")]
    [InlineData(null, "")]
    public async Task An_answer_is_compressed_as_its_client_accepts(string? accepted, string expected)
    {
        foreach (var form in new[] { "application/json", "application/graphql-response+json" })
        {
            var answer = await PostAsync(Large, accepted, form);

            Assert.Equal(expected, answer.Encoding());
            Assert.Equal($$$"""{"data":{"repeat":"{{{string.Concat(Enumerable.Repeat("abc", 1000))}}}"}}""", await answer.UnpackedAsync());
            Assert.Equal(form, answer.Content.Headers.ContentType!.MediaType);
            if (expected != "") Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }
    }

    [Fact]
    public async Task A_short_answer_is_left_alone()
    {
        var around = """{"data":{"repeat":""}}""".Length;

        Assert.Equal("", (await PostAsync($$"""{"query": "{ repeat(text: \"x\", count: {{999 - around}}) }"}""", "br")).Encoding());
        Assert.Equal("br", (await PostAsync($$"""{"query": "{ repeat(text: \"x\", count: {{1_000 - around}}) }"}""", "br")).Encoding());
    }

    [Fact]
    public async Task What_short_means_and_whether_anything_is_compressed_is_configured()
    {
        await using var eager = await SampleServer.StartAsync(s => s.Services.Configure<CompressionOptions>(o => o.MinBytes = 0));
        await using var never = await SampleServer.StartAsync(s => s.Services.Configure<CompressionOptions>(o => o.Enabled = false));

        Assert.Equal("br", (await CompressedAnswer.AskAsync(eager.Client, "/graphql?query={hello}", "br")).Encoding());
        Assert.Equal("", (await CompressedAnswer.AskAsync(never.Client, "/graphql/schema.graphql", "br")).Encoding());
    }

    [Fact]
    public async Task The_schema_is_compressed_and_recognised_by_both_of_its_tags()
    {
        await using var eager = await SampleServer.StartAsync(s => s.Services.Configure<CompressionOptions>(o => o.MinBytes = 0));
        var plain = await CompressedAnswer.AskAsync(eager.Client, "/graphql/schema.graphql", null);
        var packed = await CompressedAnswer.AskAsync(eager.Client, "/graphql/schema.graphql", "br");

        Assert.Equal("br", packed.Encoding());
        Assert.Equal(await plain.UnpackedAsync(), await packed.UnpackedAsync());
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal(new EntityTagHeaderValue(plain.Headers.ETag.Tag, isWeak: true), packed.Headers.ETag);
        foreach (var answer in new[] { plain, packed }) Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        foreach (var tag in new[] { plain.Headers.ETag, packed.Headers.ETag! })
            foreach (var encoding in new[] { "br", null })
                await IsKnownAsync(eager, "/graphql/schema.graphql", encoding, tag);
    }

    [Fact]
    public async Task A_kept_answer_is_recognised_however_it_was_sent()
    {
        const string Query = "{ repeat(text: \"abc\", count: 1000) }";
        var hash = DocumentHash.Of(Query);
        await (await server.PostAsync(JsonSerializer.Serialize(new { query = Query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } }))).DataAsync();
        var packed = await CompressedAnswer.AskAsync(server.Client, $"/graphql?id={hash}", "gzip");
        var plain = await CompressedAnswer.AskAsync(server.Client, $"/graphql?id={hash}", null);

        Assert.Equal("gzip", packed.Encoding());
        Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Equal(["Accept", "Accept-Encoding"], packed.Headers.Vary.Distinct().Order());
        await IsKnownAsync(server, $"/graphql?id={hash}", "br", packed.Headers.ETag!);
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("multipart/mixed")]
    [InlineData("application/jsonl")]
    public async Task A_stream_is_never_compressed_and_its_payloads_arrive_as_they_are_made(string form)
    {
        server.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        using var answer = await StreamedAnswer.OpenAsync(server, """{"query": "subscription { told }"}""", form);
        await server.Graph.Streams.FollowedByAsync(1);
        var text = new string('x', 5_000);

        foreach (var payload in new[] { "first", "second" })
        {
            server.Graph.Streams.Tell(payload + text);
            Assert.Contains(text, await answer.ReadToAsync($"{payload}{text}\"}}}}"));
        }

        Assert.Empty(answer.Encodings);
    }

    private static async Task IsKnownAsync(SampleServer server, string address, string? encoding, EntityTagHeaderValue tag)
    {
        var again = await CompressedAnswer.AskAsync(server.Client, address, encoding, known: tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Contains("Accept-Encoding", again.Headers.Vary);
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? encoding, string? accept = null) =>
        CompressedAnswer.AskAsync(server.Client, "/graphql", encoding, new StringContent(body, Encoding.UTF8, "application/json"), accept);
}
