using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Bookkeeping.Client.Json;

/// <summary>Reads the scalars of answers. A value of another form is an <see cref="UnexpectedAnswerException"/>.</summary>
public static class ScalarReader
{
    /// <summary>Reads <c>String</c> and <c>ID</c>.</summary>
    public static string String(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw UnexpectedAnswerException.NotA("string", value);

    /// <summary>Reads <c>Boolean</c>.</summary>
    public static bool Boolean(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw UnexpectedAnswerException.NotA("Boolean", value);

    /// <summary>Reads <c>Int</c>.</summary>
    public static int Int(JsonElement value) => IsNumber(value) && value.TryGetInt32(out var number) ? number : throw UnexpectedAnswerException.NotA("Int", value);

    /// <summary>Reads <c>Float</c>.</summary>
    public static double Float(JsonElement value) =>
        IsNumber(value) && value.TryGetDouble(out var number) ? number : throw UnexpectedAnswerException.NotA("Float", value);

    /// <summary>Reads <c>Long</c>.</summary>
    public static long Long(JsonElement value) => IsNumber(value) && value.TryGetInt64(out var number) ? number : throw UnexpectedAnswerException.NotA("Long", value);

    /// <summary>Reads <c>UnsignedLong</c>.</summary>
    public static ulong UnsignedLong(JsonElement value) =>
        IsNumber(value) && value.TryGetUInt64(out var number) ? number : throw UnexpectedAnswerException.NotA("UnsignedLong", value);

    /// <summary>Reads <c>UnsignedInt</c>.</summary>
    public static uint UnsignedInt(JsonElement value) =>
        IsNumber(value) && value.TryGetUInt32(out var number) ? number : throw UnexpectedAnswerException.NotA("UnsignedInt", value);

    /// <summary>Reads <c>Short</c>.</summary>
    public static short Short(JsonElement value) => IsNumber(value) && value.TryGetInt16(out var number) ? number : throw UnexpectedAnswerException.NotA("Short", value);

    /// <summary>Reads <c>UnsignedShort</c>.</summary>
    public static ushort UnsignedShort(JsonElement value) =>
        IsNumber(value) && value.TryGetUInt16(out var number) ? number : throw UnexpectedAnswerException.NotA("UnsignedShort", value);

    /// <summary>Reads <c>Byte</c>.</summary>
    public static sbyte Byte(JsonElement value) => IsNumber(value) && value.TryGetSByte(out var number) ? number : throw UnexpectedAnswerException.NotA("Byte", value);

    /// <summary>Reads <c>UnsignedByte</c>.</summary>
    public static byte UnsignedByte(JsonElement value) =>
        IsNumber(value) && value.TryGetByte(out var number) ? number : throw UnexpectedAnswerException.NotA("UnsignedByte", value);

    /// <summary>Reads <c>Decimal</c>.</summary>
    public static decimal Decimal(JsonElement value) =>
        IsNumber(value) && value.TryGetDecimal(out var number) ? number : throw UnexpectedAnswerException.NotA("Decimal", value);

    /// <summary>Reads <c>DateTime</c>, an instant with its offset.</summary>
    public static DateTimeOffset DateTime(JsonElement value) =>
        IsText(value) && value.TryGetDateTimeOffset(out var time) ? time : throw UnexpectedAnswerException.NotA("DateTime", value);

    /// <summary>Reads <c>LocalDate</c>.</summary>
    public static DateOnly LocalDate(JsonElement value) =>
        IsText(value) && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw UnexpectedAnswerException.NotA("LocalDate", value);

    /// <summary>Reads <c>LocalTime</c>.</summary>
    public static TimeOnly LocalTime(JsonElement value) =>
        IsText(value) && TimeOnly.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var time) ? time : throw UnexpectedAnswerException.NotA("LocalTime", value);

    /// <summary>Reads <c>Duration</c>, ISO 8601: <c>PT57H14M59S</c>.</summary>
    public static TimeSpan Duration(JsonElement value)
    {
        if (!IsText(value)) throw UnexpectedAnswerException.NotA("Duration", value);
        try
        {
            return XmlConvert.ToTimeSpan(value.GetString()!);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw UnexpectedAnswerException.NotA("Duration", value);
        }
    }

    /// <summary>Reads <c>UUID</c>.</summary>
    public static Guid Uuid(JsonElement value) => IsText(value) && value.TryGetGuid(out var id) ? id : throw UnexpectedAnswerException.NotA("UUID", value);

    /// <summary>Reads <c>URI</c> and <c>URL</c>.</summary>
    public static Uri Uri(JsonElement value) =>
        IsText(value) && System.Uri.TryCreate(value.GetString(), UriKind.RelativeOrAbsolute, out var address) ? address : throw UnexpectedAnswerException.NotA("URI", value);

    /// <summary>Reads <c>Base64String</c>.</summary>
    public static byte[] Base64String(JsonElement value) =>
        IsText(value) && value.TryGetBytesFromBase64(out var bytes) ? bytes : throw UnexpectedAnswerException.NotA("Base64String", value);

    /// <summary>Reads <c>Any</c>, and scalars that the client knows no C# type for.</summary>
    public static JsonElement Any(JsonElement value) => value.Clone();

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
