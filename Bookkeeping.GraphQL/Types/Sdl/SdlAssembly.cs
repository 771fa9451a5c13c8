using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>Puts the schema of some definitions and extensions together: first every type by name, then what each consists of.</summary>
internal sealed class SdlAssembly(IReadOnlyList<DefinitionNode> definitions)
{
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly List<NamedType> builtInTypesUsed = [];

    /// <summary>Builds the schema.</summary>
    public Schema Assemble()
    {
        var typeNodes = definitions.OfType<TypeDefinitionNode>().Where(node => !BuiltInTypes.Contains(node.Name.Value)).ToList();
        foreach (var node in typeNodes)
            if (!node.IsExtension) types.Add(node.Name.Value, MakeType(node));
        foreach (var node in typeNodes) Fill(types[node.Name.Value], node);
        var directives = definitions.OfType<DirectiveDefinitionNode>().Select(MakeDirective).ToList();
        return MakeSchema(directives);
    }

    private Schema MakeSchema(List<DirectiveType> directives)
    {
        // The definition comes first whatever its place, for errors point at it.
        var nodes = definitions.OfType<SchemaDefinitionNode>().OrderBy(node => node.IsExtension).ToList();
        var roots = RootTypes(nodes);
        return new Schema(
            [.. types.Values, .. builtInTypesUsed],
            directives,
            roots.GetValueOrDefault(OperationKind.Query),
            roots.GetValueOrDefault(OperationKind.Mutation),
            roots.GetValueOrDefault(OperationKind.Subscription))
        {
            Description = nodes.Select(node => node.Description?.Value).FirstOrDefault(text => text is not null),
            AppliedDirectives = [.. nodes.SelectMany(node => node.Directives)],
            SyntaxNodes = nodes,
        };
    }

    private Dictionary<OperationKind, ObjectType?> RootTypes(List<SchemaDefinitionNode> nodes)
    {
        var roots = new Dictionary<OperationKind, ObjectType?>();
        if (nodes.All(node => node.IsExtension))
            foreach (var operation in Enum.GetValues<OperationKind>())
                roots[operation] = types.GetValueOrDefault(operation.ToString()) as ObjectType;
        foreach (var root in nodes.SelectMany(node => node.OperationTypes))
            roots[root.Operation] = Find(root.Type) as ObjectType;
        return roots;
    }

    private static NamedType MakeType(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        NamedType type = node switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, new PassThroughCoercion(name)),
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            _ => new InputObjectType(name),
        };
        type.Description = node.Description?.Value;
        return type;
    }

    private void Fill(NamedType type, TypeDefinitionNode node)
    {
        if (node.IsExtension) type.SyntaxNodes.Add(node);
        else type.SyntaxNodes.Insert(0, node);
        foreach (var directive in node.Directives)
            if (!SdlDirectives.TryApply(type, directive)) type.AppliedDirectives.Add(directive);
        switch (type, node)
        {
            case (FieldsType fields, FieldsTypeDefinitionNode definition): FillFields(fields, definition); break;
            case (UnionType union, UnionTypeDefinitionNode definition):
                foreach (var member in definition.Types.Select(Find).OfType<ObjectType>()) union.Types.Add(member);
                break;
            case (EnumType values, EnumTypeDefinitionNode definition):
                foreach (var value in definition.Values) values.Values.Add(MakeEnumValue(value));
                break;
            case (InputObjectType input, InputObjectTypeDefinitionNode definition):
                foreach (var field in definition.Fields) input.Fields.Add(MakeInputValue(field));
                break;
        }
    }

    private void FillFields(FieldsType type, FieldsTypeDefinitionNode node)
    {
        foreach (var contract in node.Interfaces.Select(Find).OfType<InterfaceType>()) type.Interfaces.Add(contract);
        foreach (var definition in node.Fields)
        {
            var field = new Field(definition.Name.Value, Resolve(definition.Type))
            {
                Description = definition.Description?.Value,
                SyntaxNode = definition,
            };
            SdlDirectives.Apply(field, definition.Directives);
            foreach (var argument in definition.Arguments) field.Arguments.Add(MakeInputValue(argument));
            type.Fields.Add(field);
        }
    }

    private static EnumValue MakeEnumValue(EnumValueDefinitionNode node)
    {
        var value = new EnumValue(node.Name.Value, node.Name.Value) { Description = node.Description?.Value, SyntaxNode = node };
        SdlDirectives.Apply(value, node.Directives);
        return value;
    }

    private InputValue MakeInputValue(InputValueDefinitionNode node)
    {
        var value = new InputValue(node.Name.Value, Resolve(node.Type))
        {
            Description = node.Description?.Value,
            DefaultValue = node.DefaultValue,
            SyntaxNode = node,
        };
        SdlDirectives.Apply(value, node.Directives);
        return value;
    }

    private DirectiveType MakeDirective(DirectiveDefinitionNode node)
    {
        var directive = new DirectiveType(node.Name.Value)
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            SyntaxNode = node,
        };
        foreach (var argument in node.Arguments) directive.Arguments.Add(MakeInputValue(argument));
        foreach (var location in node.Locations) directive.Locations.Add(location.Value);
        return directive;
    }

    private GraphType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.OfType)),
        ListTypeNode list => new ListType(Resolve(list.OfType)),
        _ => Find((NamedTypeNode)node),
    };

    private NamedType Find(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (types.TryGetValue(name, out var defined)) return defined;
        // That the name is known was validated.
        var builtIn = BuiltInTypes.Find(name)!;
        if (!builtInTypesUsed.Contains(builtIn)) builtInTypesUsed.Add(builtIn);
        return builtIn;
    }
}
