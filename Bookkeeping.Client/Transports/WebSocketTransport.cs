using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookkeeping.Client.Json;

namespace Bookkeeping.Client.Transports;

/// <summary>Follows subscriptions over sockets, one for each stream, by the sub-protocol <c>graphql-transport-ws</c>.</summary>
/// <param name="open">Makes the socket of one stream, connected.</param>
/// <param name="options">Its limits.</param>
/// <param name="time">The clock of its limits.</param>
/// <remarks>Source: GraphQL over WebSocket Protocol.</remarks>
internal sealed class WebSocketTransport(Func<CancellationToken, Task<System.Net.WebSockets.WebSocket>> open, ClientOptions options, TimeProvider time) : ISubscriptionTransport
{
    // A socket carries one operation, so that one name will do.
    private const string OperationId = "1";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Answer> SubscribeAsync(OperationRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var socket = await BeginAsync(cancel).ConfigureAwait(false);
        await using (socket.ConfigureAwait(false))
        {
            await socket.SendAsync(writer => WriteSubscribe(writer, request), cancel).ConfigureAwait(false);
            while (true)
            {
                var message = await socket.ReceiveAsync(cancel).ConfigureAwait(false);
                switch (MessageType(message))
                {
                    case "next":
                        yield return new Answer(message, message.RootElement.GetProperty("payload"));
                        break;
                    case "error":
                        yield return ErrorAnswer(message);
                        yield break;
                    case "complete":
                        message.Dispose();
                        yield break;
                    case "ping":
                        message.Dispose();
                        await socket.SendAsync("pong", cancel).ConfigureAwait(false);
                        break;
                    default:
                        message.Dispose();
                        break;
                }
            }
        }
    }

    private async Task<SocketConnection> BeginAsync(CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        SocketConnection? socket = null;
        try
        {
            socket = new SocketConnection(await open(either.Token).ConfigureAwait(false), options, time);
            var payload = options.ConnectionPayload is { } introduce ? await introduce(either.Token).ConfigureAwait(false) : default;
            await socket.SendAsync(writer => WriteInit(writer, payload), either.Token).ConfigureAwait(false);
            await WaitForAcknowledgementAsync(socket, either.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception e)
        {
            if (socket is not null) await socket.DisposeAsync().ConfigureAwait(false);
            if (e is ConnectionLostException) throw new ConnectionLostException(e.Message, e) { WasOpen = false };
            if (e is OperationCanceledException && !cancel.IsCancellationRequested)
                throw new ConnectionLostException($"The server did not acknowledge the connection within {options.ConnectTimeout}.", e) { WasOpen = false };
            throw;
        }
    }

    private static async Task WaitForAcknowledgementAsync(SocketConnection socket, CancellationToken cancel)
    {
        while (true)
        {
            using var message = await socket.ReceiveAsync(cancel).ConfigureAwait(false);
            switch (MessageType(message))
            {
                case "connection_ack": return;
                case "ping": await socket.SendAsync("pong", cancel).ConfigureAwait(false); break;
            }
        }
    }

    private static string? MessageType(JsonDocument message)
    {
        if (message.RootElement.Has("type", out var type) && type.ValueKind == JsonValueKind.String)
        {
            var name = type.GetString();
            if (name is not ("next" or "error") || message.RootElement.Has("payload", out _)) return name;
        }

        message.Dispose();
        throw new TransportException(ClientErrorCodes.InvalidResponse, "The server sent a message that the protocol does not know.");
    }

    private static Answer ErrorAnswer(JsonDocument message)
    {
        using (message)
        {
            var json = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(json))
            {
                writer.WriteStartObject();
                writer.WritePropertyName("errors");
                message.RootElement.GetProperty("payload").WriteTo(writer);
                writer.WriteEndObject();
            }

            return Answer.Parse(json.WrittenMemory);
        }
    }

    private static void WriteInit(Utf8JsonWriter writer, JsonElement payload)
    {
        writer.WriteString("type", "connection_init");
        if (payload.ValueKind == JsonValueKind.Undefined) return;
        writer.WritePropertyName("payload");
        payload.WriteTo(writer);
    }

    private static void WriteSubscribe(Utf8JsonWriter writer, OperationRequest request)
    {
        writer.WriteString("type", "subscribe");
        writer.WriteString("id", OperationId);
        writer.WritePropertyName("payload");
        request.Write(writer);
    }
}
