using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.Conformance;

/// <summary>A syntax tree as the JSON that the conformance cases use: no places, and nothing that is empty or false.</summary>
internal static class SyntaxShape
{
    public static JsonObject Of(SyntaxNode node) => node switch
    {
        DocumentNode n => Node("Document", ("definitions", All(n.Definitions))),
        OperationDefinitionNode n => Node(
            "OperationDefinition",
            ("description", One(n.Description)),
            ("operation", n.Operation.ToString().ToLowerInvariant()),
            ("name", One(n.Name)),
            ("variableDefinitions", All(n.VariableDefinitions)),
            ("directives", All(n.Directives)),
            ("selectionSet", Of(n.SelectionSet))),
        VariableDefinitionNode n => Node(
            "VariableDefinition",
            ("description", One(n.Description)),
            ("variable", Of(n.Variable)),
            ("type", Of(n.Type)),
            ("defaultValue", One(n.DefaultValue)),
            ("directives", All(n.Directives))),
        SelectionSetNode n => Node("SelectionSet", ("selections", All(n.Selections))),
        FieldNode n => Node(
            "Field",
            ("alias", One(n.Alias)),
            ("name", Of(n.Name)),
            ("arguments", All(n.Arguments)),
            ("directives", All(n.Directives)),
            ("selectionSet", One(n.SelectionSet))),
        FragmentSpreadNode n => Node("FragmentSpread", ("name", Of(n.Name)), ("directives", All(n.Directives))),
        InlineFragmentNode n => Node(
            "InlineFragment",
            ("typeCondition", One(n.TypeCondition)),
            ("directives", All(n.Directives)),
            ("selectionSet", Of(n.SelectionSet))),
        FragmentDefinitionNode n => Node(
            "FragmentDefinition",
            ("description", One(n.Description)),
            ("name", Of(n.Name)),
            ("typeCondition", Of(n.TypeCondition)),
            ("directives", All(n.Directives)),
            ("selectionSet", Of(n.SelectionSet))),
        NameNode n => Node("Name", ("value", n.Value)),
        ArgumentNode n => Node("Argument", ("name", Of(n.Name)), ("value", Of(n.Value))),
        DirectiveNode n => Node("Directive", ("name", Of(n.Name)), ("arguments", All(n.Arguments))),
        ObjectFieldNode n => Node("ObjectField", ("name", Of(n.Name)), ("value", Of(n.Value))),
        ValueNode n => OfValue(n),
        NamedTypeNode n => Node("NamedType", ("name", Of(n.Name))),
        ListTypeNode n => Node("ListType", ("type", Of(n.OfType))),
        NonNullTypeNode n => Node("NonNullType", ("type", Of(n.OfType))),
        _ => OfTypeSystem(node),
    };

    /// <summary>The expected tree, less members that are empty lists or false: cases leave those out or in as they please.</summary>
    public static JsonObject WithoutDefaults(JsonElement expected) =>
        Node(expected.GetProperty("kind").GetString()!, [.. expected.EnumerateObject().Where(m => m.Name != "kind").Select(m => (m.Name, Member(m.Value)))]);

    private static JsonNode? Member(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => WithoutDefaults(value),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Member)]),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };

    private static JsonObject OfValue(ValueNode value) => value switch
    {
        VariableNode n => Node("Variable", ("name", Of(n.Name))),
        IntValueNode n => Node("IntValue", ("value", n.Value)),
        FloatValueNode n => Node("FloatValue", ("value", n.Value)),
        StringValueNode n => Node("StringValue", ("value", n.Value), ("block", n.IsBlock)),
        BooleanValueNode n => Node("BooleanValue", ("value", n.Value)),
        NullValueNode => Node("NullValue"),
        EnumValueNode n => Node("EnumValue", ("value", n.Value)),
        ListValueNode n => Node("ListValue", ("values", All(n.Items))),
        ObjectValueNode n => Node("ObjectValue", ("fields", All(n.Fields))),
        _ => throw new ArgumentException($"Unknown value {value.GetType()}."),
    };

    private static JsonObject OfTypeSystem(SyntaxNode node) => node switch
    {
        SchemaDefinitionNode n => Node(
            n.IsExtension ? "SchemaExtension" : "SchemaDefinition",
            ("description", One(n.Description)),
            ("directives", All(n.Directives)),
            ("operationTypes", All(n.OperationTypes))),
        OperationTypeNode n => Node("OperationTypeDefinition", ("operation", n.Operation.ToString().ToLowerInvariant()), ("type", Of(n.Type))),
        ScalarTypeDefinitionNode n => Type("ScalarType", n),
        ObjectTypeDefinitionNode n => Type("ObjectType", n, ("interfaces", All(n.Interfaces)), ("fields", All(n.Fields))),
        InterfaceTypeDefinitionNode n => Type("InterfaceType", n, ("interfaces", All(n.Interfaces)), ("fields", All(n.Fields))),
        UnionTypeDefinitionNode n => Type("UnionType", n, ("types", All(n.Types))),
        EnumTypeDefinitionNode n => Type("EnumType", n, ("values", All(n.Values))),
        InputObjectTypeDefinitionNode n => Type("InputObjectType", n, ("fields", All(n.Fields))),
        FieldDefinitionNode n => Node(
            "FieldDefinition",
            ("description", One(n.Description)),
            ("name", Of(n.Name)),
            ("arguments", All(n.Arguments)),
            ("type", Of(n.Type)),
            ("directives", All(n.Directives))),
        InputValueDefinitionNode n => Node(
            "InputValueDefinition",
            ("description", One(n.Description)),
            ("name", Of(n.Name)),
            ("type", Of(n.Type)),
            ("defaultValue", One(n.DefaultValue)),
            ("directives", All(n.Directives))),
        EnumValueDefinitionNode n => Node(
            "EnumValueDefinition", ("description", One(n.Description)), ("name", Of(n.Name)), ("directives", All(n.Directives))),
        DirectiveDefinitionNode n => Node(
            "DirectiveDefinition",
            ("description", One(n.Description)),
            ("name", Of(n.Name)),
            ("arguments", All(n.Arguments)),
            ("repeatable", n.IsRepeatable),
            ("locations", All(n.Locations))),
        _ => throw new ArgumentException($"Unknown node {node.GetType()}."),
    };

    private static JsonObject Type(string kind, TypeDefinitionNode n, params (string, JsonNode?)[] members) => Node(
        kind + (n.IsExtension ? "Extension" : "Definition"),
        [("description", One(n.Description)), ("name", Of(n.Name)), ("directives", All(n.Directives)), .. members]);

    private static JsonObject? One(SyntaxNode? node) => node is null ? null : Of(node);

    private static JsonArray All(IEnumerable<SyntaxNode> nodes) => new([.. nodes.Select(Of)]);

    private static JsonObject Node(string kind, params (string Name, JsonNode? Value)[] members)
    {
        var node = new JsonObject { ["kind"] = kind };
        foreach (var (name, value) in members)
        {
            var isDefault = value is null or JsonArray { Count: 0 } || (name is "block" or "repeatable" && !value.GetValue<bool>());
            if (!isDefault) node[name] = value;
        }

        return node;
    }
}
