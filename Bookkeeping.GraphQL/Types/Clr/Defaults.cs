using System.Collections;
using System.Reflection;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Turns the defaults of C# parameters and properties into those of the schema.</summary>
internal static class Defaults
{
    /// <summary>A parameter's default: of its attribute, else the C# one; null when there is none, or it is null.</summary>
    public static object? Find(ParameterInfo parameter)
    {
        return parameter.GetCustomAttribute<DefaultValueAttribute>()?.Value ?? OfOptional(parameter);
    }

    /// <summary>What a parameter is in C# when nothing is given: its optional value, else the default of its type.</summary>
    public static object? Absent(ParameterInfo parameter) =>
        OfOptional(parameter) ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    /// <summary>The literal of a default; null when there is none, for a null default is as good as none.</summary>
    /// <exception cref="SchemaException">The value is not one of the type.</exception>
    public static ValueNode? Literal(object? value, GraphType type)
    {
        if (value is null) return null;
        try
        {
            return Of(value, type);
        }
        catch (InvalidScalarException exception)
        {
            throw Fault.Of($"its default is wrong: {exception.Message}");
        }
    }

    private static object? OfOptional(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue) return null;
        var type = parameter.ParameterType;
        var underlying = Nullable.GetUnderlyingType(type) ?? type;
        return parameter.DefaultValue switch
        {
            // The default of a nullable enum comes as its number.
            { } value => underlying.IsEnum ? Enum.ToObject(underlying, value) : value,
            // "default" of a structure comes as null.
            null when type.IsValueType && type == underlying && !OptionalType.Is(type) => Activator.CreateInstance(type),
            null => null,
        };
    }

    private static ValueNode Of(object value, GraphType type) => type switch
    {
        NonNullType nonNull => Of(value, nonNull.OfType),
        ListType list when value is IEnumerable items and not string =>
            new ListValueNode { Items = [.. items.Cast<object>().Select(item => Of(item, list.OfType))] },
        ListType list => Of(value, list.OfType),
        ScalarType scalar => Leaf(value, scalar),
        EnumType names => new EnumValueNode
        {
            Value = names.FindByRuntimeValue(value)?.Name ?? throw Fault.Of($"its default {value} is no value of {names.Name}."),
        },
        _ => throw Fault.Of($"its default cannot be shown as {type}: leave it out, or make the field nullable."),
    };

    // [DefaultValue("PT1H")] gives the text of a scalar whose values are no constants in C#.
    private static ValueNode Leaf(object value, ScalarType scalar)
    {
        if (value is not string text || scalar.Coercion.RuntimeType == typeof(string)) return scalar.Coercion.ToLiteral(value);
        var literal = new StringValueNode { Value = text };
        scalar.Coercion.ParseLiteral(literal);
        return literal;
    }
}
