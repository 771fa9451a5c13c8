using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>Tells whether a document can be executed against a schema.</summary>
/// <remarks>Source: GraphQL, September 2025, "Validation".</remarks>
public static class DocumentValidator
{
    /// <summary>Applies every rule of the specification, and the limits of the options, in one walk of the document.</summary>
    /// <returns>
    /// What is wrong, in the order found, at most <see cref="ValidationOptions.MaxErrors"/>; empty when the document is valid. Each error's
    /// extensions name the section that was broken (<c>specifiedBy</c>) and the type, field, argument, variable and so on concerned.
    /// </returns>
    /// <remarks>Linear in the size of the document, but for field merging, which has a budget of its own.</remarks>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        var violations = FindViolations(schema, document, options ?? ValidationOptions.Default);
        return violations.Count == 0 ? [] : [.. violations.Select(violation => violation.Error)];
    }

    /// <summary>The same with the name of the rule that each error broke.</summary>
    internal static IReadOnlyList<RuleViolation> FindViolations(Schema schema, DocumentNode document, ValidationOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        new ValidationWalker(context, new RuleSet(context)).Walk();
        return context.Violations;
    }
}
