using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>A place in a type system document where directives are applied.</summary>
/// <param name="Location">The place as the specification spells it: <c>FIELD_DEFINITION</c>.</param>
/// <param name="Owner">What the directives apply to: the same object for the definition of a type and its extensions.</param>
/// <param name="Directives">The directives, perhaps none.</param>
internal sealed record DirectivePlace(string Location, object Owner, IReadOnlyList<DirectiveNode> Directives)
{
    private static readonly object SchemaOwner = new();

    /// <summary>All places of a document, in order.</summary>
    public static IEnumerable<DirectivePlace> FindAll(DocumentNode document) => document.Definitions.SelectMany(FindAll);

    /// <summary>All places of a definition, in order; none in an operation or fragment.</summary>
    public static IEnumerable<DirectivePlace> FindAll(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => [new("SCHEMA", SchemaOwner, schema.Directives)],
        TypeDefinitionNode type => OfType(type),
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => OfInput(argument, "ARGUMENT_DEFINITION")),
        _ => [],
    };

    private static IEnumerable<DirectivePlace> OfType(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => [Itself(type, "SCALAR")],
        ObjectTypeDefinitionNode fields => [Itself(type, "OBJECT"), .. fields.Fields.SelectMany(OfField)],
        InterfaceTypeDefinitionNode fields => [Itself(type, "INTERFACE"), .. fields.Fields.SelectMany(OfField)],
        UnionTypeDefinitionNode => [Itself(type, "UNION")],
        EnumTypeDefinitionNode values =>
            [Itself(type, "ENUM"), .. values.Values.Select(value => new DirectivePlace("ENUM_VALUE", value, value.Directives))],
        InputObjectTypeDefinitionNode input =>
            [Itself(type, "INPUT_OBJECT"), .. input.Fields.Select(field => OfInput(field, "INPUT_FIELD_DEFINITION"))],
        _ => [],
    };

    private static DirectivePlace Itself(TypeDefinitionNode type, string location) => new(location, type.Name.Value, type.Directives);

    private static IEnumerable<DirectivePlace> OfField(FieldDefinitionNode field) =>
        [new("FIELD_DEFINITION", field, field.Directives), .. field.Arguments.Select(argument => OfInput(argument, "ARGUMENT_DEFINITION"))];

    private static DirectivePlace OfInput(InputValueDefinitionNode input, string location) => new(location, input, input.Directives);
}
