using System.Net;
using System.Text.Json;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class BatchTests : IAsyncLifetime
{
    private const string EventStream = "text/event-stream";
    private const string JsonLines = "application/jsonl";
    private const string Greeting = "query($n: String!) { hello(name: $n) }";
    private SampleServer server = null!;

    public async Task InitializeAsync() => server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Batching = BatchingKinds.All));

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, text/event-stream, multipart/mixed", "application/graphql-response+json")]
    public async Task A_list_of_requests_is_answered_by_a_list(string? accept, string expected)
    {
        var answer = await server.PostAsync("""[{"query": "{ hello }"}, {"query": "mutation { setGreeting(text: \"a\") }"}, {"query": "{ hello(name: \"b\") }"}]""", accept);

        Assert.Equal($"{expected}; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""[{"data":{"hello":"Hello, world!"}},{"data":{"setGreeting":"a"}},{"data":{"hello":"Hello, b!"}}]""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_stream_names_the_request_that_it_answers()
    {
        const string Batch = """[{"query": "{ hello }"}, {"query": "{ hallo: hello }"}]""";

        Assert.Equal(
            ":\n\nevent: next\ndata: {\"requestIndex\":0,\"data\":{\"hello\":\"Hello, world!\"}}\n\n"
            + "event: next\ndata: {\"requestIndex\":1,\"data\":{\"hallo\":\"Hello, world!\"}}\n\nevent: complete\ndata:\n\n",
            await TextAsync(Batch, EventStream));
        Assert.Equal(
            "{\"requestIndex\":0,\"data\":{\"hello\":\"Hello, world!\"}}\n{\"requestIndex\":1,\"data\":{\"hallo\":\"Hello, world!\"}}\n",
            await TextAsync(Batch, JsonLines));
        Assert.Equal(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"requestIndex\":0,\"data\":{\"hello\":\"Hello, world!\"}}"
            + "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"requestIndex\":1,\"data\":{\"hallo\":\"Hello, world!\"}}\r\n-----\r\n",
            await TextAsync(Batch, "multipart/mixed"));
    }

    [Fact]
    public async Task Several_operations_of_a_document_are_run()
    {
        const string Document = """{"query": "query A { hello } query B { hello(name: \"b\") } query C { fails }"}""";

        Assert.Equal("""[{"data":{"hello":"Hello, b!"}},{"data":{"hello":"Hello, world!"}}]""", await TextAsync(Document, null, "?batchOperations=[B,A]"));
        Assert.Equal(
            "{\"requestIndex\":0,\"data\":{\"hello\":\"Hello, world!\"}}\n{\"requestIndex\":1,\"data\":{\"hello\":\"Hello, b!\"}}\n",
            await TextAsync(Document, JsonLines, "?batchOperations=%5BA,%20B%5D"));
        Assert.Equal("""{"data":{"hello":"Hello, b!"}}""", await TextAsync(Document, null, "?batchOperations=[B]"));
    }

    [Fact]
    public async Task A_request_is_run_for_each_of_its_variables()
    {
        const string Batch = $$"""{"query": "{{Greeting}}", "variables": [{"n": "a"}, {"n": "b"}]}""";

        Assert.Equal("""[{"data":{"hello":"Hello, a!"}},{"data":{"hello":"Hello, b!"}}]""", await TextAsync(Batch, null));
        Assert.Equal(
            "{\"variableIndex\":0,\"data\":{\"hello\":\"Hello, a!\"}}\n{\"variableIndex\":1,\"data\":{\"hello\":\"Hello, b!\"}}\n", await TextAsync(Batch, JsonLines));
    }

    [Fact]
    public async Task Requests_of_a_list_may_have_lists_of_variables()
    {
        const string Batch = $$"""[{"query": "{ hello }"}, {"query": "{{Greeting}}", "variables": [{"n": "a"}, {"n": "b"}]}]""";

        Assert.Equal(
            "{\"requestIndex\":0,\"data\":{\"hello\":\"Hello, world!\"}}\n{\"requestIndex\":1,\"variableIndex\":0,\"data\":{\"hello\":\"Hello, a!\"}}\n"
            + "{\"requestIndex\":1,\"variableIndex\":1,\"data\":{\"hello\":\"Hello, b!\"}}\n",
            await TextAsync(Batch, JsonLines));
    }

    [Theory]
    [InlineData("""[{"query": "{ hello }"}]""")]
    [InlineData(""" [ {"query": "{ hello }", "variables": [{}]} ] """)]
    [InlineData("""{"query": "{ hello }", "variables": [null]}""")]
    public async Task A_batch_of_one_is_a_plain_request(string body) => await (await server.PostAsync(body)).DataAsync();

    [Fact]
    public async Task A_list_of_one_is_a_plain_request_also_where_lists_are_not_taken()
    {
        await using var plain = await SampleServer.StartAsync();

        await (await plain.PostAsync("""[{"query": "{ hello }"}]""")).DataAsync();
    }

    [Fact]
    public async Task What_is_wrong_with_one_request_is_told_in_its_place()
    {
        var answers = await ListAsync($$$"""
            [{"query": "{ hello }"}, {"query": 1}, 7, {}, {"query": "{"}, {"query": "{ failsAltogether }"}, {"query": "subscription { count(to: 1) }"},
             {"query": "{ hello }", "variables": {"a": 1, "a": 2}}, {"query": "{{{Greeting}}}", "variables": [{"n": "a"}, 1, {"n": null}]},
             {"query": "{ hello }", "variables": []}, {"query": "{ hello(name: \"last\") }"}]
            """);

        Assert.Equal(
            ["data", ErrorCodes.InvalidRequest, ErrorCodes.InvalidRequest, ErrorCodes.NoDocument, ErrorCodes.SyntaxOverHttp, ErrorCodes.Internal, ErrorCodes.InvalidRequest,
             ErrorCodes.SyntaxOverHttp, "data", ErrorCodes.InvalidRequest, ErrorCodes.NonNullViolation, ErrorCodes.InvalidRequest, "data"],
            answers.Select(Outcome));
        Assert.Equal("Hello, last!", answers[^1].GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_in_one_request_leaves_the_others_alone()
    {
        await using var faulty = await SampleServer.StartAsync(s => s
            .ModifyHttpOptions(o => o.Batching = BatchingKinds.Requests)
            .ModifyRequestOptions(o => o with { TranslateException = _ => throw new InvalidOperationException("secret of the translator") }));

        var answer = await faulty.PostAsync("""[{"query": "{ fails }"}, {"query": "{ hello }"}]""");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal([ErrorCodes.Internal, "data"], JsonElement.Parse(text).EnumerateArray().Select(Outcome));
        Assert.DoesNotContain("secret", text);
        Assert.Contains(faulty.Log.Complaints, c => c.Contains("secret of the translator"));
    }

    [Theory]
    [InlineData("[]", "", "is an empty list")]
    [InlineData("""{"query": "{ hello }", "variables": []}""", "", "`variables` is an empty list")]
    [InlineData("[7]", "", "must be a JSON object")]
    [InlineData("""{"query": "{ hello }"}""", "?batchOperations=", "must stand once and be a list of operation names")]
    [InlineData("""{"query": "{ hello }"}""", "?batchOperations=[]", "must stand once and be a list of operation names")]
    [InlineData("""{"query": "{ hello }"}""", "?batchOperations=A,B", "must stand once and be a list of operation names")]
    [InlineData("""{"query": "{ hello }"}""", "?batchOperations=[A,%22B%22]", "must stand once and be a list of operation names")]
    [InlineData("""{"query": "{ hello }"}""", "?batchOperations=[A]&batchOperations=[B]", "must stand once and be a list of operation names")]
    [InlineData("""[{"query": "{ hello }"}, {"query": "{ hello }"}]""", "?batchOperations=[A,B]", "the request body is a list")]
    public async Task A_batch_that_makes_no_sense_is_refused_as_a_whole(string body, string parameters, string part)
    {
        var answer = await PostAsync(body, null, parameters);

        Assert.Contains(part, await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest));
    }

    [Theory]
    [InlineData("""[{"query": "{ hello }"}, {"query": "{ hello }"}""")]
    [InlineData("""[{"query": "{ hello }"}, {"query": "{ hello }"}] x""")]
    [InlineData("""[{"query": "{ hello }"}, {"query": }]""")]
    public async Task A_list_that_is_no_JSON_is_refused_as_a_whole(string body) =>
        await (await server.PostAsync(body)).RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.SyntaxOverHttp);

    [Theory]
    [InlineData("""[{"query": "{ hello }"}, {"query": "{ hello }"}]""", "", BatchingKinds.Operations | BatchingKinds.Variables, "takes one request at a time")]
    [InlineData("""{"query": "query A { hello } query B { hello }"}""", "?batchOperations=[A,B]", BatchingKinds.Requests | BatchingKinds.Variables, "runs one operation at a time")]
    [InlineData("""{"query": "{ hello }", "variables": [{}, {}]}""", "", BatchingKinds.Requests | BatchingKinds.Operations, "must be a JSON object or null, not a list")]
    [InlineData("""[{"query": "{ hello }"}, {"query": "{ hello }"}]""", "", BatchingKinds.None, "takes one request at a time")]
    public async Task Each_kind_can_be_switched_off(string body, string parameters, BatchingKinds offered, string part)
    {
        await using var strict = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Batching = offered));
        await using var lax = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Batching = ~offered & BatchingKinds.All));

        var refused = await SendAsync(strict, body, null, parameters);

        Assert.Contains(part, await refused.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest));
        Assert.Equal(2, (await (await SendAsync(lax, body, null, parameters)).JsonAsync()).GetArrayLength());
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(1000, false)]
    public async Task A_batch_may_hold_100_requests_of_each_kind(int count, bool isTaken)
    {
        var requests = $"[{string.Join(',', Enumerable.Repeat("""{"query": "{ hello }"}""", count))}]";
        var variables = $$"""{"query": "{ hello }", "variables": [{{string.Join(',', Enumerable.Repeat("{}", count))}}]}""";
        var both = $$"""[{"query": "{ hello }"}, {"query": "{ hello }", "variables": [{{string.Join(',', Enumerable.Repeat("{}", count - 1))}}]}]""";
        var operations = $"?batchOperations=[{string.Join(',', Enumerable.Repeat("A", count))}]";

        foreach (var answer in new[] { await PostAsync(requests), await PostAsync(variables), await PostAsync(both), await PostAsync("""{"query": "query A { hello }"}""", null, operations) })
        {
            if (isTaken) Assert.All((await answer.JsonAsync()).EnumerateArray(), item => Assert.Equal("data", Outcome(item)));
            else Assert.Contains("more than the 100 requests", await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest));
        }
    }

    [Fact]
    public async Task How_many_is_an_option()
    {
        await using var small = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => (o.Batching, o.MaxBatchItems) = (BatchingKinds.All, 2)));

        Assert.Equal(2, (await (await small.PostAsync("""[{"query": "{ hello }"}, {"query": "{ hello }"}]""")).JsonAsync()).GetArrayLength());
        await (await small.PostAsync("""[{"query": "{ hello }"}, {"query": "{ hello }"}, {}]""")).RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Each_answer_is_sent_before_the_next_request_is_run()
    {
        using var stream = await StreamedAnswer.OpenAsync(server, """[{"query": "{ hello }"}, {"query": "{ wait }"}]""", JsonLines);

        await stream.ReadToAsync("{\"requestIndex\":0,\"data\":{\"hello\":\"Hello, world!\"}}\n");
        await server.Graph.Entered;
        server.Graph.Open();
        await stream.ReadToAsync("{\"requestIndex\":1,\"data\":{\"wait\":\"done\"}}\n");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_batch()
    {
        using (await StreamedAnswer.OpenAsync(server, """[{"query": "{ wait }"}, {"query": "mutation { setGreeting(text: \"late\") }"}]""", JsonLines))
            await server.Graph.Entered;

        await server.Graph.Cancelled.WaitAsync(TimeSpan.FromSeconds(30));
        await server.StopAsync();
        Assert.Null(server.Graph.Greeting);
        Assert.Empty(server.Log.Complaints);
    }

    private static string? Outcome(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : "data";

    private static async Task<HttpResponseMessage> SendAsync(SampleServer server, string body, string? accept, string parameters)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/graphql{parameters}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await server.Client.SendAsync(request);
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? accept = null, string parameters = "") => SendAsync(server, body, accept, parameters);

    private async Task<string> TextAsync(string body, string? accept, string parameters = "") => await (await PostAsync(body, accept, parameters)).Content.ReadAsStringAsync();

    private async Task<JsonElement[]> ListAsync(string body) => [.. (await (await PostAsync(body)).JsonAsync()).EnumerateArray()];
}
