using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>What is wrong with a constant, and where.</summary>
internal readonly record struct ConstantFault(ValueNode Node, string Message);

/// <summary>Checks a constant literal against an input type.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Coercion" of each kind of type.</remarks>
internal static class ConstantCheck
{
    /// <summary>The first fault of a value; null when it fits.</summary>
    public static ConstantFault? FindFault(ValueNode value, GraphType type) => (value, type) switch
    {
        (NullValueNode, NonNullType) => new(value, $"`{type}` cannot be null."),
        (NullValueNode, _) => null,
        (_, NonNullType nonNull) => FindFault(value, nonNull.OfType),
        (ListValueNode list, ListType items) => list.Items.Select(item => FindFault(item, items.OfType)).FirstOrDefault(fault => fault is not null),
        (_, ListType items) => FindFault(value, items.OfType),
        (_, ScalarType scalar) => OfScalar(value, scalar),
        (_, EnumType values) => OfEnum(value, values),
        _ => OfInput(value, (InputObjectType)type),
    };

    private static ConstantFault? OfScalar(ValueNode value, ScalarType type)
    {
        try
        {
            type.Coercion.ParseLiteral(value);
            return null;
        }
        catch (InvalidScalarException invalid)
        {
            return new(value, invalid.Message);
        }
    }

    private static ConstantFault? OfEnum(ValueNode value, EnumType type)
    {
        if (value is not EnumValueNode name) return new(value, $"`{type}` takes one of its names.");
        if (type.Values.Contains(name.Value)) return null;
        return new(value, $"`{type}` has no value `{name.Value}`.{Suggestions.DidYouMean(name.Value, type.Values.Select(known => known.Name))}");
    }

    private static ConstantFault? OfInput(ValueNode value, InputObjectType type)
    {
        if (value is not ObjectValueNode given) return new(value, $"`{type}` takes an object in braces.");
        foreach (var field in given.Fields)
        {
            var name = field.Name.Value;
            if (!type.Fields.TryGet(name, out var declared))
                return new(value, $"`{type}` has no field `{name}`.{Suggestions.DidYouMean(name, type.Fields.Select(known => known.Name))}");
            if (FindFault(field.Value, declared.Type) is { } fault) return fault;
        }

        if (type.IsOneOf && given.Fields is not [{ Value: not NullValueNode }])
            return new(value, $"`{type}` takes exactly one of its fields, and that not null.");
        var missing = type.Fields.FirstOrDefault(field => field.IsRequired && given.Fields.All(candidate => candidate.Name.Value != field.Name));
        return missing is null ? null : new(value, $"`{type}.{missing.Name}` is missing.");
    }
}
