using System.Buffers.Binary;
using System.Text;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Speaks WebSocket by hand, for what a proper client would never do.</summary>
internal static class RawSocket
{
    /// <summary>The bytes of a handshake.</summary>
    /// <param name="headers">Further headers, each with its line's end.</param>
    /// <param name="host">The name that the server is called by.</param>
    public static byte[] Handshake(string headers = "Sec-WebSocket-Protocol: graphql-transport-ws\r\n", string host = "x") => Encoding.ASCII.GetBytes(
        $"GET /graphql HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + $"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n{headers}\r\n");

    /// <summary>The bytes of a text message, unmasked in effect: the mask is zero.</summary>
    public static byte[] Message(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. payload];
    }

    /// <summary>Opens a socket that the server is expected to close at once.</summary>
    /// <returns>The head of the answer, and the code it is closed with.</returns>
    public static async Task<(string Head, int CloseCode)> HandshakeAsync(SampleServer server, string headers)
    {
        using var connection = await server.ConnectAsync();
        var stream = connection.GetStream();
        await stream.WriteAsync(Handshake(headers));
        var head = await ReadHeadAsync(stream);
        var frame = new byte[4];
        await stream.ReadExactlyAsync(frame);
        Assert.Equal(0x88, frame[0]);
        return (head, BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(2)));
    }

    /// <summary>Reads an answer up to the empty line.</summary>
    public static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(next);
            head.Append((char)next[0]);
        }

        return head.ToString();
    }
}
