using System.Net;
using System.Net.WebSockets;
using Bookkeeping.GraphQL.Http.WebSockets;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Each limit of a WebSocket, at its edge.</summary>
public sealed class SocketLimitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task A_client_that_does_not_begin_in_time_is_closed()
    {
        await using var server = await StartAsync(o => o.InitTimeout = Short);
        using var socket = await SampleSocket.OpenAsync(server);
        // Pings are no beginning.
        await socket.SayAsync("""{"type":"ping"}""");

        await socket.ClosesAsync(4408, afterMessages: true);
    }

    [Fact]
    public async Task The_decision_who_may_begin_is_part_of_that_time()
    {
        await using var server = await StartAsync(o =>
        {
            o.InitTimeout = Short;
            o.OnConnect = async (_, cancel) =>
            {
                await Task.Delay(Timeout.Infinite, cancel);
                return SocketConnectAnswer.Accept();
            };
        });
        using var socket = await SampleSocket.OpenAsync(server);

        await socket.SayAsync("""{"type":"connection_init"}""");

        await socket.ClosesAsync(4408);
        Assert.Empty(server.Log.Complaints);
    }

    [Fact]
    public async Task A_client_that_has_begun_may_be_silent_for_as_long_as_it_answers_pings()
    {
        await using var server = await StartAsync(o => (o.InitTimeout, o.KeepAlive) = (TimeSpan.FromMilliseconds(200), Short));
        using var socket = await SampleSocket.BeginAsync(server);
        for (var i = 0; i < 6; i++)
        {
            await socket.HearsAsync("""{"type":"ping"}""");
            await socket.SayAsync("""{"type":"pong"}""");
        }
    }

    [Fact]
    public async Task A_client_that_does_not_answer_a_ping_is_closed()
    {
        await using var server = await StartAsync(o => (o.KeepAlive, o.PongTimeout) = (Short, Short));
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.HearsAsync("""{"type":"ping"}""");

        await socket.ClosesAsync(4504);
    }

    [Fact]
    public async Task Pings_can_be_switched_off()
    {
        await using var server = await StartAsync(o => (o.KeepAlive, o.PongTimeout) = (TimeSpan.Zero, Short));
        using var socket = await SampleSocket.BeginAsync(server);
        await socket.SubscribeAsync("1", "subscription { count(to: 100) }");

        var heard = new List<string>();
        while (heard.LastOrDefault() is not """{"type":"complete","id":"1"}""") heard.Add(await socket.HearAsync());

        Assert.Equal(101, heard.Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_message_may_have_1_MiB(int more, bool isTaken)
    {
        await using var server = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SayAsync("""{"type":"ping"}""".PadRight((1024 * 1024) + more));

        if (isTaken) await socket.HearsAsync("""{"type":"pong"}""");
        else await socket.ClosesAsync(1009);
    }

    [Fact]
    public async Task How_large_a_message_may_be_is_an_option()
    {
        await using var server = await StartAsync(o => o.MaxMessageBytes = 100);
        using var socket = await SampleSocket.BeginAsync(server);
        await socket.SayAsync("""{"type":"ping"}""".PadRight(100));
        await socket.HearsAsync("""{"type":"pong"}""");

        await socket.SayAsync("""{"type":"ping"}""".PadRight(101));

        Assert.Equal("A message may have 100 bytes", await socket.ClosesAsync(1009));
    }

    [Fact]
    public async Task A_message_that_never_ends_is_closed_at_the_limit()
    {
        await using var server = await StartAsync(o => o.MaxMessageBytes = 1000);
        using var socket = await SampleSocket.BeginAsync(server);
        for (var sent = 0; sent <= 1000; sent += 100)
            await socket.Socket.SendAsync(new byte[100].AsMemory(), WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);

        await socket.ClosesAsync(1009);
    }

    [Fact]
    public async Task A_socket_may_have_100_operations_at_once()
    {
        await using var server = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(server);
        for (var i = 0; i < 100; i++) await socket.SubscribeAsync($"{i}", "subscription { told }");
        await server.Graph.Streams.FollowedByAsync(100);

        await socket.SubscribeAsync("100", "{ hello }");
        var refused = await socket.HearAsync();
        Assert.StartsWith("""{"type":"error","id":"100",""", refused);
        Assert.Contains(ErrorCodes.TooManyOperations, refused);
        await socket.SayAsync("""{"type":"complete","id":"50"}""");
        await socket.SubscribeAsync("100", "{ hello }");

        await socket.HearsAsync("""{"type":"next","id":"100","payload":{"data":{"hello":"Hello, world!"}}}""");
    }

    [Fact]
    public async Task All_operations_may_be_ended_and_started_again_without_a_pause()
    {
        await using var server = await StartAsync(o => o.MaxOperations = 3);
        using var socket = await SampleSocket.BeginAsync(server);
        for (var round = 0; round < 50; round++)
        {
            for (var i = 0; i < 3; i++) await socket.SubscribeAsync($"{i}", "subscription { told }");
            for (var i = 0; i < 3; i++) await socket.SayAsync($$"""{"type":"complete","id":"{{i}}"}""");
        }

        await socket.SubscribeAsync("last", "{ hello }");

        await socket.HearsAsync("""{"type":"next","id":"last","payload":{"data":{"hello":"Hello, world!"}}}""");
        await server.Graph.Streams.FollowedByAsync(0);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task An_id_may_have_128_characters(int length, bool isTaken)
    {
        await using var server = await SampleServer.StartAsync();
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SubscribeAsync(new string('i', length), "{ hello }");

        if (isTaken) Assert.StartsWith("""{"type":"next",""", await socket.HearAsync());
        else await socket.ClosesAsync(4400);
    }

    [Fact]
    public async Task Who_may_begin_is_decided_by_what_they_say()
    {
        await using var server = await StartAsync(o => o.OnConnect = (connect, _) => new(
            connect.Payload is { ValueKind: System.Text.Json.JsonValueKind.Object } said && said.TryGetProperty("token", out var token) && token.GetString() == "right"
                ? SocketConnectAnswer.Accept(new Dictionary<string, object?> { ["path"] = connect.Context.Request.Path.Value, ["days"] = 7 })
                : SocketConnectAnswer.Reject("The token is wrong: " + new string('ü', 200))));
        using var friend = await SampleSocket.OpenAsync(server);
        using var stranger = await SampleSocket.OpenAsync(server);
        using var silent = await SampleSocket.OpenAsync(server);

        await friend.SayAsync("""{"type":"connection_init","payload":{"token":"right"}}""");
        await stranger.SayAsync("""{"type":"connection_init","payload":{"token":"wrong"}}""");
        await silent.SayAsync("""{"type":"connection_init"}""");

        await friend.HearsAsync("""{"type":"connection_ack","payload":{"path":"/graphql","days":7}}""");
        Assert.Equal("The token is wrong: " + new string('ü', 51), await stranger.ClosesAsync(4401));
        await silent.ClosesAsync(4401);
    }

    [Fact]
    public async Task A_fault_of_ours_closes_the_socket_and_is_logged()
    {
        await using var server = await StartAsync(o => o.OnConnect = (_, _) => throw new InvalidOperationException("secret of the decision"));
        using var socket = await SampleSocket.OpenAsync(server);

        await socket.SayAsync("""{"type":"connection_init"}""");

        Assert.DoesNotContain("secret", await socket.ClosesAsync(1011));
        Assert.Contains(server.Log.Complaints, c => c.Contains("secret of the decision"));
    }

    [Fact]
    public async Task A_fault_of_ours_in_an_operation_is_its_error_and_the_socket_stays_open()
    {
        await using var server = await SampleServer.StartAsync(
            s => s.ModifyRequestOptions(o => o with { TranslateException = _ => throw new InvalidOperationException("secret of the translator") }));
        using var socket = await SampleSocket.BeginAsync(server);

        await socket.SubscribeAsync("1", "{ fails }");

        var error = await socket.HearAsync();
        Assert.StartsWith("""{"type":"error","id":"1",""", error);
        Assert.Contains("traceId", error);
        Assert.DoesNotContain("secret", error);
        await socket.SubscribeAsync("1", "{ hello }");
        Assert.StartsWith("""{"type":"next","id":"1",""", await socket.HearAsync());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://127.0.0.1:{0}", true)]
    [InlineData("https://127.0.0.1:{0}", true)]
    [InlineData("https://friend.example", true)]
    [InlineData("https://FRIEND.example", true)]
    [InlineData("http://friend.example", false)]
    [InlineData("https://friend.example:444", false)]
    [InlineData("https://friend.example.evil.example", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("file://", false)]
    public async Task Pages_of_other_sites_may_not_open_a_socket_unless_they_are_named(string? origin, bool isAllowed)
    {
        await using var server = await StartAsync(o => o.AllowedOrigins.Add("https://friend.example"));
        origin = origin?.Replace("{0}", $"{server.Client.BaseAddress!.Port}");

        if (isAllowed)
        {
            using var socket = await SampleSocket.OpenAsync(server, origin: origin);
            return;
        }

        var fault = await Assert.ThrowsAsync<WebSocketException>(() => SampleSocket.OpenAsync(server, origin: origin));
        Assert.Contains("403", fault.Message);
    }

    [Fact]
    public async Task All_sites_can_be_allowed()
    {
        await using var server = await StartAsync(o => o.AllowedOrigins.Add("*"));

        using var socket = await SampleSocket.OpenAsync(server, origin: "https://anybody.example");
    }

    [Theory]
    [InlineData("Host: logbook.example\r\nOrigin: https://logbook.example", "101")]
    [InlineData("Host: logbook.example:443\r\nOrigin: https://logbook.example", "101")]
    [InlineData("Host: logbook.example:8080\r\nOrigin: http://logbook.example:8080", "101")]
    [InlineData("Host: logbook.example:8080\r\nOrigin: http://logbook.example", "403")]
    [InlineData("Host: [::1]:8080\r\nOrigin: http://[::1]:8080", "101")]
    public async Task A_page_is_of_our_own_site_by_its_host(string headers, string status)
    {
        await using var server = await SampleServer.StartAsync();
        using var connection = await server.ConnectAsync();

        await connection.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\n{headers}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));

        Assert.StartsWith($"HTTP/1.1 {status}", await RawSocket.ReadHeadAsync(connection.GetStream()));
    }

    [Fact]
    public async Task Sockets_can_be_switched_off()
    {
        await using var server = await StartAsync(o => o.Enabled = false);

        var fault = await Assert.ThrowsAsync<WebSocketException>(() => SampleSocket.OpenAsync(server));

        Assert.Contains("400", fault.Message);
    }

    [Theory]
    [InlineData("Upgrade: websocket\r\n")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 7\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n")]
    public async Task A_handshake_that_is_incomplete_is_refused(string headers)
    {
        await using var server = await SampleServer.StartAsync();

        var answer = await server.SendRawAsync($"GET /graphql HTTP/1.1\r\nHost: x\r\n{headers}Connection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer);
    }

    [Fact]
    public async Task A_client_that_would_rather_speak_another_HTTP_is_answered_in_this_one()
    {
        await using var server = await SampleServer.StartAsync();

        var answer = await server.SendRawAsync("GET /graphql?query={hello} HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.Contains("Hello, world!", answer);
    }

    private static Task<SampleServer> StartAsync(Action<GraphQLWebSocketOptions> modify) =>
        SampleServer.StartAsync(s => s.ModifyHttpOptions(o => modify(o.WebSocket)));
}
