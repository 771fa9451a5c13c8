using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Bookkeeping.Web.Graph;

/// <summary>Reads and writes the Duration scalar, ISO 8601 such as PT57H14M59S.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        XmlConvert.ToTimeSpan(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(XmlConvert.ToString(value));
}
