using System.Runtime.CompilerServices;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>Turns literals, and the variables in them, into values of an input type.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Coercion" of each type. Variables were coerced before and are taken as they are.</remarks>
internal static class LiteralInput
{
    private static readonly ConditionalWeakTable<InputValue, StrongBox<object?>> Defaults = [];

    /// <summary>The value of a literal.</summary>
    /// <exception cref="InvalidInputException">The literal does not fit the type.</exception>
    public static object? Coerce(ValueNode literal, GraphType type, VariableValues variables) => literal switch
    {
        VariableNode variable => CoerceVariable(variable, type, variables),
        NullValueNode => type.IsNonNull ? throw NullInNonNull(literal, type) : null,
        _ => type.Nullable switch
        {
            ListType list => CoerceList(literal, list, variables),
            InputObjectType input => CoerceObject(literal, input, variables),
            EnumType leaf => CoerceEnum(literal, leaf),
            ScalarType leaf => CoerceScalar(literal, leaf),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        },
    };

    /// <summary>The value of an argument's or input field's default; it must have one.</summary>
    public static object? DefaultOf(InputValue input) =>
        Defaults.GetValue(input, i => new StrongBox<object?>(Coerce(i.DefaultValue!, i.Type, VariableValues.None))).Value;

    /// <summary>Whether a variable stands anywhere in the literal.</summary>
    public static bool HasVariable(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode input => input.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };

    private static object? CoerceVariable(VariableNode variable, GraphType type, VariableValues variables)
    {
        variables.TryGet(variable.Name.Value, out var value);
        return value is null && type.IsNonNull
            ? throw new InvalidInputException($"The variable `${variable.Name.Value}` has no value, and `{type}` cannot be null.", variable, ErrorCodes.NonNullViolation)
            : value;
    }

    private static List<object?> CoerceList(ValueNode literal, ListType type, VariableValues variables) => literal is ListValueNode list
        ? [.. list.Items.Select(item => Coerce(item, type.OfType, variables))]
        : [Coerce(literal, type.OfType, variables)];

    private static OrderedDictionary<string, object?> CoerceObject(ValueNode literal, InputObjectType type, VariableValues variables)
    {
        if (literal is not ObjectValueNode given) throw new InvalidInputException($"`{type.Name}` needs an object with fields in braces.", literal);
        foreach (var field in given.Fields)
            if (!type.Fields.Contains(field.Name.Value))
                throw new InvalidInputException(InputMessages.UnknownField(type, field.Name.Value), field);

        var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in type.Fields)
            if (TryCoerceField(given, definition, variables, out var value))
                values.Add(definition.Name, value);
        if (type.IsOneOf) CheckOneOf(given, type, values);
        return values;
    }

    private static bool TryCoerceField(ObjectValueNode given, InputValue definition, VariableValues variables, out object? value)
    {
        var literal = given.Fields.FirstOrDefault(f => f.Name.Value == definition.Name)?.Value;
        if (literal is null || IsMissing(literal, variables)) return TryDefault(definition, given, out value);
        value = Coerce(literal, definition.Type, variables);
        return true;
    }

    private static bool TryDefault(InputValue definition, SyntaxNode place, out object? value)
    {
        value = definition.DefaultValue is null ? null : DefaultOf(definition);
        if (definition.DefaultValue is not null) return true;
        return !definition.IsRequired
            ? false
            : throw new InvalidInputException(InputMessages.MissingField(definition), place, ErrorCodes.NonNullViolation);
    }

    private static bool IsMissing(ValueNode literal, VariableValues variables) =>
        literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);

    private static void CheckOneOf(ObjectValueNode given, InputObjectType type, OrderedDictionary<string, object?> values)
    {
        if (InputMessages.OneOfFault(type, given.Fields.Count) is { } fault) throw new InvalidInputException(fault.Message, given, fault.Code);
        if (values.Count == 0 || values.GetAt(0).Value is null)
            throw new InvalidInputException(InputMessages.OneOfNull(type), given.Fields[0], ErrorCodes.OneOfNull);
    }

    private static object CoerceEnum(ValueNode literal, EnumType type) => literal switch
    {
        EnumValueNode name when type.Values.TryGet(name.Value, out var value) => value.Value,
        EnumValueNode name => throw new InvalidInputException(InputMessages.UnknownEnumValue(type, name.Value), literal),
        _ => throw new InvalidInputException($"`{type.Name}` needs the bare name of one of its values.", literal),
    };

    private static object CoerceScalar(ValueNode literal, ScalarType type)
    {
        try
        {
            return type.Coercion.ParseLiteral(literal);
        }
        catch (InvalidScalarException e)
        {
            throw new InvalidInputException(e.Message, literal);
        }
    }

    private static InvalidInputException NullInNonNull(ValueNode literal, GraphType type) =>
        new($"`{type}` cannot be null.", literal, ErrorCodes.NonNullViolation);
}
