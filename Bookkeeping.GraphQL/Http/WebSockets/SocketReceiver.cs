using System.Buffers;
using System.Net.WebSockets;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Reads whole messages, never more of one than the limit. Between messages it holds no memory.</summary>
internal sealed class SocketReceiver(WebSocket socket, int maxBytes) : IDisposable
{
    private const int FirstBytes = 4 * 1024;
    private byte[] buffer = [];
    private int used;

    /// <summary>The next message, valid until the one after it is asked for.</summary>
    /// <returns>Null when the client closed the socket.</returns>
    /// <exception cref="SocketRefusal">The message is too large, or not text.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        Release();
        // A read of nothing ends when there is something to read.
        var read = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        while (true)
        {
            if (read.MessageType == WebSocketMessageType.Close) return null;
            if (read.MessageType != WebSocketMessageType.Text) throw new SocketRefusal(SocketClosure.Invalid("Messages must be text"));
            used += read.Count;
            if (used > maxBytes) throw new SocketRefusal(SocketClosure.TooLarge(maxBytes));
            if (read.EndOfMessage) return buffer.AsMemory(0, used);
            if (used == buffer.Length) Grow();
            read = await socket.ReceiveAsync(buffer.AsMemory(used), CancellationToken.None);
        }
    }

    /// <summary>Reads on without a look at it, until the client has closed the socket too.</summary>
    public async Task DrainAsync()
    {
        Release();
        Grow();
        while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Release();

    private void Grow()
    {
        // One byte beyond the limit is enough to see that there is one.
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBytes, Math.Min(buffer.Length * 2, maxBytes + 1)));
        buffer.AsSpan(0, used).CopyTo(larger);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private void Release()
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        used = 0;
    }
}
