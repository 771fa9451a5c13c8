using System.Text.Encodings.Web;
using System.Text.Json;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.History;

/// <summary>Changes as people read them.</summary>
internal static class ChangeWords
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The person, or the system.</summary>
    public static string Who(IHistoryEntry entry) => entry.User?.Name ?? entry.System ?? "-";

    /// <summary>A value before or after a change; a dash where there was none.</summary>
    public static string Value(JsonElement? value) => value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } known
        ? known.ValueKind == JsonValueKind.String ? known.GetString()! : JsonSerializer.Serialize(known, Readable)
        : "-";
}
