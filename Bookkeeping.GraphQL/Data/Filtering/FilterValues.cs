using System.Globalization;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>Turns the values of scalars into those of the columns they are compared with.</summary>
internal static class FilterValues
{
    /// <summary>A coerced value in the type of a column.</summary>
    /// <param name="value">The value as its scalar gave it.</param>
    /// <param name="type">The column's C# type, not a nullable one.</param>
    /// <param name="maxText">Most characters in a text.</param>
    /// <exception cref="FieldErrorException">The column cannot hold such a value.</exception>
    public static object Convert(object value, Type type, int maxText) => value switch
    {
        string text when type == typeof(string) => Checked(text, maxText),
        // PostgreSQL takes instants only in UTC.
        DateTimeOffset instant => type == typeof(DateTime) ? instant.UtcDateTime : instant.ToUniversalTime(),
        _ when type.IsInstanceOfType(value) => value,
        IConvertible number when type.IsPrimitive || type == typeof(decimal) => Number(number, type),
        _ => throw DataErrors.InvalidValue($"'{value}' cannot be compared with values of type {type.Name}."),
    };

    // Neither database stores such text; PostgreSQL refuses to look for it.
    private static string Checked(string text, int maxText)
    {
        if (text.Length > maxText) throw DataErrors.InvalidValue($"A text to compare with has {text.Length} characters; at most {maxText} are taken.");
        if (text.Contains('\0')) throw DataErrors.InvalidValue("A text to compare with contains the character U+0000, which no stored text does.");
        return text;
    }

    private static object Number(IConvertible number, Type type)
    {
        try
        {
            return number.ToType(type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw DataErrors.InvalidValue($"{number.ToString(CultureInfo.InvariantCulture)} is out of the range of the values it is compared with.");
        }
    }
}
