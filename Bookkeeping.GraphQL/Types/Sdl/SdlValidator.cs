using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Sdl.Rules;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>Checks the rules that a type system document keeps as a document: what it names exists, and nothing is defined twice.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type System" with its sections on extensions, and "Directives" of "Validation".</remarks>
public static class SdlValidator
{
    /// <summary>Checks a document.</summary>
    /// <param name="document">The document; its operations and fragments are passed over, but for the types that they name.</param>
    /// <param name="extended">The schema that the document extends; null when it stands alone.</param>
    /// <returns>All errors, with their places in the document; empty when a schema can be made of it.</returns>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, Schema? extended = null)
    {
        var context = new SdlContext(document, extended);
        LoneSchemaDefinition.Check(context);
        UniqueOperationTypes.Check(context);
        UniqueTypeNames.Check(context);
        UniqueDirectiveNames.Check(context);
        UniqueMemberNames.Check(context);
        KnownTypeNames.Check(context);
        PossibleTypeExtensions.Check(context);
        KnownDirectives.Check(context);
        UniqueDirectivesPerLocation.Check(context);
        DirectiveArguments.Check(context);
        UniqueInputFieldNames.Check(context);
        return context.Errors;
    }
}
