namespace Bookkeeping.GraphQL.Language.Syntax;

/// <summary>A definition or extension of the schema or of a type.</summary>
public abstract class TypeSystemNode : DefinitionNode
{
    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary><c>schema { … }</c>, or <c>extend schema</c>.</summary>
public sealed class SchemaDefinitionNode : TypeSystemNode
{
    /// <summary>Whether this extends a schema rather than defining it.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The root types named.</summary>
    public IReadOnlyList<OperationTypeNode> OperationTypes { get; init; } = [];
}

/// <summary>A root type, <c>query: Query</c>.</summary>
public sealed class OperationTypeNode : SyntaxNode
{
    /// <summary>The operation.</summary>
    public required OperationKind Operation { get; init; }

    /// <summary>Its root type.</summary>
    public required NamedTypeNode Type { get; init; }
}

/// <summary>A definition of a named type, or an extension of one.</summary>
public abstract class TypeDefinitionNode : TypeSystemNode
{
    /// <summary>Whether this extends a type rather than defining it.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The type's name.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>A scalar.</summary>
public sealed class ScalarTypeDefinitionNode : TypeDefinitionNode;

/// <summary>An object type or an interface.</summary>
public abstract class FieldsTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>The interfaces implemented.</summary>
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary>An object type.</summary>
public sealed class ObjectTypeDefinitionNode : FieldsTypeDefinitionNode;

/// <summary>An interface.</summary>
public sealed class InterfaceTypeDefinitionNode : FieldsTypeDefinitionNode;

/// <summary>A union.</summary>
public sealed class UnionTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>The member types.</summary>
    public IReadOnlyList<NamedTypeNode> Types { get; init; } = [];
}

/// <summary>An enum.</summary>
public sealed class EnumTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>The values in order.</summary>
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; init; } = [];
}

/// <summary>An input object type.</summary>
public sealed class InputObjectTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>The fields in order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; init; } = [];
}

/// <summary>A field of an object type or interface.</summary>
public sealed class FieldDefinitionNode : SyntaxNode
{
    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The field's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments in order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];

    /// <summary>The field's type.</summary>
    public required TypeNode Type { get; init; }

    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>An argument or a field of an input object.</summary>
public sealed class InputValueDefinitionNode : SyntaxNode
{
    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The type.</summary>
    public required TypeNode Type { get; init; }

    /// <summary>The default; null when there is none.</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValueDefinitionNode : SyntaxNode
{
    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The value's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A directive defined.</summary>
public sealed class DirectiveDefinitionNode : DefinitionNode
{
    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The name without the at sign.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments in order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];

    /// <summary>Whether it may stand more than once in one place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The places where it may stand, as written: <c>FIELD</c>, <c>QUERY</c>.</summary>
    public required IReadOnlyList<NameNode> Locations { get; init; }
}
