using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>A client of the sample server that speaks by WebSocket, whatever the test makes it say.</summary>
internal sealed class SampleSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly byte[] buffer = new byte[64 * 1024];

    private SampleSocket(ClientWebSocket socket) => Socket = socket;

    public ClientWebSocket Socket { get; }

    /// <summary>Opens a socket.</summary>
    public static async Task<SampleSocket> OpenAsync(SampleServer server, string? protocol = "graphql-transport-ws", string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (protocol is not null) socket.Options.AddSubProtocol(protocol);
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{server.Client.BaseAddress!.Port}/graphql"), CancellationToken.None);
        return new SampleSocket(socket);
    }

    /// <summary>Opens a socket and begins.</summary>
    public static async Task<SampleSocket> BeginAsync(SampleServer server)
    {
        var socket = await OpenAsync(server);
        await socket.SayAsync("""{"type":"connection_init"}""");
        await socket.HearsAsync("""{"type":"connection_ack"}""");
        return socket;
    }

    /// <summary>Sends a message.</summary>
    public Task SayAsync(string message) => SayAsync(Encoding.UTF8.GetBytes(message));

    /// <inheritdoc cref="SayAsync(string)"/>
    public Task SayAsync(byte[] message, WebSocketMessageType type = WebSocketMessageType.Text) => Socket.SendAsync(message, type, endOfMessage: true, CancellationToken.None);

    /// <summary>Starts an operation.</summary>
    public Task SubscribeAsync(string id, string query) =>
        SayAsync($$"""{"type":"subscribe","id":"{{id}}","payload":{"query":{{JsonSerializer.Serialize(query)}} } }""");

    /// <summary>The next message is this one.</summary>
    public async Task HearsAsync(string expected) => Assert.Equal(expected, await HearAsync());

    /// <summary>The next message.</summary>
    public async Task<string> HearAsync()
    {
        using var message = new MemoryStream();
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var read = await Socket.ReceiveAsync(buffer, limit.Token);
            if (read.MessageType == WebSocketMessageType.Close) return $"closed {(int)Socket.CloseStatus!.Value} {Socket.CloseStatusDescription}";
            message.Write(buffer, 0, read.Count);
            if (read.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    /// <summary>The socket is closed with a code, after whatever came before.</summary>
    /// <returns>The reason.</returns>
    public async Task<string> ClosesAsync(int code, bool afterMessages = false)
    {
        var heard = await HearAsync();
        while (afterMessages && !heard.StartsWith("closed ", StringComparison.Ordinal)) heard = await HearAsync();
        Assert.StartsWith($"closed {code} ", heard);
        await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return heard[$"closed {code} ".Length..];
    }

    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();
}
