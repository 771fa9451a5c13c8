using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation share a name.</summary>
/// <remarks>Source: GraphQL, September 2025, "Variable Uniqueness".</remarks>
internal sealed class VariableUniqueness(ValidationContext context) : ValidationRule(context, "Variable-Uniqueness")
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count < 2) return;
        foreach (var group in operation.VariableDefinitions.GroupBy(variable => variable.Variable.Name.Value, StringComparer.Ordinal))
            if (group.Skip(1).Any())
                Report(
                    $"The variable `${group.Key}` is declared more than once.",
                    group.Select(variable => variable.Variable.Name),
                    ("variable", group.Key));
    }
}
