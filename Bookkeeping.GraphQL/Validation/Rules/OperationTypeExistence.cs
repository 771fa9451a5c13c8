using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>The schema has the root type that an operation needs.</summary>
/// <remarks>Source: GraphQL, September 2025, "Operation Type Existence".</remarks>
internal sealed class OperationTypeExistence(ValidationContext context) : ValidationRule(context, "Operation-Type-Existence")
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.RootType(operation.Operation) is not null) return;
        var kind = operation.Operation.ToString().ToLowerInvariant();
        Report($"The schema offers no {kind} operations.", operation, ("operation", operation.Name?.Value));
    }
}
