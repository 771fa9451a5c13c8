using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Bookkeeping.Client;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.Tests.Client;

/// <summary>Queries and mutations over real sockets: what is sent, what is sent again, and what becomes of failures.</summary>
public sealed class HttpTransportTests : IAsyncLifetime
{
    private const string Answer = """{"data":{"value":"x"}}""";
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_operation_is_posted_with_its_name_and_variables()
    {
        JsonNode? sent = null;
        server.OnRequest = async (http, _) =>
        {
            sent = await JsonNode.ParseAsync(http.Request.Body);
            await WriteAsync(http, 200, Answer);
        };

        await using var services = SampleOperations.Connect(server.Address);
        var result = await services.AskAsync();

        Assert.True(result.IsSuccessResult());
        Assert.Equal("x", result.Data!.Text);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"query":"query Value { value }","operationName":"Value","variables":{}}"""), sent));
    }

    [Fact]
    public async Task A_persisted_operation_is_sent_by_its_hash_alone()
    {
        JsonNode? sent = null;
        server.OnRequest = async (http, _) =>
        {
            sent = await JsonNode.ParseAsync(http.Request.Body);
            await WriteAsync(http, 200, Answer);
        };

        await using var services = SampleOperations.Connect(server.Address, options => options.Strategy = RequestStrategy.PersistedOperation);
        await services.AskAsync();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"id":"a1","operationName":"Value","variables":{}}"""), sent));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_query_is_sent_again_while_the_server_is_not_ready(int status)
    {
        server.OnRequest = (http, number) => number < 3 ? WriteAsync(http, status, "not ready", "text/plain") : WriteAsync(http, 200, Answer);

        await using var services = SampleOperations.Connect(server.Address);
        var result = await services.AskAsync();

        Assert.Equal("x", result.Data?.Text);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task A_query_whose_connection_breaks_is_sent_again()
    {
        server.OnRequest = (http, number) =>
        {
            if (number > 1) return WriteAsync(http, 200, Answer);
            http.Abort();
            return Task.CompletedTask;
        };

        await using var services = SampleOperations.Connect(server.Address);

        Assert.Equal("x", (await services.AskAsync()).Data?.Text);
    }

    [Fact]
    public async Task A_mutation_that_may_have_been_carried_out_is_not_sent_again_unless_told()
    {
        server.OnRequest = (http, _) => WriteAsync(http, 503, "not ready", "text/plain");

        await using var careful = SampleOperations.Connect(server.Address);
        var result = await careful.AskAsync(SampleOperations.Mutation);
        var afterCareful = server.Requests;
        await using var told = SampleOperations.Connect(server.Address, options => options.RetryMutations = true);
        await told.AskAsync(SampleOperations.Mutation);

        Assert.Equal(1, afterCareful);
        Assert.Equal(1 + 1 + new ClientOptions().MaxRetries, server.Requests);
        Assert.Equal(ClientErrorCodes.Unavailable, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_mutation_that_never_left_is_sent_again()
    {
        var address = server.Address;
        await server.DisposeAsync();
        var tries = 0;
        await using var services = SampleOperations.Connect(
            address, options => options.MaxRetries = int.MaxValue, client => client.ConfigureHttpClient(_ => Interlocked.Increment(ref tries)));

        var asked = services.AskAsync(SampleOperations.Mutation);
        while (Volatile.Read(ref tries) < 3) await Task.Yield();
        server = await ScriptedServer.StartAsync(address.Port);
        server.OnRequest = (http, _) => WriteAsync(http, 200, Answer);

        Assert.Equal("x", (await asked).Data?.Text);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_of_the_result()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/graphql");
        listener.Stop();

        await using var services = SampleOperations.Connect(address);
        var result = await services.AskAsync();

        Assert.Null(result.Data);
        var error = Assert.Single(result.Errors);
        Assert.Equal(ClientErrorCodes.Unavailable, error.Code);
        Assert.NotNull(error.Exception);
        Assert.Same(error, Assert.Single(Assert.Throws<GraphQLClientException>(result.EnsureNoErrors).Errors));
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept_up_to_the_limit()
    {
        server.OnRequest = (http, number) =>
        {
            if (number > 1) return WriteAsync(http, 200, Answer);
            http.Response.Headers.RetryAfter = "3600";
            return WriteAsync(http, 503, "", "text/plain");
        };

        await using var services = SampleOperations.Connect(server.Address);

        Assert.Equal("x", (await services.AskAsync()).Data?.Text);
    }

    [Theory]
    [InlineData(404, "REFUSED")]
    [InlineData(401, "REFUSED")]
    [InlineData(500, "UNAVAILABLE")]
    [InlineData(200, "INVALID_RESPONSE")]
    public async Task What_is_no_answer_of_a_graph_is_an_error_and_not_sent_again(int status, string code)
    {
        server.OnRequest = (http, _) => WriteAsync(http, status, "<html>", "text/html");

        await using var services = SampleOperations.Connect(server.Address);
        var result = await services.AskAsync();

        Assert.Equal(code, Assert.Single(result.Errors).Code);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    public async Task A_broken_answer_is_an_error(string body)
    {
        server.OnRequest = (http, _) => WriteAsync(http, 200, body);

        await using var services = SampleOperations.Connect(server.Address);

        Assert.Equal(ClientErrorCodes.InvalidResponse, Assert.Single((await services.AskAsync()).Errors).Code);
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_the_schema_is_an_error_that_says_where()
    {
        server.OnRequest = (http, _) => WriteAsync(http, 200, """{"data":{"value":1}}""");

        await using var services = SampleOperations.Connect(server.Address);
        var error = Assert.Single((await services.AskAsync()).Errors);

        Assert.Equal(ClientErrorCodes.UnexpectedAnswer, error.Code);
        Assert.Equal("The answer has 1 where a string belongs.", error.Message);
    }

    [Fact]
    public async Task Errors_of_an_answer_are_read_whole_whatever_its_status()
    {
        server.OnRequest = (http, _) => WriteAsync(
            http, 400, """{"errors":[{"message":"No.","path":["a",2],"locations":[{"line":3,"column":4}],"extensions":{"code":"HC0018","variable":"x"}}]}""", "application/graphql-response+json");

        await using var services = SampleOperations.Connect(server.Address);
        var error = Assert.Single((await services.AskAsync()).Errors);

        Assert.Equal(("No.", "HC0018", new ErrorLocation(3, 4)), (error.Message, error.Code, Assert.Single(error.Locations)));
        Assert.Equal(["a", 2], error.Path!);
        Assert.Equal("x", error.Extensions["variable"].GetString());
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Data_and_errors_come_together()
    {
        server.OnRequest = (http, _) => WriteAsync(http, 200, """{"data":{"value":"x"},"errors":[{"message":"Half."}],"extensions":{"cost":1}}""");

        await using var services = SampleOperations.Connect(server.Address);
        var result = await services.AskAsync();

        Assert.True(result.IsErrorResult());
        Assert.Equal(("x", "Half."), (result.Data!.Text, result.Errors[0].Message));
        Assert.Equal(1, result.Extensions["cost"].GetInt32());
    }

    [Fact]
    public async Task A_server_that_is_too_slow_is_an_error_and_not_asked_again()
    {
        server.OnRequest = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        await using var services = SampleOperations.Connect(server.Address, build: client => client.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMilliseconds(200)));

        Assert.Equal(ClientErrorCodes.Timeout, Assert.Single((await services.AskAsync()).Errors).Code);
        Assert.Equal(1, server.Requests);
    }

    private static Task WriteAsync(HttpContext http, int status, string body, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body);
    }
}
