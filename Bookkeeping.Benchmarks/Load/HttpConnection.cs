using System.Buffers;
using System.Buffers.Text;
using System.Net.Sockets;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>One keep-alive HTTP/1.1 connection that sends the same bytes again and again and reads each answer whole.</summary>
/// <remarks>A raw socket costs a fraction of HttpClient's processor time, so that the server, not the client, is what is measured.</remarks>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket;
    private byte[] buffer;
    private int filled;

    /// <summary>Connects.</summary>
    /// <param name="port">The server's port on the loopback address.</param>
    /// <param name="bufferBytes">What is kept for an answer at first; it grows.</param>
    public HttpConnection(int port, int bufferBytes = 256 * 1024)
    {
        buffer = new byte[bufferBytes];
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", port);
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>The status code and the body, valid until the next call. A chunked body is returned with its frames.</returns>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..]);
        filled = 0;
        int headerEnd;
        while ((headerEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await ReceiveAsync();
        var start = headerEnd + 4;
        var length = ContentLength(buffer.AsSpan(0, headerEnd));
        if (length is { } known)
            while (filled < start + known) await ReceiveAsync();
        else
            while (!buffer.AsSpan(start, filled - start).EndsWith("0\r\n\r\n"u8)) await ReceiveAsync();
        Utf8Parser.TryParse(buffer.AsSpan(9, 3), out int status, out _);
        return (status, buffer.AsMemory(start, filled - start));
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask ReceiveAsync()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var count = await socket.ReceiveAsync(buffer.AsMemory(filled));
        if (count == 0) throw new IOException("The server closed the connection.");
        filled += count;
    }

    private static int? ContentLength(ReadOnlySpan<byte> header)
    {
        var at = header.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(header[(at + 16)..], out int length, out _) ? length : null;
    }
}
