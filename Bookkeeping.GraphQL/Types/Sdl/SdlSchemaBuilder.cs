using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>Builds schemas from SDL.</summary>
/// <remarks>
/// They describe, and have no resolvers; their scalars pass any value through, and the values of their enums are names.
/// The rules for the document are checked (<see cref="SdlValidator"/>), those for the type system are not
/// (<see cref="SchemaValidation.SchemaValidator"/>): what is wrong by them, a union of scalars for example, is left out of the schema.
/// Built-in scalars and introspection types that the document defines again are ignored.
/// </remarks>
public static class SdlSchemaBuilder
{
    /// <summary>Builds the schema of a text of any size.</summary>
    /// <exception cref="RequestErrorException">The text is not GraphQL.</exception>
    /// <exception cref="SchemaException">The document breaks the rules for type system documents.</exception>
    public static Schema Build(string sdl) => Build(Parser.Parse(sdl, ParserOptions.Unlimited));

    /// <summary>Builds the schema of a document; definitions of operations and fragments in it are ignored.</summary>
    /// <exception cref="SchemaException">The document breaks the rules for type system documents.</exception>
    public static Schema Build(DocumentNode document)
    {
        ThrowIfAny(SdlValidator.Validate(document));
        return new SdlAssembly(document.Definitions).Assemble();
    }

    /// <summary>Builds a schema with further definitions and extensions; the schema given stays as it is.</summary>
    /// <exception cref="ArgumentException">The schema was not built from SDL.</exception>
    /// <exception cref="SchemaException">The document breaks the rules for type system documents.</exception>
    public static Schema Extend(Schema schema, DocumentNode document)
    {
        ThrowIfAny(SdlValidator.Validate(document, schema));
        return new SdlAssembly([.. DefinitionsOf(schema), .. document.Definitions]).Assemble();
    }

    private static IEnumerable<DefinitionNode> DefinitionsOf(Schema schema)
    {
        foreach (var node in schema.SyntaxNodes) yield return node;
        foreach (var directive in schema.Directives)
            if (directive.SyntaxNode is DirectiveDefinitionNode node) yield return node;
        foreach (var type in schema.Types.Where(type => !BuiltInTypes.Contains(type.Name)))
        {
            if (type.SyntaxNodes.Count == 0) throw new ArgumentException($"`{type.Name}` was not built from SDL.", nameof(schema));
            foreach (var node in type.SyntaxNodes) yield return node;
        }
    }

    private static void ThrowIfAny(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count > 0) throw new SchemaException(errors);
    }
}
