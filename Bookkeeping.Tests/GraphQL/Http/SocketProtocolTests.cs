using System.Net.WebSockets;
using System.Text;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>What may be said over a WebSocket, and how it is closed for what may not.</summary>
public sealed class SocketProtocolTests(SampleServerFixture fixture) : IClassFixture<SampleServerFixture>
{
    private readonly SampleServer server = fixture.Server;

    [Fact]
    public async Task A_client_begins_and_is_acknowledged()
    {
        using var socket = await SampleSocket.OpenAsync(server);
        Assert.Equal("graphql-transport-ws", socket.Socket.SubProtocol);

        await socket.SayAsync("""{"type":"connection_init","payload":{"token":"x"}}""");

        await socket.HearsAsync("""{"type":"connection_ack"}""");
    }

    [Fact]
    public async Task A_query_is_answered_once_and_complete()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync("""
            {"id":"1","type":"subscribe","extra":[1],"payload":{"query":"query A { __typename } query B($n: String!) { hello(name: $n) }",
             "operationName":"B","variables":{"n":"Grüße"},"extensions":{"x":1}}}
            """);

        await socket.HearsAsync("""{"type":"next","id":"1","payload":{"data":{"hello":"Hello, Grüße!"}}}""");
        await socket.HearsAsync("""{"type":"complete","id":"1"}""");
    }

    [Fact]
    public async Task A_mutation_is_answered_too()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SubscribeAsync("m", """mutation { setGreeting(text: "by socket") }""");

        await socket.HearsAsync("""{"type":"next","id":"m","payload":{"data":{"setGreeting":"by socket"}}}""");
        await socket.HearsAsync("""{"type":"complete","id":"m"}""");
    }

    [Fact]
    public async Task A_subscription_gives_its_events_and_then_is_complete()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SubscribeAsync("s", "subscription { count(to: 2) }");

        await socket.HearsAsync("""{"type":"next","id":"s","payload":{"data":{"count":1}}}""");
        await socket.HearsAsync("""{"type":"next","id":"s","payload":{"data":{"count":2}}}""");
        await socket.HearsAsync("""{"type":"complete","id":"s"}""");
    }

    [Fact]
    public async Task An_id_may_be_used_again_when_its_operation_is_over()
    {
        using var socket = await SampleSocket.BeginAsync(server);
        for (var i = 0; i < 100; i++)
        {
            await socket.SubscribeAsync("same", "{ hello }");
            await socket.HearsAsync("""{"type":"next","id":"same","payload":{"data":{"hello":"Hello, world!"}}}""");
            await socket.HearsAsync("""{"type":"complete","id":"same"}""");
        }

        await socket.SubscribeAsync("same", "{ hallo }");
        Assert.StartsWith("""{"type":"error","id":"same",""", await socket.HearAsync());
        await socket.SubscribeAsync("same", "{ hello }");
        Assert.StartsWith("""{"type":"next","id":"same",""", await socket.HearAsync());
    }

    [Fact]
    public async Task An_operation_that_the_client_completes_is_ended_without_a_word()
    {
        await using var own = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(own);
        await socket.SubscribeAsync("t", "subscription { told }");
        await own.Graph.Streams.FollowedByAsync(1);

        await socket.SayAsync("""{"type":"complete","id":"t"}""");
        await own.Graph.Streams.FollowedByAsync(0);
        await socket.SayAsync("""{"type":"complete","id":"unknown"}""");
        await socket.SayAsync("""{"type":"ping"}""");

        await socket.HearsAsync("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_query_that_the_client_completes_is_cancelled()
    {
        await using var own = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(own);
        await socket.SubscribeAsync("w", "{ wait }");
        await own.Graph.Entered;

        await socket.SayAsync("""{"type":"complete","id":"w"}""");

        await own.Graph.Cancelled.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("""{"query":"{ hallo }"}""", null)]
    [InlineData("""{"query":"{"}""", ErrorCodes.SyntaxOverHttp)]
    [InlineData("""{"query":"subscription { refused }"}""", ErrorCodes.Internal)]
    [InlineData("""{"query":"{ hello }","operationName":"missing"}""", null)]
    [InlineData("""{"variables":{}}""", ErrorCodes.NoDocument)]
    [InlineData("""{"query":null}""", ErrorCodes.NoDocument)]
    public async Task A_request_that_cannot_be_run_is_an_error_of_its_id_and_nothing_else(string payload, string? code)
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync($$"""{"type":"subscribe","id":"e","payload":{{payload}}}""");
        await socket.SayAsync("""{"type":"ping"}""");

        var heard = new List<string> { await socket.HearAsync(), await socket.HearAsync() };
        Assert.Contains("""{"type":"pong"}""", heard);
        var error = System.Text.Json.JsonElement.Parse(heard.Single(h => h.Contains("\"error\"")));
        Assert.Equal("e", error.GetProperty("id").GetString());
        var first = error.GetProperty("payload")[0];
        if (code is not null) Assert.Equal(code, first.GetProperty("extensions").GetProperty("code").GetString());
        Assert.DoesNotContain("secret", error.GetRawText());
        await socket.SubscribeAsync("e", "{ hello }");
        Assert.StartsWith("""{"type":"next","id":"e",""", await socket.HearAsync());
    }

    [Fact]
    public async Task Errors_of_fields_come_with_the_answer()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SubscribeAsync("f", "{ failsAltogether }");

        var next = System.Text.Json.JsonElement.Parse(await socket.HearAsync());
        Assert.Equal("next", next.GetProperty("type").GetString());
        Assert.Equal("failsAltogether", next.GetProperty("payload").GetProperty("errors")[0].GetProperty("path")[0].GetString());
        await socket.HearsAsync("""{"type":"complete","id":"f"}""");
    }

    [Fact]
    public async Task A_subscription_whose_source_fails_tells_so_and_is_complete()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SubscribeAsync("s", "subscription { countThenFail(to: 1) }");

        await socket.HearsAsync("""{"type":"next","id":"s","payload":{"data":{"countThenFail":1}}}""");
        var last = await socket.HearAsync();
        Assert.StartsWith("""{"type":"next","id":"s","payload":{"errors":[""", last);
        Assert.DoesNotContain("secret", last);
        await socket.HearsAsync("""{"type":"complete","id":"s"}""");
    }

    [Theory]
    [InlineData("""{"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":null}""", """{"type":"pong"}""")]
    [InlineData("""{"payload":{"a":[1,{"b":null}]},"type":"ping"}""", """{"type":"pong","payload":{"a":[1,{"b":null}]}}""")]
    public async Task A_ping_is_answered_at_any_time(string ping, string pong)
    {
        using var socket = await SampleSocket.OpenAsync(server);
        await socket.SayAsync(ping);
        await socket.HearsAsync(pong);
        await socket.SayAsync("""{"type":"connection_init"}""");
        await socket.HearsAsync("""{"type":"connection_ack"}""");
        await socket.SayAsync(ping);

        await socket.HearsAsync(pong);
    }

    [Fact]
    public async Task A_pong_that_nobody_asked_for_is_taken()
    {
        using var socket = await SampleSocket.OpenAsync(server);

        await socket.SayAsync("""{"type":"pong"}""");
        await socket.SayAsync("""{"type":"ping"}""");

        await socket.HearsAsync("""{"type":"pong"}""");
    }

    [Theory]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"complete","id":"1"}""")]
    public async Task Before_the_acknowledgement_nothing_else_may_be_said(string message)
    {
        using var socket = await SampleSocket.OpenAsync(server);

        await socket.SayAsync(message);

        await socket.ClosesAsync(4401);
    }

    [Fact]
    public async Task A_client_may_begin_only_once()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync("""{"type":"connection_init"}""");

        await socket.ClosesAsync(4429);
    }

    [Theory]
    [InlineData("subscription { told }")]
    [InlineData("{ wait }")]
    public async Task A_live_id_may_not_be_given_again(string query)
    {
        await using var own = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(own);
        await socket.SubscribeAsync("same", query);

        await socket.SubscribeAsync("same", "{ hello }");

        Assert.Equal("Subscriber for same already exists", await socket.ClosesAsync(4409));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("""{"type":"ping"}x""")]
    [InlineData("""{"type":"ping",}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"ping\"")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"ping","payload":{},"payload":{}}""")]
    [InlineData("""{"type":"ping","payload":{"a":"\ud800"}}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":7,"payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","id":"2","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ hello }"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":{"a":1,"a":2}}}""")]
    [InlineData("""{"type":"complete"}""")]
    public async Task What_the_protocol_does_not_know_closes_the_socket(string message)
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync(message);

        Assert.NotEmpty(await socket.ClosesAsync(4400));
    }

    [Fact]
    public async Task Messages_must_be_text()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);

        await socket.ClosesAsync(4400);
    }

    [Fact]
    public async Task A_message_that_is_not_UTF8_closes_the_socket()
    {
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync([.. "{\"type\":\"ping\",\"payload\":{\"a\":\""u8, 0xFF, .. "\"}}"u8]);

        // The server's socket says 1007 and cuts the connection at once, which may overtake the code.
        var fault = await Record.ExceptionAsync(async () => Assert.StartsWith("closed 1007 ", await socket.HearAsync()));
        Assert.True(fault is null or WebSocketException, fault?.ToString());
    }

    [Fact]
    public async Task A_message_may_come_in_pieces()
    {
        using var socket = await SampleSocket.BeginAsync(server);
        foreach (var piece in Encoding.UTF8.GetBytes("""{"type":"ping","payload":{"a":"ü"}}""").Chunk(1))
            await socket.Socket.SendAsync(piece, WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
        await socket.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        await socket.HearsAsync("""{"type":"pong","payload":{"a":"ü"}}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    [InlineData("graphql-transport-ws2")]
    public async Task A_socket_without_a_protocol_that_is_spoken_here_is_closed_at_once(string? protocol)
    {
        // A client that asks for a protocol takes no answer without one, so that one is spoken by hand.
        var offered = protocol is null ? "" : $"Sec-WebSocket-Protocol: {protocol}\r\n";

        var answer = await RawSocket.HandshakeAsync(server, offered);

        Assert.StartsWith("HTTP/1.1 101", answer.Head);
        Assert.DoesNotContain("Sec-WebSocket-Protocol", answer.Head);
        Assert.Equal(1002, answer.CloseCode);
    }

    [Fact]
    public async Task Of_several_protocols_the_current_one_is_chosen()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-ws");
        socket.Options.AddSubProtocol("graphql-transport-ws");

        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{server.Client.BaseAddress!.Port}/graphql"), CancellationToken.None);

        Assert.Equal("graphql-transport-ws", socket.SubProtocol);
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_and_its_operations_end()
    {
        await using var own = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(own);
        await socket.SubscribeAsync("t", "subscription { told }");
        await own.Graph.Streams.FollowedByAsync(1);

        await socket.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Socket.CloseStatus);
        await own.Graph.Streams.FollowedByAsync(0);
        Assert.Empty(own.Log.Complaints);
    }

    [Fact]
    public async Task A_client_that_goes_away_without_a_word_ends_its_operations_and_nothing_is_logged()
    {
        await using var own = await SampleServer.StartAsync();
        var socket = await SampleSocket.BeginAsync(own);
        await socket.SubscribeAsync("t", "subscription { told }");
        await own.Graph.Streams.FollowedByAsync(1);

        socket.Socket.Abort();

        await own.Graph.Streams.FollowedByAsync(0);
        Assert.Empty(own.Log.Complaints);
    }

    [Fact]
    public async Task A_server_that_stops_says_so_and_does_not_wait_for_subscriptions()
    {
        await using var own = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(own);
        await socket.SubscribeAsync("t", "subscription { told }");
        await own.Graph.Streams.FollowedByAsync(1);

        var stop = own.StopAsync();

        await socket.ClosesAsync(1001);
        await stop.WaitAsync(TimeSpan.FromSeconds(30));
        await own.Graph.Streams.FollowedByAsync(0);
        Assert.Empty(own.Log.Complaints);
    }
}
