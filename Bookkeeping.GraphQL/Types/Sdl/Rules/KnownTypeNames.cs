using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>Every type named is defined: by the document, by the schema it extends, or by the specification.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type References", and "Fragment Spread Type Existence" for the fragments among the definitions.</remarks>
internal static class KnownTypeNames
{
    /// <summary>Reports every name that no type has.</summary>
    public static void Check(SdlContext context)
    {
        var known = new HashSet<string>(BuiltInTypes.Names, StringComparer.Ordinal);
        known.UnionWith(context.TypeNodes.Where(node => !node.IsExtension).Select(node => node.Name.Value));
        if (context.Extended is { } schema) known.UnionWith(schema.Types.Select(type => type.Name));
        foreach (var reference in context.Document.Definitions.SelectMany(References))
        {
            var name = reference.Name.Value;
            if (!known.Contains(name)) context.Report($"There is no type `{name}`.{Suggestions.DidYouMean(name, known)}", reference);
        }
    }

    private static IEnumerable<NamedTypeNode> References(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => schema.OperationTypes.Select(root => root.Type),
        FieldsTypeDefinitionNode type => [.. type.Interfaces, .. type.Fields.SelectMany(References)],
        UnionTypeDefinitionNode union => union.Types,
        InputObjectTypeDefinitionNode input => input.Fields.Select(field => Named(field.Type)),
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => Named(argument.Type)),
        FragmentDefinitionNode fragment => [fragment.TypeCondition],
        _ => [],
    };

    private static IEnumerable<NamedTypeNode> References(FieldDefinitionNode field) =>
        [.. field.Arguments.Select(argument => Named(argument.Type)), Named(field.Type)];

    private static NamedTypeNode Named(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => Named(nonNull.OfType),
        ListTypeNode list => Named(list.OfType),
        _ => (NamedTypeNode)type,
    };
}
