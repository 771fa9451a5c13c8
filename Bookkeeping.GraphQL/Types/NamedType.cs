using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types;

/// <summary>A type with a name. Built by a schema builder, unchanged once its <see cref="Schema"/> stands.</summary>
public abstract class NamedType(string name) : GraphType
{
    /// <summary>The name, unique in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>What the type means; null when nothing was said.</summary>
    public string? Description { get; set; }

    /// <summary>Directives applied to the type, as the SDL prints them; <c>@specifiedBy</c>, <c>@oneOf</c> and <c>@deprecated</c> are properties instead.</summary>
    public IList<DirectiveNode> AppliedDirectives { get; } = [];

    /// <summary>The C# type behind it; null when it came from SDL.</summary>
    public Type? ClrType { get; init; }

    /// <summary>The definition it came from, then its extensions, for the places of errors; empty when it came from C#.</summary>
    public IList<TypeDefinitionNode> SyntaxNodes { get; } = [];

    /// <inheritdoc/>
    public override NamedType Named => this;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A leaf with a textual or JSON form of its own.</summary>
public sealed class ScalarType(string name, ScalarCoercion coercion) : NamedType(name)
{
    /// <summary>How values go in and out.</summary>
    public ScalarCoercion Coercion { get; } = coercion;

    /// <summary>Where the scalar is specified, shown as <c>@specifiedBy</c>; null when nowhere.</summary>
    public string? SpecifiedBy { get; set; }
}

/// <summary>A leaf with a closed set of names.</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    /// <summary>The values in order.</summary>
    public MemberList<EnumValue> Values { get; } = new();

    /// <summary>The value for what a resolver returned; null when it is none of them.</summary>
    public EnumValue? FindByRuntimeValue(object value)
    {
        foreach (var candidate in Values)
            if (Equals(candidate.Value, value)) return candidate;
        return null;
    }
}

/// <summary>A type with fields: an object type or an interface.</summary>
public abstract class FieldsType(string name) : NamedType(name)
{
    /// <summary>The fields in order, without <c>__typename</c> and the like.</summary>
    public MemberList<Field> Fields { get; } = new();

    /// <summary>The interfaces implemented, in order.</summary>
    public IList<InterfaceType> Interfaces { get; } = [];
}

/// <summary>A concrete type with fields.</summary>
public sealed class ObjectType(string name) : FieldsType(name)
{
    /// <summary>Whether a value behind an interface or union is of this type; null: its <see cref="NamedType.ClrType"/> decides.</summary>
    public Func<object, bool>? IsTypeOf { get; set; }
}

/// <summary>A set of fields that several object types share.</summary>
public sealed class InterfaceType(string name) : FieldsType(name)
{
    /// <summary>Names the object type of a value; null: the object types are asked one by one.</summary>
    public Func<object, string?>? ResolveType { get; set; }
}

/// <summary>One of several object types.</summary>
public sealed class UnionType(string name) : NamedType(name)
{
    /// <summary>The member types in order.</summary>
    public IList<ObjectType> Types { get; } = [];

    /// <summary>Names the object type of a value; null: the object types are asked one by one.</summary>
    public Func<object, string?>? ResolveType { get; set; }
}

/// <summary>A structured argument.</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    /// <summary>The fields in order.</summary>
    public MemberList<InputValue> Fields { get; } = new();

    /// <summary>Whether exactly one field must be given, and not null.</summary>
    public bool IsOneOf { get; set; }
}
