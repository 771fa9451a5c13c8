using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>A subscriber by WebSocket.</summary>
internal sealed class FollowingSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private byte[] buffer = new byte[16 * 1024];

    /// <summary>Subscribes.</summary>
    /// <param name="port">The server's port on the loopback address.</param>
    /// <param name="query">The subscription.</param>
    /// <param name="after">The value of its variable <c>$after</c>; null: from now on.</param>
    public async Task StartAsync(int port, string query, string? after = null)
    {
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/graphql"), CancellationToken.None);
        await SendAsync("""{"type":"connection_init"}""");
        await ReceiveAsync();
        await SendAsync(JsonSerializer.Serialize(new { type = "subscribe", id = "1", payload = new { query, variables = new { after } } }));
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Its data.</returns>
    public async Task<JsonElement> NextAsync()
    {
        while (true)
        {
            using var json = JsonDocument.Parse(await ReceiveAsync());
            var message = json.RootElement;
            switch (message.GetProperty("type").GetString())
            {
                case "ping": await SendAsync("""{"type":"pong"}"""); break;
                case "next" when message.GetProperty("payload").TryGetProperty("data", out var data): return data.Clone();
                default: throw new InvalidOperationException($"No message: {message}");
            }
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
            if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
            if (received.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException($"Closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
            if (received.EndOfMessage) return buffer.AsMemory(0, length);
        }
    }
}
