using System.Globalization;
using System.Text.Json;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>Sort keys in a cursor: each value as JSON from which exactly the same value is read back.</summary>
internal static class CursorValue
{
    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case string text: writer.WriteStringValue(text); break;
            case DateTimeOffset instant: writer.WriteNumberValue(instant.UtcTicks); break;
            case DateTime time: writer.WriteNumberValue(time.ToBinary()); break;
            case TimeSpan duration: writer.WriteNumberValue(duration.Ticks); break;
            case TimeOnly time: writer.WriteNumberValue(time.Ticks); break;
            case DateOnly date: writer.WriteNumberValue(date.DayNumber); break;
            case Enum named: writer.WriteStringValue(named.ToString()); break;
            // Numbers as text, for JSON knows no infinity.
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It is none of the type. Other exceptions of readers and parsers say the same.</exception>
    public static object? Read(JsonElement value, Type type)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (type == typeof(bool)) return value.GetBoolean();
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(value.GetInt64(), TimeSpan.Zero);
        if (type == typeof(DateTime)) return DateTime.FromBinary(value.GetInt64());
        if (type == typeof(TimeSpan)) return new TimeSpan(value.GetInt64());
        if (type == typeof(TimeOnly)) return new TimeOnly(value.GetInt64());
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(value.GetInt32());
        return ReadText(value.GetString() ?? throw new FormatException(), type);
    }

    private static object ReadText(string text, Type type)
    {
        // PostgreSQL refuses to compare with such text, and no cursor of ours has it.
        if (text.Contains('\0')) throw new FormatException();
        if (type == typeof(string)) return text;
        if (type == typeof(Guid)) return Guid.Parse(text);
        if (type.IsEnum) return Enum.GetNames(type).Contains(text) ? Enum.Parse(type, text) : throw new FormatException();
        var number = Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        // SQLite stores no NaN and refuses to compare with it.
        return number is double.NaN or float.NaN ? throw new FormatException() : number;
    }
}
