using System.Text.Json;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>What a client may say.</summary>
internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>A message of a client.</summary>
/// <param name="Type">What it says.</param>
/// <param name="Id">The operation it is about; null where it is about none.</param>
/// <param name="Payload">Where in the message its payload stands, a JSON object; null when it has none.</param>
/// <remarks>Source: GraphQL over WebSocket Protocol, "Message types". Members that it does not name are skipped.</remarks>
internal readonly record struct ClientMessage(ClientMessageType Type, string? Id, Range? Payload)
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="SocketRefusal">It is no message of the protocol.</exception>
    public static ClientMessage Parse(ReadOnlySpan<byte> json, GraphQLHttpOptions options)
    {
        try
        {
            var readerOptions = new JsonReaderOptions { MaxDepth = options.MaxJsonDepth };
            RequestJson.RequireText(json, readerOptions, "The message");
            var message = new Parser(new Utf8JsonReader(json, readerOptions)).Parse();
            return message.Id?.Length > options.WebSocket.MaxIdLength
                ? throw Invalid($"The id of an operation may have {options.WebSocket.MaxIdLength} characters")
                : message;
        }
        catch (JsonException)
        {
            throw Invalid("The message is not valid JSON");
        }
        catch (HttpRefusal refusal)
        {
            throw Invalid(refusal.Message);
        }
    }

    private static SocketRefusal Invalid(string reason) => new(SocketClosure.Invalid(reason));

    private ref struct Parser(Utf8JsonReader reader)
    {
        private Utf8JsonReader reader = reader;
        private string? type;
        private string? id;
        private Range? payload;
        private bool hasPayload;

        public ClientMessage Parse()
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw Invalid("The message is not a JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ParseMember();
            reader.Read();
            return type switch
            {
                null => throw Invalid("The message has no type"),
                "connection_init" => new ClientMessage(ClientMessageType.ConnectionInit, null, payload),
                "ping" => new ClientMessage(ClientMessageType.Ping, null, payload),
                "pong" => new ClientMessage(ClientMessageType.Pong, null, payload),
                "subscribe" => new ClientMessage(ClientMessageType.Subscribe, RequireId(), payload ?? throw Invalid("A subscribe message needs a payload")),
                "complete" => new ClientMessage(ClientMessageType.Complete, RequireId(), null),
                _ => throw Invalid("The message is of an unknown type"),
            };
        }

        private void ParseMember()
        {
            if (reader.ValueTextEquals("type"u8)) type = ParseString(type, "type");
            else if (reader.ValueTextEquals("id"u8)) id = ParseString(id, "id");
            else if (reader.ValueTextEquals("payload"u8)) ParsePayload();
            else reader.Skip();
        }

        private string ParseString(string? earlier, string name)
        {
            if (earlier is not null) throw Invalid($"The message has the member {name} twice");
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Invalid($"The member {name} of a message must be a string");
        }

        private void ParsePayload()
        {
            if (hasPayload) throw Invalid("The message has the member payload twice");
            hasPayload = true;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return;
            if (reader.TokenType != JsonTokenType.StartObject) throw Invalid("The payload of a message must be a JSON object");
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            payload = start..(int)reader.BytesConsumed;
        }

        private readonly string RequireId() => string.IsNullOrEmpty(id) ? throw Invalid($"A {type} message needs an id") : id;
    }
}
