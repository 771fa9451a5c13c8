using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types;

/// <summary>A named part of a type: a field, an argument, an enum value.</summary>
public abstract class Member(string name)
{
    /// <summary>The name, unique among its siblings.</summary>
    public string Name { get; } = name;

    /// <summary>What it means; null when nothing was said.</summary>
    public string? Description { get; set; }

    /// <summary>Why, and what to use instead; null when it is not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>Directives applied, as the SDL prints them, without <c>@deprecated</c>.</summary>
    public IList<DirectiveNode> AppliedDirectives { get; } = [];

    /// <summary>The definition it came from; null when it came from C#.</summary>
    public SyntaxNode? SyntaxNode { get; init; }
}

/// <summary>A field of an object type or interface.</summary>
public sealed class Field(string name, GraphType type) : Member(name)
{
    /// <summary>What the field gives.</summary>
    public GraphType Type { get; } = type;

    /// <summary>The arguments in order.</summary>
    public MemberList<InputValue> Arguments { get; } = new();

    /// <summary>Where its values come from; null for an interface's field, and in a schema that only describes.</summary>
    public FieldResolver? Resolver { get; set; }
}

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValue(string name, GraphType type) : Member(name)
{
    /// <summary>What may be given.</summary>
    public GraphType Type { get; } = type;

    /// <summary>The default as a constant literal; null when there is none.</summary>
    public ValueNode? DefaultValue { get; set; }

    /// <summary>Whether it must be given: non-null and without a default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValue(string name, object value) : Member(name)
{
    /// <summary>What resolvers give and receive: the C# enum's value, or the name when the enum came from SDL.</summary>
    public object Value { get; } = value;
}

/// <summary>A directive that documents may use.</summary>
public sealed class DirectiveType(string name) : Member(name)
{
    /// <summary>The arguments in order.</summary>
    public MemberList<InputValue> Arguments { get; } = new();

    /// <summary>The places where it may stand, as the specification spells them: <c>FIELD</c>, <c>FIELD_DEFINITION</c>.</summary>
    public IList<string> Locations { get; } = [];

    /// <summary>Whether it may stand more than once in one place.</summary>
    public bool IsRepeatable { get; set; }
}

/// <summary>Members in order, found by name. A second member of a name is kept aside for the schema's validation to report.</summary>
public sealed class MemberList<T> : IReadOnlyList<T>
    where T : Member
{
    private readonly List<T> items = [];
    private readonly Dictionary<string, T> byName = new(StringComparer.Ordinal);

    /// <summary>Members whose name was taken already.</summary>
    public IList<T> Duplicates { get; } = [];

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>The member of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[string name] => byName[name];

    /// <summary>Adds a member at the end.</summary>
    public void Add(T member)
    {
        if (byName.TryAdd(member.Name, member)) items.Add(member);
        else Duplicates.Add(member);
    }

    /// <summary>Adds a member at a place, before the one that stands there.</summary>
    public void Insert(int index, T member)
    {
        byName.Add(member.Name, member);
        items.Insert(index, member);
    }

    /// <summary>The member of this name, if any.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? member) => byName.TryGetValue(name, out member);

    /// <summary>Whether there is a member of this name.</summary>
    public bool Contains(string name) => byName.ContainsKey(name);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
