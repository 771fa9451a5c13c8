using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>Every variable that an operation uses, its fragments included, is declared by it.</summary>
/// <remarks>Source: GraphQL, September 2025, "All Variable Uses Defined".</remarks>
internal sealed class AllVariableUsesDefined(ValidationContext context) : ValidationRule(context, "All-Variable-Uses-Defined")
{
    public override void ConcludeOperation(OperationUses operation)
    {
        foreach (var uses in operation.Reached)
        {
            foreach (var (use, nodes) in uses.Variables)
            {
                if (Context.IsFull) return;
                if (!operation.Variables.ContainsKey(use.Name)) Report(operation, use.Name, nodes);
            }
        }
    }

    private void Report(OperationUses operation, string name, List<VariableNode> nodes)
    {
        var suggestions = Suggestions.DidYouMean($"${name}", operation.Variables.Keys.Select(declared => $"${declared}"));
        foreach (var node in nodes)
            Report(
                $"{operation.Description} does not declare the variable `${name}`.{suggestions}",
                [node, operation.Operation],
                ("variable", name));
    }
}
