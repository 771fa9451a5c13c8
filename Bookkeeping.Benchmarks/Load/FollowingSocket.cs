using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>A subscriber by WebSocket that notes how old each message is when it is there.</summary>
internal sealed class FollowingSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[16 * 1024];

    /// <summary>Subscribes.</summary>
    /// <param name="port">The server's port on the loopback address.</param>
    /// <param name="query">The subscription; its field tells <c>at</c>.</param>
    public async Task StartAsync(int port, string query)
    {
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/graphql"), CancellationToken.None);
        await SendAsync("""{"type":"connection_init"}""");
        await ReceiveAsync();
        await SendAsync($$"""{"type":"subscribe","id":"1","payload":{"query":{{JsonSerializer.Serialize(query)}} } }""");
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>How long ago the change was begun that it tells of; the clock is that of the server.</returns>
    public async Task<TimeSpan> NextAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            var now = DateTimeOffset.UtcNow;
            using var json = JsonDocument.Parse(message);
            if (json.RootElement.GetProperty("type").GetString() == "ping") await SendAsync("""{"type":"pong"}""");
            else return now - json.RootElement.GetProperty("payload").GetProperty("data").GetProperty("runChanged").GetProperty("at").GetDateTimeOffset();
        }
    }

    public void Dispose() => socket.Dispose();

    private Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException($"Closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
            if (received.EndOfMessage) return buffer.AsMemory(0, length);
        }
    }
}
