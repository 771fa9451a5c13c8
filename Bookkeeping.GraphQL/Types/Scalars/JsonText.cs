using System.Text.Json;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Reads JSON strings, which may escape halves of surrogate pairs that are no text.</summary>
public static class JsonText
{
    /// <summary>The text of a JSON string; null when it is not a string, or one that is no valid Unicode.</summary>
    public static string? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // The only way JsonElement has of saying that an escape such as \ud800 stands alone.
            return null;
        }
    }
}
