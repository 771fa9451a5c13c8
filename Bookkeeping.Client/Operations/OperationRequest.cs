using System.Buffers;
using System.Text.Json;

namespace Bookkeeping.Client;

/// <summary>Writes the values of an operation's variables; generated with the operation.</summary>
public interface IVariables
{
    /// <summary>Writes one JSON object; variables that were not given are left out.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>The variables of an operation that has none.</summary>
public sealed class NoVariables : IVariables
{
    /// <summary>The one instance.</summary>
    public static NoVariables Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}

/// <summary>One operation with the values of its variables, on its way to a server.</summary>
/// <param name="Document">The operation.</param>
/// <param name="Variables">The values of its variables: a JSON object.</param>
public sealed record OperationRequest(OperationDocument Document, JsonElement Variables)
{
    /// <summary>How the document is named to the server.</summary>
    public RequestStrategy Strategy { get; init; }

    /// <summary>The files that go along, by their places in the variables, where null stands: <c>input.attachments.0</c>.</summary>
    public IReadOnlyDictionary<string, Upload> Files { get; init; } = new Dictionary<string, Upload>();

    /// <summary>Makes the request of generated variables.</summary>
    public static OperationRequest Create(OperationDocument document, IVariables variables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        variables.Write(writer);
        writer.Flush();
        return new OperationRequest(document, JsonElement.Parse(buffer.WrittenSpan)) { Files = Upload.Of(writer, buffer.WrittenSpan) };
    }

    /// <summary>The same request with another value of one variable.</summary>
    public OperationRequest With(string variable, string value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var other in Variables.EnumerateObject())
                if (!other.NameEquals(variable)) other.WriteTo(writer);
            writer.WriteString(variable, value);
            writer.WriteEndObject();
        }

        return this with { Variables = JsonElement.Parse(buffer.WrittenSpan) };
    }

    /// <summary>Writes the JSON object that GraphQL over HTTP and over WebSocket share.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Strategy == RequestStrategy.PersistedOperation) writer.WriteString("id", Document.Hash);
        else writer.WriteString("query", Document.Text);
        writer.WriteString("operationName", Document.Name);
        writer.WritePropertyName("variables");
        Variables.WriteTo(writer);
        writer.WriteEndObject();
    }
}
