using System.Net;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Status and media type of every kind of answer, in both forms.</summary>
public sealed class ResponseFormTests(SampleServerFixture fixture) : IClassFixture<SampleServerFixture>
{
    private const string Json = "application/json";
    private const string GraphQL = "application/graphql-response+json";
    private readonly SampleServer server = fixture.Server;

    [Theory]
    [InlineData("""{"query": "{ hello }"}""", 200, 200)]
    [InlineData("""{"query": "{ hello fails }"}""", 200, 200)]
    [InlineData("""{"query": "{ failsAltogether }"}""", 200, 200)]
    [InlineData("""{"query": "mutation { setGreeting(text: \"hi\") }"}""", 200, 200)]
    [InlineData("""{"query": "{"}""", 200, 400)]
    [InlineData("""{"query": "{ hallo }"}""", 200, 400)]
    [InlineData("""{"query": "query($name: String!) { hello(name: $name) }"}""", 200, 400)]
    [InlineData("""{"query": "{ hello }", "operationName": "missing"}""", 200, 400)]
    [InlineData("""{"query": "{ hello }""", 400, 400)]
    [InlineData("", 400, 400)]
    [InlineData("[]", 400, 400)]
    [InlineData("{}", 400, 400)]
    public async Task The_status_follows_the_form_of_the_answer(string body, int jsonStatus, int graphQLStatus)
    {
        await AssertAsync(await server.PostAsync(body, Json), jsonStatus, Json);
        await AssertAsync(await server.PostAsync(body, GraphQL), graphQLStatus, GraphQL);
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQL)]
    public async Task Data_that_became_null_by_a_field_error_is_still_an_answer(string accept)
    {
        var body = await (await server.PostAsync("""{"query": "{ failsAltogether }"}""", accept)).JsonAsync();

        Assert.Equal(System.Text.Json.JsonValueKind.Null, body.GetProperty("data").ValueKind);
        Assert.Equal(ErrorCodes.Internal, body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQL)]
    public async Task A_mutation_by_GET_is_refused_whatever_the_form_and_changes_nothing(string accept)
    {
        var answer = await server.GetAsync("/graphql?query=mutation{setGreeting(text:%22by-get%22)}", accept);

        await answer.RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        Assert.Equal(accept, answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual("by-get", server.Graph.Greeting);
    }

    [Theory]
    [InlineData(Json, HttpStatusCode.OK)]
    [InlineData(GraphQL, HttpStatusCode.BadRequest)]
    public async Task A_request_beyond_its_deadline_is_a_request_error(string accept, HttpStatusCode status)
    {
        await using var hasty = await SampleServer.StartAsync(s => s.ModifyRequestOptions(o => o with { Timeout = TimeSpan.FromMilliseconds(1) }));

        var answer = await hasty.PostAsync("""{"query": "{ wait }"}""", accept);

        await answer.RefusedAsync(status, ErrorCodes.Timeout);
    }

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQL, GraphQL)]
    [InlineData("application/json, application/graphql-response+json", GraphQL)]
    public async Task Without_a_preference_the_answer_is_plain_JSON(string? accept, string expected) =>
        await AssertAsync(await server.PostAsync("""{"query": "{ hello }"}""", accept), 200, expected);

    [Fact]
    public async Task A_client_that_accepts_nothing_we_have_is_told_so()
    {
        var answer = await server.PostAsync("""{"query": "{ hello }"}""", "text/html");

        Assert.Contains("application/graphql-response+json", await answer.RefusedAsync(HttpStatusCode.NotAcceptable, ErrorCodes.NotAcceptable));
    }

    [Fact]
    public async Task A_client_whose_Accept_header_makes_no_sense_is_told_so()
    {
        var answer = await server.PostAsync("""{"query": "{ hello }"}""", "json, please");

        await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidAccept);
    }

    [Fact]
    public async Task Answers_are_neither_stored_nor_guessed_at_and_tell_their_length()
    {
        var answer = await server.PostAsync("""{"query": "{ hello }"}""");

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""".Length, answer.Content.Headers.ContentLength);
        Assert.Null(answer.Headers.TransferEncodingChunked);
    }

    [Fact]
    public async Task A_long_answer_arrives_whole()
    {
        var answer = await server.PostAsync("""{"query": "{ repeat(text: \"0123456789\", count: 500000) hello }"}""");

        var data = await answer.DataAsync();
        Assert.Equal(5_000_000, data.GetProperty("repeat").GetString()!.Length);
        Assert.Equal("Hello, world!", data.GetProperty("hello").GetString());
    }

    private static async Task AssertAsync(HttpResponseMessage answer, int status, string mediaType)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal($"{mediaType}; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var body = await answer.JsonAsync();
        Assert.True(body.TryGetProperty("data", out _) || body.GetProperty("errors").GetArrayLength() > 0);
    }
}
