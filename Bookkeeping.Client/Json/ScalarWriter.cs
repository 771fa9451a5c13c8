using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Bookkeeping.Client.Json;

/// <summary>Writes the scalars of variables.</summary>
public static class ScalarWriter
{
    /// <summary>Writes <c>String</c> and <c>ID</c>.</summary>
    public static void String(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <summary>Writes <c>Boolean</c>.</summary>
    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes <c>Int</c> and smaller whole numbers.</summary>
    public static void Int(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <summary>Writes <c>Float</c>.</summary>
    public static void Float(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <summary>Writes <c>Long</c> and smaller whole numbers.</summary>
    public static void Long(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Writes <c>UnsignedLong</c>.</summary>
    public static void UnsignedLong(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <summary>Writes <c>Decimal</c>.</summary>
    public static void Decimal(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes <c>DateTime</c>.</summary>
    public static void DateTime(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    /// <summary>Writes <c>LocalDate</c>.</summary>
    public static void LocalDate(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes <c>LocalTime</c>.</summary>
    public static void LocalTime(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    /// <summary>Writes <c>Duration</c>.</summary>
    public static void Duration(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(XmlConvert.ToString(value));

    /// <summary>Writes <c>UUID</c>.</summary>
    public static void Uuid(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes <c>URI</c> and <c>URL</c>.</summary>
    public static void Uri(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);

    /// <summary>Writes <c>Base64String</c>.</summary>
    public static void Base64String(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

    /// <summary>Writes the place of an <c>Upload</c>, whose content goes along.</summary>
    public static void Upload(Utf8JsonWriter writer, Upload value) => Client.Upload.Write(writer, value);

    /// <summary>Writes <c>Any</c>, and scalars that the client knows no C# type for.</summary>
    public static void Any(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);

    /// <summary>Writes a list.</summary>
    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
