using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class FaultTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_fault_outside_of_all_fields_is_answered_with_a_trace_id_and_no_detail(string accept)
    {
        await using var server = await SampleServer.StartAsync(
            s => s.ModifyRequestOptions(o => o with { TranslateException = _ => throw new InvalidOperationException("secret of the translator") }));

        var answer = await server.PostAsync("""{"query": "{ fails }"}""", accept);

        await AssertInternalAsync(server, answer, "secret of the translator");
    }

    [Fact]
    public async Task The_trace_id_is_that_of_the_request()
    {
        await using var server = await SampleServer.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } },
            Content = new StringContent("""{"query": "{ fails }"}""", System.Text.Encoding.UTF8, "application/json"),
        };

        var answer = await server.Client.SendAsync(request);

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", TraceIdOf(await answer.JsonAsync()));
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", Assert.Single(answer.Headers.GetValues("X-Request-Id")));
    }

    [Fact]
    public async Task Every_answer_names_its_request()
    {
        await using var server = await SampleServer.StartAsync();

        var first = Assert.Single((await server.PostAsync("""{"query": "{ hello }"}""")).Headers.GetValues("X-Request-Id"));
        var second = Assert.Single((await server.GetAsync("/graphql/missing")).Headers.GetValues("X-Request-Id"));

        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_its_request_without_a_word_in_the_log()
    {
        await using var server = await SampleServer.StartAsync();
        using (var connection = await server.ConnectAsync())
        {
            await connection.GetStream().WriteAsync(
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"query\":\"{ wait }\"}"u8.ToArray());
            await server.Graph.Entered;
            connection.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await server.Graph.Cancelled.WaitAsync(TimeSpan.FromSeconds(30));
        await server.StopAsync();
        Assert.Empty(server.Log.Complaints);
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("POST /graphql HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("POST /graphql HTTP/1.1\r\n\r\n")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n")]
    public async Task Malformed_HTTP_is_the_clients_fault(string request)
    {
        await using var server = await SampleServer.StartAsync();

        Assert.Matches("^HTTP/1.1 (400|505)", await server.SendRawAsync(request));
        Assert.Empty(server.Log.Complaints);
    }

    private static async Task AssertInternalAsync(SampleServer server, HttpResponseMessage answer, string secret)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("   at ", text);
        var traceId = TraceIdOf(JsonElement.Parse(text));
        Assert.Contains(server.Log.Complaints, c => c.Contains(traceId) && c.Contains(secret));
    }

    private static string TraceIdOf(JsonElement body)
    {
        var extensions = body.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal(ErrorCodes.Internal, extensions.GetProperty("code").GetString());
        return extensions.GetProperty("traceId").GetString()!;
    }
}
