using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one of its document, because nothing could select it otherwise.</summary>
/// <remarks>Source: GraphQL, September 2025, "Lone Anonymous Operation".</remarks>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context, "Lone-Anonymous-Operation")
{
    private readonly List<OperationDefinitionNode> operations = [];

    public override void EnterOperation(OperationDefinitionNode operation) => operations.Add(operation);

    public override void LeaveDocument()
    {
        if (operations.Count == 1) return;
        foreach (var operation in operations)
            if (operation.Name is null)
                Report($"An operation needs a name when the document holds several; this one holds {operations.Count}.", operation);
    }
}
