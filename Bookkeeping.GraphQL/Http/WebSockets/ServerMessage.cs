using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Writes what the server says. Each gives true: there is something to be said.</summary>
/// <remarks>Source: GraphQL over WebSocket Protocol, "Message types".</remarks>
internal static class ServerMessage
{
    /// <summary>The client may begin.</summary>
    public static bool WriteAck(AnswerBuffer output, IReadOnlyDictionary<string, object?>? payload) => Write(output, "connection_ack", null, writer =>
    {
        if (payload is null) return;
        writer.WritePropertyName("payload");
        ErrorWriter.WriteValue(writer, payload);
    });

    /// <summary>Asks whether the client is there.</summary>
    public static bool WritePing(AnswerBuffer output) => Write(output, "ping", null, _ => { });

    /// <summary>Answers a ping with what came with it.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="payload">The payload of the ping, JSON; empty when it had none.</param>
    public static bool WritePong(AnswerBuffer output, ReadOnlySpan<byte> payload)
    {
        output.Write("{\"type\":\"pong\""u8);
        if (!payload.IsEmpty) output.Write(",\"payload\":"u8);
        output.Write(payload);
        output.Write("}"u8);
        return true;
    }

    /// <summary>An answer, or a part of it.</summary>
    public static bool WriteNext(AnswerBuffer output, JsonEncodedText id, ExecutionResult result)
    {
        output.Write("{\"type\":\"next\",\"id\":\""u8);
        output.Write(id.EncodedUtf8Bytes);
        output.Write("\",\"payload\":"u8);
        result.WriteTo(output);
        output.Write("}"u8);
        return true;
    }

    /// <summary>The request could not be run, or went wrong as a whole; nothing follows.</summary>
    public static bool WriteError(AnswerBuffer output, JsonEncodedText id, IReadOnlyList<GraphQLError> errors) => Write(output, "error", id, writer =>
    {
        writer.WritePropertyName("payload");
        ErrorWriter.WriteAll(writer, errors);
    });

    /// <summary>Nothing follows.</summary>
    public static bool WriteComplete(AnswerBuffer output, JsonEncodedText id) => Write(output, "complete", id, _ => { });

    private static bool Write(AnswerBuffer output, string type, JsonEncodedText? id, Action<Utf8JsonWriter> writeRest)
    {
        using var writer = new Utf8JsonWriter(output, ResponseJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("type", type);
        if (id is { } text) writer.WriteString("id", text);
        writeRest(writer);
        writer.WriteEndObject();
        return true;
    }
}
