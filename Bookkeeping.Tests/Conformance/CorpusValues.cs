using System.Globalization;
using System.Text.Json;

namespace Bookkeeping.Tests.Conformance;

/// <summary>JSON of the cases as the C# values that resolvers give.</summary>
internal static class CorpusValues
{
    public static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? whole : (object)double.Parse(value.GetRawText(), CultureInfo.InvariantCulture),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToArray(),
        _ => value,
    };
}
