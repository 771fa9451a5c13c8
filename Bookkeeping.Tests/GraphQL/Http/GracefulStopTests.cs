namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class GracefulStopTests
{
    [Fact]
    public async Task A_request_under_way_is_answered_before_the_server_stops()
    {
        await using var server = await SampleServer.StartAsync();
        var request = server.PostAsync("""{"query": "{ wait }"}""");
        await server.Graph.Entered;

        var stop = server.StopAsync();
        Assert.False(stop.IsCompleted);
        server.Graph.Open();

        Assert.Equal("done", (await (await request).DataAsync()).GetProperty("wait").GetString());
        await stop;
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync("""{"query": "{ hello }"}"""));
    }
}
