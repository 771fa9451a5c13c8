using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bookkeeping.Api.Journal;

/// <summary>Values as the journal keeps them: spelled as in the graph.</summary>
internal static class JournalValues
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(new UpperSnakeCase()), new DurationConverter() },
    };

    /// <summary>A column's change.</summary>
    public static FieldChange Of(PropertyEntry property) =>
        new(Naming.CamelCase(property.Metadata.Name), Json(property.OriginalValue), Json(property.CurrentValue));

    /// <summary>A value; null for null.</summary>
    public static JsonElement? Json(object? value) => value switch
    {
        null => null,
        JsonElement json => json,
        DateTimeOffset instant => JsonSerializer.SerializeToElement(instant.UtcDateTime, Options),
        _ => JsonSerializer.SerializeToElement(value, Options),
    };

    /// <summary>A value that <see cref="Json"/> spelled, in its C# type; null for null.</summary>
    /// <exception cref="JsonException">It is none of the type.</exception>
    public static object? Read(JsonElement? value, Type type)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } json) return null;
        return type == typeof(JsonElement) || type == typeof(JsonElement?) ? json : json.Deserialize(type, Options);
    }

    private sealed class UpperSnakeCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => Naming.UpperSnakeCase(name);
    }

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => XmlConvert.ToTimeSpan(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
