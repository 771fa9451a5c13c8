using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A document has no more operations than the options allow. A limit of ours, not a rule of the specification.</summary>
internal sealed class OperationCount(ValidationContext context) : ValidationRule(context, null)
{
    private int count;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        var limit = Context.Options.MaxOperations;
        if (++count != limit + 1) return;
        Report(
            $"The document has more operations than the {limit} allowed; this is the first beyond them.",
            operation,
            ("maxOperations", limit));
    }
}
