using System.Text.Json;

namespace Bookkeeping.Client.Json;

/// <summary>An answer does not fit the schema that the client was generated from.</summary>
public sealed class UnexpectedAnswerException(string message) : Exception(message)
{
    private const int LongestQuote = 60;

    /// <summary>The error for a value of another kind.</summary>
    internal static UnexpectedAnswerException NotA(string expected, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return new($"The answer has {(text.Length <= LongestQuote ? text : text[..LongestQuote] + "…")} where a {expected} belongs.");
    }
}
