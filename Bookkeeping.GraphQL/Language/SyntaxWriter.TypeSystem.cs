using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Definitions and extensions of the schema, of types and of directives.</summary>
internal sealed partial class SyntaxWriter
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema: WriteSchema(schema); break;
            case OperationTypeNode root: text.Append(Keyword(root.Operation)).Append(": ").Append(root.Type.Name.Value); break;
            case ScalarTypeDefinitionNode scalar: WriteHead("scalar", scalar); break;
            case ObjectTypeDefinitionNode type: WriteTypeWithFields("type", type); break;
            case InterfaceTypeDefinitionNode type: WriteTypeWithFields("interface", type); break;
            case UnionTypeDefinitionNode union: WriteUnion(union); break;
            case EnumTypeDefinitionNode type: WriteHead("enum", type); WriteBlockBehind(type.Values); break;
            case InputObjectTypeDefinitionNode type: WriteHead("input", type); WriteBlockBehind(type.Fields); break;
            case FieldDefinitionNode field: WriteFieldDefinition(field); break;
            case InputValueDefinitionNode input: WriteInputValueDefinition(input); break;
            case EnumValueDefinitionNode value: WriteEnumValueDefinition(value); break;
            case DirectiveDefinitionNode directive: WriteDirectiveDefinition(directive); break;
            default: throw new ArgumentException($"No node that can be printed: {node.GetType().Name}.", nameof(node));
        }
    }

    private void WriteSchema(SchemaDefinitionNode schema)
    {
        WriteDescription(schema.Description);
        text.Append(schema.IsExtension ? "extend schema" : "schema");
        WriteDirectives(schema.Directives);
        WriteBlockBehind(schema.OperationTypes);
    }

    private void WriteTypeWithFields(string keyword, FieldsTypeDefinitionNode type)
    {
        WriteHead(keyword, type, type.Interfaces);
        WriteBlockBehind(type.Fields);
    }

    private void WriteUnion(UnionTypeDefinitionNode union)
    {
        WriteHead("union", union);
        if (union.Types.Count == 0) return;
        text.Append(" = ");
        WriteSeparated(union.Types, " | ");
    }

    /// <summary>What all types have: description, keyword, name, interfaces, directives.</summary>
    private void WriteHead(string keyword, TypeDefinitionNode type, IReadOnlyList<NamedTypeNode>? interfaces = null)
    {
        WriteDescription(type.Description);
        if (type.IsExtension) text.Append("extend ");
        text.Append(keyword).Append(' ');
        Write(type.Name);
        if (interfaces is { Count: > 0 })
        {
            text.Append(" implements ");
            WriteSeparated(interfaces, " & ");
        }

        WriteDirectives(type.Directives);
    }

    private void WriteBlockBehind(IReadOnlyList<SyntaxNode> nodes)
    {
        if (nodes.Count == 0) return;
        text.Append(' ');
        WriteBlock(nodes);
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        Write(field.Name);
        WriteDefinitions(field.Arguments);
        text.Append(": ");
        WriteType(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteInputValueDefinition(InputValueDefinitionNode input)
    {
        WriteDescription(input.Description);
        WritePair(input.Name, input.Type);
        WriteDefault(input.DefaultValue);
        WriteDirectives(input.Directives);
    }

    private void WriteEnumValueDefinition(EnumValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        Write(value.Name);
        WriteDirectives(value.Directives);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        WriteDescription(directive.Description);
        text.Append("directive @");
        Write(directive.Name);
        WriteDefinitions(directive.Arguments);
        text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        WriteSeparated(directive.Locations, " | ");
    }
}
