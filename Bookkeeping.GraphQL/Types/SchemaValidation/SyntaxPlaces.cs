using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Finds in definitions what errors point at; nothing for what was built from C#.</summary>
internal static class SyntaxPlaces
{
    /// <summary>The type that a field was given.</summary>
    public static TypeNode? TypeOf(Field field) => (field.SyntaxNode as FieldDefinitionNode)?.Type;

    /// <summary>The type that an argument or input field was given.</summary>
    public static TypeNode? TypeOf(InputValue value) => (value.SyntaxNode as InputValueDefinitionNode)?.Type;

    /// <summary>The <c>@deprecated</c> of a member.</summary>
    public static DirectiveNode? DeprecationOf(Member member)
    {
        var directives = member.SyntaxNode switch
        {
            FieldDefinitionNode field => field.Directives,
            InputValueDefinitionNode value => value.Directives,
            _ => [],
        };
        return directives.FirstOrDefault(directive => directive.Name.Value == "deprecated");
    }

    /// <summary>What a type implements as written, wrong names included, in order.</summary>
    public static IEnumerable<NamedTypeNode> InterfacesOf(FieldsType type) =>
        type.SyntaxNodes.OfType<FieldsTypeDefinitionNode>().SelectMany(node => node.Interfaces);

    /// <summary>Where a type says that it implements an interface.</summary>
    public static IEnumerable<NamedTypeNode> Implementations(FieldsType type, NamedType contract) =>
        InterfacesOf(type).Where(node => node.Name.Value == contract.Name);

    /// <summary>The members of a union as written, wrong names included, in order.</summary>
    public static IEnumerable<NamedTypeNode> MembersOf(UnionType union) =>
        union.SyntaxNodes.OfType<UnionTypeDefinitionNode>().SelectMany(node => node.Types);

    /// <summary>Where the schema names the root type of an operation.</summary>
    public static IEnumerable<NamedTypeNode> RootsOf(Schema schema, OperationKind operation) =>
        schema.SyntaxNodes.SelectMany(node => node.OperationTypes).Where(root => root.Operation == operation).Select(root => root.Type);
}
