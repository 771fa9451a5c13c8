using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Sorting;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>Cursors of an entity's rows in one order: the values the rows are sorted by, behind a fingerprint of the order.</summary>
/// <param name="entity">Whose rows are sorted.</param>
/// <param name="ordering">The order.</param>
internal sealed class Cursor(Entity entity, Ordering ordering)
{
    private readonly string fingerprint = Fingerprint(entity, ordering);

    /// <summary>The cursor of a row.</summary>
    /// <param name="keys">The values of the order's keys.</param>
    public string Of(IReadOnlyList<object?> keys)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(fingerprint);
            foreach (var key in keys) CursorValue.Write(writer, key);
            writer.WriteEndArray();
        }
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>The values in a cursor; null when it is none of this order.</summary>
    public IReadOnlyList<object?>? Read(string cursor, int maxLength)
    {
        if (cursor.Length > maxLength || !Base64Url.IsValid(cursor)) return null;
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // Whatever a cursor made by others holds, it is no place in this list.
            return null;
        }
    }

    private List<object?>? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() != ordering.Keys.Count + 1) return null;
        if (root[0].ValueKind != JsonValueKind.String || !root[0].ValueEquals(fingerprint)) return null;
        return [.. ordering.Keys.Select((key, i) => CursorValue.Read(root[i + 1], key.ValueType))];
    }

    // FNV-1a, 32 bits: it guards against mistakes, not against forgery, which a cursor cannot profit from.
    private static string Fingerprint(Entity entity, Ordering ordering)
    {
        var text = entity.ClrType.Name + string.Concat(ordering.Keys.Select(k => "|" + k.Name));
        return Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, (hash, b) => (hash ^ b) * 16777619u).ToString("x8");
    }
}
