using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Bookkeeping.Client.Transports;

/// <summary>A connected socket that carries JSON messages, and tells when the other side has gone silent. For one reader, who also sends.</summary>
internal sealed class SocketConnection(WebSocket socket, ClientOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(1);

    // Close codes that a further try meets again: the server does not understand this client, or does not let it in.
    private static readonly int[] FinalCodes = [1002, 1003, 1009, 4400, 4401, 4403, 4406, 4409, 4429];

    private readonly ArrayBufferWriter<byte> incoming = new(4096);
    private readonly ArrayBufferWriter<byte> outgoing = new(1024);

    /// <summary>Sends a message without content.</summary>
    public Task SendAsync(string type, CancellationToken cancel) => SendAsync(writer => writer.WriteString("type", type), cancel);

    /// <summary>Sends a message.</summary>
    /// <param name="write">Writes the members of the message's object.</param>
    /// <param name="cancel">Ends the wait, and with it the socket.</param>
    public async Task SendAsync(Action<Utf8JsonWriter> write, CancellationToken cancel)
    {
        outgoing.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(outgoing))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        try
        {
            await socket.SendAsync(outgoing.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            throw new ConnectionLostException($"The connection is lost: {e.Message}", e);
        }
    }

    /// <summary>Waits for the next message; while none comes it asks whether the server is still there.</summary>
    /// <exception cref="ConnectionLostException">The connection is lost, or the server silent for too long.</exception>
    /// <exception cref="TransportException">The server ended it in a way that trying again does not help, or sends no JSON.</exception>
    public async Task<JsonDocument> ReceiveAsync(CancellationToken cancel)
    {
        incoming.ResetWrittenCount();
        while (true)
        {
            var part = await ReceivePartAsync(incoming.GetMemory(4096), cancel).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close) throw Closed();
            incoming.Advance(part.Count);
            if (incoming.WrittenCount > options.MaxMessageBytes)
                throw new TransportException(ClientErrorCodes.InvalidResponse, $"The server sent a message beyond {options.MaxMessageBytes} bytes ({nameof(ClientOptions.MaxMessageBytes)}).");
            if (part.EndOfMessage) break;
        }

        try
        {
            // The document keeps its memory while the next message is read: hence a copy.
            return JsonDocument.Parse(incoming.WrittenSpan.ToArray());
        }
        catch (JsonException e)
        {
            throw new TransportException(ClientErrorCodes.InvalidResponse, "The server sent a message that is not JSON.", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (socket.State == WebSocketState.Open)
            {
                using var deadline = new CancellationTokenSource(FarewellTimeout, time);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // Nobody waits for the farewell of a socket that is gone.
        }

        socket.Dispose();
    }

    private async Task<ValueWebSocketReceiveResult> ReceivePartAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            var receive = socket.ReceiveAsync(buffer, cancel).AsTask();
            try
            {
                return await receive.WaitAsync(options.KeepAlive, time, cancel).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await SendAsync("ping", cancel).ConfigureAwait(false);
                return await receive.WaitAsync(options.PongTimeout, time, cancel).ConfigureAwait(false);
            }
        }
        catch (TimeoutException e)
        {
            socket.Abort();
            throw new ConnectionLostException($"The server was silent for {options.KeepAlive + options.PongTimeout}.", e);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            throw new ConnectionLostException($"The connection is lost: {e.Message}", e);
        }
    }

    private TransportException Closed()
    {
        var code = (int?)socket.CloseStatus ?? 1005;
        var message = $"The server closed the connection with {code}{(string.IsNullOrEmpty(socket.CloseStatusDescription) ? "" : $" ({socket.CloseStatusDescription})")}.";
        return FinalCodes.Contains(code) ? new TransportException(ClientErrorCodes.Refused, message) : new ConnectionLostException(message);
    }
}
