namespace Bookkeeping.GraphQL.Language.Syntax;

/// <summary>A value literal, or a variable in its place.</summary>
public abstract class ValueNode : SyntaxNode;

/// <summary>A variable, <c>$name</c>.</summary>
public sealed class VariableNode : ValueNode
{
    /// <summary>The name without the dollar sign.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>An integer literal, kept as text: its range is the matter of the type it is read as.</summary>
public sealed class IntValueNode : ValueNode
{
    /// <summary>The digits as written.</summary>
    public required string Value { get; init; }
}

/// <summary>A literal with a fraction or an exponent, kept as text.</summary>
public sealed class FloatValueNode : ValueNode
{
    /// <summary>The number as written.</summary>
    public required string Value { get; init; }
}

/// <summary>A string literal.</summary>
public sealed class StringValueNode : ValueNode
{
    /// <summary>The value, escapes resolved and, for a block string, common indentation removed.</summary>
    public required string Value { get; init; }

    /// <summary>Whether it was written, and is printed, as a block string.</summary>
    public bool IsBlock { get; init; }
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode : ValueNode
{
    /// <summary>The value.</summary>
    public required bool Value { get; init; }
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValueNode : ValueNode;

/// <summary>An enum value's name.</summary>
public sealed class EnumValueNode : ValueNode
{
    /// <summary>The name.</summary>
    public required string Value { get; init; }
}

/// <summary>A list literal.</summary>
public sealed class ListValueNode : ValueNode
{
    /// <summary>The items in order.</summary>
    public required IReadOnlyList<ValueNode> Items { get; init; }
}

/// <summary>An input object literal.</summary>
public sealed class ObjectValueNode : ValueNode
{
    /// <summary>The fields in order, duplicates included.</summary>
    public required IReadOnlyList<ObjectFieldNode> Fields { get; init; }
}

/// <summary>A field of an input object literal.</summary>
public sealed class ObjectFieldNode : SyntaxNode
{
    /// <summary>The field's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The field's value.</summary>
    public required ValueNode Value { get; init; }
}

/// <summary>A reference to a type.</summary>
public abstract class TypeNode : SyntaxNode;

/// <summary>A type named.</summary>
public sealed class NamedTypeNode : TypeNode
{
    /// <summary>The type's name.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>A list of a type.</summary>
public sealed class ListTypeNode : TypeNode
{
    /// <summary>The type of the items.</summary>
    public required TypeNode OfType { get; init; }
}

/// <summary>A type that cannot be null.</summary>
public sealed class NonNullTypeNode : TypeNode
{
    /// <summary>The nullable type, named or list.</summary>
    public required TypeNode OfType { get; init; }
}

/// <summary>A name and a value in brackets behind a field or directive.</summary>
public sealed class ArgumentNode : SyntaxNode
{
    /// <summary>The argument's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The argument's value.</summary>
    public required ValueNode Value { get; init; }
}

/// <summary>A directive applied, <c>@name(…)</c>.</summary>
public sealed class DirectiveNode : SyntaxNode
{
    /// <summary>The name without the at sign.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments in order.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];
}
