using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bookkeeping.Client;

/// <summary>A file that goes along with an operation: the value of the scalar <c>Upload</c>.</summary>
/// <param name="name">Its name, without folders.</param>
/// <param name="length">Its length, bytes.</param>
/// <param name="open">Opens its content at the beginning, once for each try to send it.</param>
public sealed class Upload(string name, long length, Func<Stream> open)
{
    // Variables are written by generated code that knows the value and not its place; the place is found in what was written.
    private static readonly ConditionalWeakTable<Utf8JsonWriter, List<(long End, Upload File)>> Written = [];

    /// <summary>Its name, without folders.</summary>
    public string Name { get; } = name;

    /// <summary>Its length, bytes.</summary>
    public long Length { get; } = length;

    /// <summary>The media type that is declared; null for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Opens its content at the beginning. The caller disposes the stream.</summary>
    public Stream OpenRead() => open();

    /// <summary>Writes null where the file belongs, as the multipart request specification has it.</summary>
    internal static void Write(Utf8JsonWriter writer, Upload file)
    {
        writer.WriteNullValue();
        Written.GetOrCreateValue(writer).Add((writer.BytesCommitted + writer.BytesPending, file));
    }

    /// <summary>The files that were written, by their places: <c>input.attachments.0</c>.</summary>
    /// <param name="writer">What wrote them.</param>
    /// <param name="json">All that it wrote.</param>
    internal static IReadOnlyDictionary<string, Upload> Of(Utf8JsonWriter writer, ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<string, Upload>();
        if (!Written.TryGetValue(writer, out var files)) return found;
        var byEnd = files.ToDictionary(file => file.End, file => file.File);
        var reader = new Utf8JsonReader(json);
        var steps = new List<string>();
        var items = new Stack<int>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                steps[^1] = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                steps.RemoveAt(steps.Count - 1);
                items.Pop();
                continue;
            }

            if (items.Count > 0 && items.Peek() >= 0)
            {
                steps[^1] = items.Peek().ToString(System.Globalization.CultureInfo.InvariantCulture);
                items.Push(items.Pop() + 1);
            }

            if (reader.TokenType == JsonTokenType.Null && byEnd.TryGetValue(reader.BytesConsumed, out var file)) found.Add(string.Join('.', steps), file);
            if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) continue;
            steps.Add("");
            items.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
        }

        return found;
    }
}
