using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A variable fits every place where it is used.</summary>
/// <remarks>Source: GraphQL, September 2025, "All Variable Usages Are Allowed".</remarks>
internal sealed class AllVariableUsagesAreAllowed(ValidationContext context) : ValidationRule(context, "All-Variable-Usages-Are-Allowed")
{
    public override void ConcludeOperation(OperationUses operation)
    {
        var types = operation.Variables
            .Select(variable => (Name: variable.Key, Type: Context.Schema.Resolve(variable.Value.Type)))
            .Where(variable => variable.Type is { IsInput: true })
            .ToDictionary(variable => variable.Name, variable => variable.Type!, StringComparer.Ordinal);
        foreach (var uses in operation.Reached)
        {
            foreach (var (use, nodes) in uses.Variables)
            {
                if (Context.IsFull) return;
                if (types.TryGetValue(use.Name, out var type) && !IsAllowed(operation.Variables[use.Name], type, use.Position))
                    foreach (var node in nodes) Report(operation.Variables[use.Name], type, node, use.Position);
            }
        }
    }

    /// <summary>The specification's IsVariableUsageAllowed.</summary>
    private static bool IsAllowed(VariableDefinitionNode variable, GraphType type, InputPosition position)
    {
        if (position.Type is not { } expected) return true;
        if (type.IsNonNull || (!expected.IsNonNull && position.OneOf is null)) return AreCompatible(type, expected);
        var hasDefault = variable.DefaultValue is not (null or NullValueNode) || position.HasDefault;
        return hasDefault && AreCompatible(type, expected.Nullable);
    }

    private static bool AreCompatible(GraphType type, GraphType expected)
    {
        if (expected is NonNullType) return type is NonNullType && AreCompatible(type.Nullable, expected.Nullable);
        if (type is NonNullType) return AreCompatible(type.Nullable, expected);
        if (expected is ListType items) return type is ListType list && AreCompatible(list.OfType, items.OfType);
        return type == expected;
    }

    private void Report(VariableDefinitionNode variable, GraphType type, VariableNode use, InputPosition position)
    {
        var name = variable.Variable.Name.Value;
        ReadOnlySpan<(string, object?)> about = [("variable", name), ("type", type.ToString()), ("expectedType", position.Type!.ToString())];
        var message = $"The variable `${name}` of type `{type}` cannot be used here: ";
        if (position.OneOf is { } input && AreCompatible(type, position.Type!))
            ReportCode(ErrorCodes.OneOfNullable, message + $"the one field given of `{input.Name}` cannot be null. Declare it as `{type}!`.", [variable, use], about);
        else
            Report(message + $"`{position.Type}` is expected.", [variable, use], about);
    }
}
