using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>The arguments of a planned field. Constants are coerced once; only what holds variables is coerced for each request.</summary>
/// <remarks>Source: GraphQL, September 2025, "Coercing Field Arguments".</remarks>
internal sealed class FieldArguments
{
    private static readonly OrderedDictionary<string, object?> None = [];

    private readonly FieldArgument[] arguments;
    private readonly OrderedDictionary<string, object?>? constant;

    /// <summary>Prepares the arguments that a document gives to a field.</summary>
    public FieldArguments(Field field, FieldNode node)
    {
        arguments = [.. field.Arguments.Select(definition => new FieldArgument(definition, node))];
        if (arguments.Length == 0) constant = None;
        else if (arguments.All(argument => argument.IsConstant)) constant = Coerce(VariableValues.None);
    }

    /// <summary>The coerced arguments by name: those given, and those with a default.</summary>
    /// <exception cref="FieldErrorException">A value does not fit its argument.</exception>
    public IReadOnlyDictionary<string, object?> For(VariableValues variables) => constant ?? Coerce(variables);

    private OrderedDictionary<string, object?> Coerce(VariableValues variables)
    {
        var values = new OrderedDictionary<string, object?>(arguments.Length, StringComparer.Ordinal);
        foreach (var argument in arguments)
            if (argument.TryGet(variables, out var value))
                values.Add(argument.Name, value);
        return values;
    }
}
