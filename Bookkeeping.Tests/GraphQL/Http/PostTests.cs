using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class PostTests(SampleServerFixture fixture) : IClassFixture<SampleServerFixture>
{
    private readonly SampleServer server = fixture.Server;

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json; profile=x")]
    public async Task JSON_in_UTF8_is_taken(string contentType) =>
        await (await server.PostAsync("""{"query": "{ hello }"}""", contentType: contentType)).DataAsync();

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("nonsense")]
    public async Task Other_types_are_refused_for_they_may_be_forged_by_other_sites(string contentType)
    {
        var answer = await server.PostAsync("""{"query": "mutation { setGreeting(text: \"forged\") }"}""", contentType: contentType);

        var message = await answer.RefusedAsync(HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest);
        Assert.Contains("Content-Type: application/json", message);
        Assert.NotEqual("forged", server.Graph.Greeting);
    }

    [Fact]
    public async Task A_body_without_a_type_is_refused()
    {
        var answer = await server.SendRawAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 21\r\n\r\n{\"query\":\"{ hello }\"}");

        Assert.StartsWith("HTTP/1.1 415", answer);
        Assert.Contains("without a type", answer);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var content = new StringContent("""{"query": "{ hello }"}""", Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        var answer = await server.Client.PostAsync("/graphql", content);

        Assert.Contains("gzip", await answer.RefusedAsync(HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest));
    }

    [Fact]
    public async Task Variables_operation_name_and_extensions_reach_the_executor()
    {
        var answer = await server.PostAsync("""
            {"query": "query A { __typename } query B($name: String!) { hello(name: $name) }", "operationName": "B",
             "variables": {"name": "Grüße 🏃"}, "extensions": {"trace": true}}
            """);

        Assert.Equal("Hello, Grüße 🏃!", (await answer.DataAsync()).GetProperty("hello").GetString());
    }

    [Fact]
    public async Task Nulls_and_members_nobody_named_are_skipped()
    {
        var answer = await server.PostAsync("""
            {"query": "{ hello }", "operationName": null, "variables": null, "extensions": null, "id": null, "other": {"query": [1]}, "other": 2}
            """);

        await answer.DataAsync();
    }

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_joined()
    {
        var text = new string('ü', 100_000);
        using var content = new StreamContent(new PieceStream(Encoding.UTF8.GetBytes($$"""{"query": "{ hello(name: \"{{text}}\") }"}""")));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var answer = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content, Headers = { TransferEncodingChunked = true } });

        Assert.Equal($"Hello, {text}!", (await answer.DataAsync()).GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("""{"query": 1}""", "`query` must be a string, not a number.")]
    [InlineData("""{"query": {"a": 1}}""", "`query` must be a string, not an object.")]
    [InlineData("""{"query": ["{ hello }"]}""", "`query` must be a string, not a list.")]
    [InlineData("""{"query": false}""", "`query` must be a string, not a boolean.")]
    [InlineData("""{"query": "{ hello }", "operationName": 1}""", "`operationName` must be a string, not a number.")]
    [InlineData("""{"query": "{ hello }", "variables": "x"}""", "`variables` must be a JSON object or null, not a string.")]
    [InlineData("""{"query": "{ hello }", "variables": [1]}""", "`variables` must be a JSON object or null, not a list.")]
    [InlineData("""{"query": "{ hello }", "extensions": 0}""", "`extensions` must be a JSON object or null, not a number.")]
    [InlineData("""{"id": 7}""", "`id` must be a string, not a number.")]
    [InlineData("""{"documentId": true}""", "`documentId` must be a string, not a boolean.")]
    [InlineData("""{"query": "{ hello }", "query": "{ fails }"}""", "The request body has the member `query` twice.")]
    [InlineData("""{"id": "a", "documentId": "b"}""", "The request body has the member `documentId` twice.")]
    [InlineData("""[{"query": "{ hello }"}, {"query": "{ hello }"}]""", "The request body is a list; this server takes one request at a time.")]
    [InlineData("\"{ hello }\"", "The request body must be a JSON object with the member `query`.")]
    [InlineData("", "The request body is empty; it must be a JSON object such as {\"query\": \"{ __typename }\"}.")]
    public async Task A_body_of_the_wrong_shape_is_refused_with_what_would_be_right(string body, string message)
    {
        var answer = await server.PostAsync(body);

        Assert.Equal(message, await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest));
    }

    [Theory]
    [InlineData("""{"qeury": "{ hello }"}""", "`qeury`")]
    [InlineData("""{"query": null}""", "neither the member `query`")]
    [InlineData("{}", "neither the member `query`")]
    public async Task A_body_without_a_document_is_told_what_it_has_instead(string body, string part)
    {
        var answer = await server.PostAsync(body);

        Assert.Contains(part, await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.NoDocument));
    }

    [Theory]
    [InlineData("{ \"not a JSON", "line 1, byte ")]
    [InlineData("{\"query\": \"{ hello }\",}", "line 1, byte ")]
    [InlineData("{\"query\": \"{ hello }\"} x", "line 1, byte ")]
    [InlineData("{\n\"query\": 'x'}", "line 2, byte 10")]
    [InlineData("{\"query\": \"{ hello }\" // comment\n}", "line 1, byte ")]
    [InlineData("{\"query\": \"{ hello }\", \"variables\": {\"a\": 1, \"a\": 2}}", "not valid JSON")]
    [InlineData("{\"query\": \"\\ud83d\"}", "half of a surrogate pair, in the string at byte 11")]
    [InlineData("{\"query\": \"{ hello }\", \"variables\": {\"a\": \"\\uDC00\"}}", "half of a surrogate pair")]
    public async Task A_body_that_is_no_JSON_is_refused_with_the_place_of_the_fault(string body, string part)
    {
        var answer = await server.PostAsync(body);

        Assert.Contains(part, await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.SyntaxOverHttp));
    }

    [Fact]
    public async Task A_pair_of_escaped_surrogates_is_one_character()
    {
        var answer = await server.PostAsync("""{"query": "query($n: String!) { hello(name: $n) }", "variables": {"n": "\ud83c\udfc3"}}""");

        Assert.Equal("Hello, 🏃!", (await answer.DataAsync()).GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC0)]
    [InlineData(0xE2)]
    public async Task Bytes_that_are_not_UTF8_are_refused(byte wrong)
    {
        byte[] body = [.. "{\"query\": \"{ hello(name: \\\""u8, wrong, .. "\\\") }\"}"u8];

        var answer = await server.PostAsync(body);

        Assert.Equal("The request body is not valid UTF-8.", await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.SyntaxOverHttp));
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    public async Task JSON_may_be_64_levels_deep(int levelsBelowVariables, bool isTaken)
    {
        var nested = new string('[', levelsBelowVariables) + new string(']', levelsBelowVariables);

        var answer = await server.PostAsync($$$"""{"query": "{ hello }", "variables": {"deep": {{{nested}}}}}""");

        if (isTaken) await answer.DataAsync();
        else await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.SyntaxOverHttp);
    }

    /// <summary>Gives a few odd bytes at a time.</summary>
    private sealed class PieceStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 4097)], cancellationToken);
    }
}
