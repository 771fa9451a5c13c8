namespace Bookkeeping.GraphQL.Language.Syntax;

/// <summary>A whole document.</summary>
public sealed class DocumentNode : SyntaxNode
{
    /// <summary>The definitions in order, executable ones and those of types.</summary>
    public required IReadOnlyList<DefinitionNode> Definitions { get; init; }
}

/// <summary>A definition at the top of a document.</summary>
public abstract class DefinitionNode : SyntaxNode;

/// <summary>What an operation does.</summary>
public enum OperationKind
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, field by field.</summary>
    Mutation,

    /// <summary>Follows events.</summary>
    Subscription,
}

/// <summary>A query, mutation or subscription.</summary>
public sealed class OperationDefinitionNode : DefinitionNode
{
    /// <summary>The description; null when there is none (specification of September 2025).</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>What the operation does.</summary>
    public required OperationKind Operation { get; init; }

    /// <summary>The name; null for an anonymous operation.</summary>
    public NameNode? Name { get; init; }

    /// <summary>The variables declared.</summary>
    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; init; } = [];

    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>The root selection set.</summary>
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A variable declared by an operation.</summary>
public sealed class VariableDefinitionNode : SyntaxNode
{
    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The variable.</summary>
    public required VariableNode Variable { get; init; }

    /// <summary>Its type.</summary>
    public required TypeNode Type { get; init; }

    /// <summary>Its default; null when there is none (a literal null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>The selections between a pair of braces.</summary>
public sealed class SelectionSetNode : SyntaxNode
{
    /// <summary>The selections in order.</summary>
    public required IReadOnlyList<SelectionNode> Selections { get; init; }
}

/// <summary>A field, fragment spread or inline fragment.</summary>
public abstract class SelectionNode : SyntaxNode
{
    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A field selected.</summary>
public sealed class FieldNode : SelectionNode
{
    /// <summary>The alias; null when the answer uses the field's own name.</summary>
    public NameNode? Alias { get; init; }

    /// <summary>The field's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The arguments in order.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];

    /// <summary>The selections below; null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; init; }

    /// <summary>The key in the answer: the alias, else the name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>A named fragment used, <c>...Name</c>.</summary>
public sealed class FragmentSpreadNode : SelectionNode
{
    /// <summary>The fragment's name.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>Selections under a type condition or directives of their own.</summary>
public sealed class InlineFragmentNode : SelectionNode
{
    /// <summary>The type condition; null when the enclosing type goes on.</summary>
    public NamedTypeNode? TypeCondition { get; init; }

    /// <summary>The selections.</summary>
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A named fragment defined.</summary>
public sealed class FragmentDefinitionNode : DefinitionNode
{
    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The fragment's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The type it applies to.</summary>
    public required NamedTypeNode TypeCondition { get; init; }

    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>The selections.</summary>
    public required SelectionSetNode SelectionSet { get; init; }
}
