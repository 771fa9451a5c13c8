using Bookkeeping.GraphQL.Http;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>One id names a request in its answer and in all that is logged for it.</summary>
public sealed class RequestIdTests
{
    private const string Traced = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task What_is_logged_for_a_request_stands_in_a_scope_with_its_id()
    {
        await using var server = await SampleServer.StartAsync();
        using var answer = await server.PostAsync("""{"query":"{ fails }"}""");
        var id = Assert.Single(answer.Headers.GetValues(RequestId.HeaderName));
        Assert.Contains($"RequestId:{id}", server.Log.ScopesOf("An unforeseen error"));
    }

    [Fact]
    public async Task The_id_is_that_of_the_trace_a_client_began()
    {
        await using var server = await SampleServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={fails}") { Headers = { { "traceparent", $"00-{Traced}-b7ad6b7169203331-01" } } };
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal(Traced, Assert.Single(answer.Headers.GetValues(RequestId.HeaderName)));
        Assert.Contains($"RequestId:{Traced}", server.Log.ScopesOf("An unforeseen error"));
    }

    [Fact]
    public async Task A_slow_operation_is_logged_under_the_id_too()
    {
        await using var server = await SampleServer.StartAsync(graph => graph.ModifyRequestOptions(o => o with { SlowOperationThreshold = TimeSpan.FromTicks(1) }));
        using var answer = await server.PostAsync("""{"query":"query Greeting { hello }"}""");
        var id = Assert.Single(answer.Headers.GetValues(RequestId.HeaderName));
        Assert.Contains($"RequestId:{id}", server.Log.ScopesOf("Slow operation: query Greeting"));
    }
}
