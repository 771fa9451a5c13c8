using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>No two operations of a document share a name.</summary>
/// <remarks>Source: GraphQL, September 2025, "Operation Name Uniqueness".</remarks>
internal sealed class OperationNameUniqueness(ValidationContext context) : ValidationRule(context, "Operation-Name-Uniqueness")
{
    private readonly Dictionary<string, NameNode> seen = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is not { } name || seen.TryAdd(name.Value, name)) return;
        Report($"The name `{name.Value}` is given to more than one operation.", [seen[name.Value], name], ("operation", name.Value));
    }
}
