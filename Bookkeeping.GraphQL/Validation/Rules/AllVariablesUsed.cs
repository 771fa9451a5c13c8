using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>Every variable that an operation declares is used by it or its fragments.</summary>
/// <remarks>Source: GraphQL, September 2025, "All Variables Used".</remarks>
internal sealed class AllVariablesUsed(ValidationContext context) : ValidationRule(context, "All-Variables-Used")
{
    public override void ConcludeOperation(OperationUses operation)
    {
        if (operation.Variables.Count == 0) return;
        var used = operation.Reached.SelectMany(uses => uses.Variables.Keys).Select(use => use.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.Operation.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (!used.Contains(name)) Report($"{operation.Description} does not use its variable `${name}`.", variable, ("variable", name));
        }
    }
}
