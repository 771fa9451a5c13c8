using System.Globalization;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Turns a scalar's value into the C# type that a parameter has: an <c>ID</c> into a number or Guid, a Float into a <see cref="float"/>.</summary>
internal static class ScalarConversion
{
    /// <summary>What converts the scalar's values.</summary>
    /// <exception cref="SchemaException">The C# type cannot hold them.</exception>
    public static Func<object?, object?> For(Type type, ScalarType scalar, string name)
    {
        var source = scalar.Coercion.RuntimeType;
        if (type.IsAssignableFrom(source)) return value => value;
        if (type == typeof(DateTime) && source == typeof(DateTimeOffset)) return value => ((DateTimeOffset)value!).UtcDateTime;
        if (type == typeof(Guid) && source == typeof(string))
            return value => Guid.TryParse((string)value!, out var id) ? id : throw Invalid(value, name, "a UUID");
        if (IsNumber(type) && (IsNumber(source) || source == typeof(string))) return value => ToNumber(value!, type, name);
        throw Fault.Of($"{scalar.Name} cannot be read into {type.Name}: take a {source.Name}.");
    }

    private static object ToNumber(object value, Type type, string name)
    {
        try
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw Invalid(value, name, $"a number of the kind {type.Name}");
        }
    }

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    private static FieldErrorException Invalid(object? value, string name, string expected) =>
        new(new GraphQLError($"\"{value}\" is not right for {name}: give {expected}.") { Code = ErrorCodes.InvalidValue });
}
