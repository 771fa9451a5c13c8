using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Http.WebSockets;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The clients of the protocols' authors follow subscriptions of a real server, and find it again when their connection drops.</summary>
public sealed class StreamClientTests
{
    [NodeFact]
    public async Task Graphql_ws_is_served_by_WebSocket()
    {
        var outcome = await RunAsync("client-ws.mjs");

        AssertBeside(outcome["beside"]!["outcomes"]!);
        Assert.Equal(1, (int)outcome["beside"]!["sockets"]!);
        Assert.True((bool)outcome["ended"]!["received"]!);
        Assert.False((bool)outcome["ended"]!["heardOfItAgain"]!);
        Assert.Equal(
            [
                """{"data":[{"fails":null}],"errors":["INTERNAL"],"ended":"complete"}""",
                """{"data":[],"errors":[],"ended":["HC0011"]}""",
                """{"data":[],"errors":[],"ended":[null]}""",
                """{"data":[{"countThenFail":1},{"countThenFail":2},null],"errors":["INTERNAL"],"ended":"complete"}""",
                """{"data":[],"errors":[],"ended":["INTERNAL"]}""",
            ],
            Texts(outcome["wrong"]!));
        Assert.True((bool)outcome["alive"]!["isOpen"]!);
        Assert.Equal(2, (int)outcome["dropped"]!["connected"]!);

        // The client leaves after the second; what was on its way by then may still be heard.
        Assert.InRange((int)outcome["dropped"]!["afterwards"]!, 2, int.MaxValue);
        Assert.Equal("""{"data":[],"errors":[],"ended":{"code":4401,"reason":"The token is wrong"}}""", outcome["refused"]!.ToJsonString());
        Assert.Equal("""{"greeting":"Hello, good"}""", outcome["greeted"]!.ToJsonString());
    }

    [NodeFact]
    public async Task Graphql_sse_is_served_by_a_connection_for_each_operation()
    {
        var outcome = await RunAsync("client-sse.mjs");

        AssertBeside(outcome["beside"]!);
        Assert.InRange((int)outcome["ended"]!["atEnd"]!, 1, int.MaxValue);
        Assert.Equal(0, (int)outcome["ended"]!["afterwards"]!);
        Assert.Equal(
            [
                """{"data":[{"fails":null}],"errors":["INTERNAL"],"ended":"complete"}""",
                """{"data":[null],"errors":["HC0011"],"ended":"complete"}""",
                """{"data":[null],"errors":[null],"ended":"complete"}""",
                """{"data":[{"countThenFail":1},{"countThenFail":2},null],"errors":["INTERNAL"],"ended":"complete"}""",
                """{"data":[null],"errors":["INTERNAL"],"ended":"complete"}""",
            ],
            Texts(outcome["wrong"]!));
        Assert.Equal(2, (int)outcome["dropped"]!);
    }

    private static void AssertBeside(JsonNode outcomes) => Assert.Equal(
        [
            """{"data":[{"count":1},{"count":2},{"count":3}],"errors":[],"ended":"complete"}""",
            """{"data":[{"hello":"Hello, you!"}],"errors":[],"ended":"complete"}""",
            """{"data":[{"setGreeting":"hi"}],"errors":[],"ended":"complete"}""",
        ],
        Texts(outcomes));

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => item!.ToJsonString());

    /// <summary>Runs a script while the server goes on telling.</summary>
    private static async Task<JsonNode> RunAsync(string script)
    {
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o =>
        {
            o.WebSocket.KeepAlive = TimeSpan.FromMilliseconds(100);
            o.WebSocket.OnConnect = (request, _) => new(Answer((string?)JsonNode.Parse(request.Payload.GetRawText())!["token"]));
        }));
        var running = Node.RunAsync(script, $"{server.Client.BaseAddress}graphql");
        while (await Task.WhenAny(running, Task.Delay(20)) != running) server.Graph.Streams.Tell("news");
        var outcome = JsonNode.Parse(await running)!;
        await server.Graph.Streams.FollowedByAsync(0);
        return outcome;
    }

    private static SocketConnectAnswer Answer(string? token) => token == "good"
        ? SocketConnectAnswer.Accept(new Dictionary<string, object?> { ["greeting"] = "Hello, good" })
        : SocketConnectAnswer.Reject("The token is wrong");
}
