namespace Bookkeeping.GraphQL.Types;

/// <summary>A type as a field, argument or variable has it: named, list or non-null.</summary>
public abstract class GraphType
{
    /// <summary>The type without lists and non-null marks.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Whether null is refused.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without its outermost non-null mark.</summary>
    public GraphType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether the type can be given: scalars, enums, input objects and wrappers of them.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether the type can be answered: all but input objects.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether a selection of it has no selection set.</summary>
    public bool IsLeaf => Named is ScalarType or EnumType;

    /// <summary>Whether a selection of it needs a selection set.</summary>
    public bool IsComposite => Named is FieldsType or UnionType;
}

/// <summary>A list of a type.</summary>
public sealed class ListType(GraphType ofType) : GraphType
{
    /// <summary>The type of the items.</summary>
    public GraphType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";
}

/// <summary>A type that refuses null.</summary>
public sealed class NonNullType : GraphType
{
    /// <summary>Marks a nullable type as non-null.</summary>
    /// <exception cref="ArgumentException">The type is non-null already.</exception>
    public NonNullType(GraphType ofType) =>
        OfType = ofType is NonNullType ? throw new ArgumentException("A non-null type cannot be marked again.", nameof(ofType)) : ofType;

    /// <summary>The nullable type.</summary>
    public GraphType OfType { get; }

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}
