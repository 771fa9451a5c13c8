using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Sorting;

/// <summary>The direction of an order.</summary>
internal enum SortDirection
{
    /// <summary>Null, then the smallest.</summary>
    Ascending,

    /// <summary>The largest first, null last.</summary>
    Descending,
}

/// <summary>The sort input of an entity: its fields, and what each sorts by.</summary>
/// <param name="name">The input type's name.</param>
internal sealed class SortType(string name)
{
    private readonly Dictionary<string, SortField> fields = new(StringComparer.Ordinal);

    /// <summary>The type in the schema.</summary>
    public InputObjectType Input { get; } = new(name);

    /// <summary>Adds a field at the end.</summary>
    public void Add(InputValue input, SortField field)
    {
        Input.Fields.Add(input);
        fields[input.Name] = field;
    }

    /// <summary>The key that one item of <c>order</c> asks for.</summary>
    /// <param name="given">The coerced sort object.</param>
    /// <returns>Null when the object is empty: no key.</returns>
    /// <exception cref="FieldErrorException">It has several fields, or a null.</exception>
    public OrderKey? Read(object? given) => Read([], given);

    private OrderKey? Read(IReadOnlyList<Reference> path, object? given)
    {
        var item = (IReadOnlyDictionary<string, object?>)given!;
        if (item.Count == 0) return null;
        // A coerced object has lost the order in which its fields were written, and here that order would matter.
        if (item.Count > 1)
            throw DataErrors.InvalidValue(
                $"An item of 'order' names several fields ({string.Join(", ", item.Keys)}); write one item for each: [{{{item.Keys.First()}: ASC}}, …].");
        var (name, value) = item.First();
        var field = fields[name];
        if (value is null) throw DataErrors.NullNotAllowed(name, Input.Name, Input.Fields[name].Type + "!");
        return field.Target is { } target
            ? target.Read([.. path, field.Reference!], value)
            : new OrderKey(path, field.Member!, (SortDirection)value == SortDirection.Descending);
    }
}

/// <summary>What a field of a sort input sorts by: a value of the row, or of a row it refers to.</summary>
internal sealed class SortField
{
    /// <summary>Sorts by a value of the row.</summary>
    public SortField(EntityMember member) => Member = member;

    /// <summary>Sorts by a value of a row it refers to.</summary>
    public SortField(Reference reference, SortType target) => (Reference, Target) = (reference, target);

    /// <summary>The value; null for a reference.</summary>
    public EntityMember? Member { get; }

    /// <summary>The reference; null for a value.</summary>
    public Reference? Reference { get; }

    /// <summary>The sort input of the row referred to; null for a value.</summary>
    public SortType? Target { get; }
}
