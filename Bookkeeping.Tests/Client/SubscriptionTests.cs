using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Client.Transports;

namespace Bookkeeping.Tests.Client;

/// <summary>Subscriptions over real sockets: the protocol, lost connections, and going on without loss or doubles.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Events_come_until_the_server_ends_the_stream()
    {
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendEventAsync(1);
            await socket.SendEventAsync(2);
            await socket.SendAsync("""{"type":"complete","id":"1"}""");
            await socket.UntilGoneAsync();
        };

        Assert.Equal(["1", "2"], await CursorsAsync(SampleOperations.Resume));
        Assert.Equal(1, server.Sockets);
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_is_one_result_with_errors()
    {
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendAsync("""{"type":"error","id":"1","payload":[{"message":"No.","extensions":{"code":"HC0014"}}]}""");
            // Some servers complete after an error, though the protocol forbids it.
            await socket.SendAsync("""{"type":"complete","id":"1"}""");
            await socket.UntilGoneAsync();
        };

        await using var services = SampleOperations.Connect(server.Address);
        var results = new List<IOperationResult<SampleOperations.Event>>();
        await foreach (var result in services.FollowAsync(SampleOperations.Resume)) results.Add(result);

        Assert.Equal("HC0014", Assert.Single(Assert.Single(results).Errors).Code);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("close")]
    [InlineData("half")]
    [InlineData("too-slow")]
    public async Task A_lost_connection_is_made_anew_and_no_event_is_missed_or_doubled(string how)
    {
        const int last = 50;
        var random = new Random(4711);
        server.OnSocket = async (socket, number) =>
        {
            var payload = await socket.BeginAsync();
            var after = (string?)payload["variables"]!["after"] is { } cursor ? int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) : 0;
            var until = Math.Min(last, after + random.Next(0, 8));
            for (var i = after + 1; i <= until; i++) await socket.SendEventAsync(i);
            if (until == last)
            {
                await socket.SendAsync("""{"type":"complete","id":"1"}""");
                await socket.UntilGoneAsync();
                return;
            }

            switch (how)
            {
                case "cut": socket.Cut(); break;
                case "close": await socket.CloseAsync(1001); break;
                case "half":
                    await socket.SendAsync("""{"type":"next","id":"1","payload":{"data":{"chan""", isWhole: false);
                    socket.Cut();
                    break;
                default:
                    await socket.SendAsync("""{"type":"next","id":"1","payload":{"errors":[{"message":"Too slow.","extensions":{"code":"SUBSCRIBER_TOO_SLOW"}}]}}""");
                    await socket.SendAsync("""{"type":"complete","id":"1"}""");
                    break;
            }
        };

        Assert.Equal(Enumerable.Range(1, last).Select(i => $"{i}"), await CursorsAsync(SampleOperations.Resume, after: "0"));
        Assert.True(server.Sockets > 5);
    }

    [Fact]
    public async Task A_server_that_goes_away_and_comes_back_goes_on_where_it_was()
    {
        var address = server.Address;
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendEventAsync(1);
            await socket.UntilGoneAsync();
        };
        await using var services = SampleOperations.Connect(address);
        await using var events = services.FollowAsync(SampleOperations.Resume).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        var next = events.MoveNextAsync();
        await server.DisposeAsync();
        server = await ScriptedServer.StartAsync(address.Port);
        string? after = null;
        server.OnSocket = async (socket, _) =>
        {
            after = (string?)(await socket.BeginAsync())["variables"]!["after"];
            await socket.SendEventAsync(2);
            await socket.UntilGoneAsync();
        };

        Assert.True(await next);
        Assert.Equal(("1", "2"), (after, events.Current.Data!.Cursor));
    }

    [Fact]
    public async Task Without_a_cursor_a_lost_connection_is_an_exception_for_events_may_be_missing()
    {
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendEventAsync(1);
            await socket.CloseAsync(1001);
        };

        await using var services = SampleOperations.Connect(server.Address);
        var cursors = new List<string>();
        await Assert.ThrowsAsync<ConnectionLostException>(async () =>
        {
            await foreach (var result in services.FollowAsync(resume: null)) cursors.Add(result.Data!.Cursor);
        });

        Assert.Equal(["1"], cursors);
        Assert.Equal(1, server.Sockets);
    }

    [Fact]
    public async Task A_connection_lost_before_the_first_event_is_an_exception_unless_the_stream_began_behind_a_cursor()
    {
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            socket.Cut();
        };

        await Assert.ThrowsAsync<ConnectionLostException>(() => CursorsAsync(SampleOperations.Resume));
    }

    [Fact]
    public async Task A_server_that_is_not_there_yet_is_waited_for()
    {
        var address = server.Address;
        await server.DisposeAsync();
        await using var services = SampleOperations.Connect(address);
        await using var events = services.FollowAsync(resume: null).GetAsyncEnumerator();
        var first = events.MoveNextAsync();

        server = await ScriptedServer.StartAsync(address.Port);
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendEventAsync(1);
            await socket.UntilGoneAsync();
        };

        Assert.True(await first);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_server_that_opens_no_socket_for_this_client_is_not_asked_again(int status)
    {
        server.SocketStatus = status;

        var failure = await Assert.ThrowsAsync<TransportException>(() => CursorsAsync(SampleOperations.Resume));

        Assert.Equal(ClientErrorCodes.Refused, failure.Code);
        Assert.Equal(1, server.Sockets);
    }

    [Theory]
    [InlineData(4400)]
    [InlineData(4401)]
    [InlineData(4429)]
    public async Task A_code_that_says_that_the_client_is_wrong_is_an_exception(int code)
    {
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.CloseAsync(code);
        };

        var failure = await Assert.ThrowsAsync<TransportException>(() => CursorsAsync(SampleOperations.Resume, after: "0"));

        Assert.Contains($"{code}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"type":"next","id":"1"}""")]
    public async Task A_message_that_the_protocol_does_not_know_is_an_exception(string message)
    {
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendAsync(message);
            await socket.UntilGoneAsync();
        };

        Assert.Equal(ClientErrorCodes.InvalidResponse, (await Assert.ThrowsAsync<TransportException>(() => CursorsAsync(SampleOperations.Resume, after: "0"))).Code);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_an_exception_and_one_of_its_size_is_not()
    {
        const int limit = 1000;
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            var message = """{"type":"next","id":"1","payload":{"data":{"changed":{"cursor":"1"}}}}""";
            await socket.SendAsync(message + new string(' ', limit - message.Length));
            await socket.SendAsync(message + new string(' ', limit + 1 - message.Length));
            await socket.UntilGoneAsync();
        };

        await using var services = SampleOperations.Connect(server.Address, options => options.MaxMessageBytes = limit);
        await using var events = services.FollowAsync(SampleOperations.Resume).GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        var failure = await Assert.ThrowsAsync<TransportException>(async () => await events.MoveNextAsync());
        Assert.Contains(nameof(ClientOptions.MaxMessageBytes), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_is_answered_and_a_silent_server_is_asked_and_then_left()
    {
        var types = new List<string?>();
        server.OnSocket = async (socket, number) =>
        {
            await socket.BeginAsync();
            if (number > 1)
            {
                await socket.SendAsync("""{"type":"complete","id":"1"}""");
                return;
            }

            await socket.SendAsync("""{"type":"ping"}""");
            types.Add((string?)(await socket.ReceiveAsync())["type"]);
            types.Add((string?)(await socket.ReceiveAsync())["type"]);
            await socket.UntilGoneAsync();
        };

        await using var services = SampleOperations.Connect(server.Address, options => options.KeepAlive = options.PongTimeout = TimeSpan.FromMilliseconds(100));
        await foreach (var _ in services.FollowAsync(SampleOperations.Resume, after: "0")) Assert.Fail("There is no event.");

        Assert.Equal(["pong", "ping"], types);
        Assert.Equal(2, server.Sockets);
    }

    [Fact]
    public async Task A_server_that_does_not_acknowledge_is_left_and_tried_again()
    {
        server.OnSocket = async (socket, number) =>
        {
            if (number == 1)
            {
                await socket.UntilGoneAsync();
                return;
            }

            await socket.BeginAsync();
            await socket.SendEventAsync(1);
            await socket.SendAsync("""{"type":"complete","id":"1"}""");
        };

        await using var services = SampleOperations.Connect(server.Address, options => options.ConnectTimeout = TimeSpan.FromMilliseconds(300));
        var cursors = new List<string>();
        await foreach (var result in services.FollowAsync(SampleOperations.Resume)) cursors.Add(result.Data!.Cursor);

        Assert.Equal(["1"], cursors);
    }

    [Fact]
    public async Task A_token_goes_with_the_introduction()
    {
        string? token = null;
        server.OnSocket = async (socket, _) =>
        {
            token = (string?)(await socket.ReceiveAsync())["payload"]!["token"];
            await socket.SendAsync("""{"type":"connection_ack"}""");
            await socket.ReceiveAsync();
            await socket.SendAsync("""{"type":"complete","id":"1"}""");
        };

        await using var services = SampleOperations.Connect(server.Address, options => options.ConnectionPayload = _ => new(JsonElement.Parse("""{"token":"secret"}"""u8)));
        await foreach (var _ in services.FollowAsync(SampleOperations.Resume)) Assert.Fail("There is no event.");

        Assert.Equal("secret", token);
    }

    [Fact]
    public async Task Leaving_the_stream_closes_the_socket()
    {
        var gone = new TaskCompletionSource();
        server.OnSocket = async (socket, _) =>
        {
            await socket.BeginAsync();
            await socket.SendEventAsync(1);
            await socket.UntilGoneAsync();
            gone.SetResult();
        };

        await using var services = SampleOperations.Connect(server.Address);
        await foreach (var _ in services.FollowAsync(SampleOperations.Resume)) break;

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<List<string>> CursorsAsync(ResumePoint<SampleOperations.Event>? resume, string? after = null)
    {
        // A line that was cut is noticed by its silence where the cut itself does not come through.
        await using var services = SampleOperations.Connect(server.Address, options => options.KeepAlive = options.PongTimeout = TimeSpan.FromMilliseconds(200));
        var cursors = new List<string>();
        await foreach (var result in services.FollowAsync(resume, after))
        {
            result.EnsureNoErrors();
            cursors.Add(result.Data!.Cursor);
        }

        return cursors;
    }
}
