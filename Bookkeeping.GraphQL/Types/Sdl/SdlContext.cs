using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>What the rules for a type system document look at, and where they report.</summary>
internal sealed class SdlContext
{
    private readonly List<GraphQLError> errors = [];
    private readonly Dictionary<string, DirectiveSignature> directivesByName = new(StringComparer.Ordinal);

    /// <summary>Takes a document in.</summary>
    public SdlContext(DocumentNode document, Schema? extended)
    {
        Document = document;
        Extended = extended;
        TypeNodes = [.. document.Definitions.OfType<TypeDefinitionNode>()];
        SchemaNodes = [.. document.Definitions.OfType<SchemaDefinitionNode>()];
        DirectiveNodes = [.. document.Definitions.OfType<DirectiveDefinitionNode>()];
        Places = [.. DirectivePlace.FindAll(document)];
        foreach (var directive in extended?.Directives ?? BuiltInDirectives.All) directivesByName[directive.Name] = new(directive);
        foreach (var node in DirectiveNodes) directivesByName[node.Name.Value] = new(node);
    }

    /// <summary>The whole document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The schema extended; null when the document stands alone.</summary>
    public Schema? Extended { get; }

    /// <summary>Definitions and extensions of types, in order.</summary>
    public IReadOnlyList<TypeDefinitionNode> TypeNodes { get; }

    /// <summary>Definitions and extensions of the schema, in order.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SchemaNodes { get; }

    /// <summary>Definitions of directives, in order.</summary>
    public IReadOnlyList<DirectiveDefinitionNode> DirectiveNodes { get; }

    /// <summary>Every place where directives are applied, in order.</summary>
    public IReadOnlyList<DirectivePlace> Places { get; }

    /// <summary>What was reported.</summary>
    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>The names of all directives that may be applied.</summary>
    public IEnumerable<string> DirectiveNames => directivesByName.Keys;

    /// <summary>How a directive may be applied; null when there is none of this name.</summary>
    public DirectiveSignature? FindDirective(string name) => directivesByName.GetValueOrDefault(name);

    /// <summary>Reports an error at the nodes given.</summary>
    public void Report(string message, params SyntaxNode[] places) =>
        errors.Add(new GraphQLError(message) { Locations = [.. places.Select(place => place.Span.Location)] });
}
