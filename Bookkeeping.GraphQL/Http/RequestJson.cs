using System.Text.Json;
using System.Text.Unicode;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Checks and errors of the JSON in a request, wherever it stands.</summary>
internal static class RequestJson
{
    /// <summary>Refuses bytes that are not UTF-8, and escapes that make no character (half of a surrogate pair).</summary>
    /// <remarks>The JSON reader takes both and fails later, when a value is read.</remarks>
    public static void RequireText(ReadOnlySpan<byte> json, JsonReaderOptions options, string place)
    {
        if (!Utf8.IsValid(json)) throw HttpRefusal.InvalidJson($"{place} is not valid UTF-8.");
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) return;
        var reader = new Utf8JsonReader(json, options);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw HttpRefusal.InvalidJson($"{place} has an escape that is half of a surrogate pair, in the string at byte {reader.TokenStartIndex + 1}.");
            }
        }
    }

    /// <summary>Parses a JSON object, or null.</summary>
    /// <returns>The object; default for null.</returns>
    /// <exception cref="JsonException">It is not JSON, or an object in it has two members of one name.</exception>
    /// <exception cref="HttpRefusal">It is something else than an object.</exception>
    public static JsonElement ParseObject(ReadOnlySpan<byte> json, int maxDepth, string name)
    {
        var value = Parse(json, maxDepth);
        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => default,
            var kind => throw HttpRefusal.InvalidRequest($"`{name}` must be a JSON object or null, not {Describe(kind)}."),
        };
    }

    /// <summary>Parses any JSON value.</summary>
    /// <exception cref="JsonException">It is not JSON, or an object in it has two members of one name.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json, int maxDepth) =>
        JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = maxDepth });

    /// <summary>The refusal of what the JSON reader did not understand.</summary>
    public static HttpRefusal Malformed(JsonException fault, string place) => HttpRefusal.InvalidJson(
        fault.LineNumber is { } line && fault.BytePositionInLine is { } position
            ? $"{place} is not valid JSON at line {line + 1}, byte {position + 1}: {Reason(fault)}"
            : $"{place} is not valid JSON: {Reason(fault)}");

    /// <summary>Names a kind of JSON value in a sentence.</summary>
    public static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    /// <summary>The reader's own words, without the position that it appends.</summary>
    private static string Reason(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }
}
