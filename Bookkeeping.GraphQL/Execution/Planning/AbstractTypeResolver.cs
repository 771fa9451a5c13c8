using System.Collections.Concurrent;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>Finds the object type of a value behind an interface or union.</summary>
/// <remarks>Source: GraphQL, September 2025, "Resolving Abstract Types".</remarks>
internal sealed class AbstractTypeResolver(Schema schema, NamedType type)
{
    private readonly IReadOnlyList<ObjectType> possible = schema.PossibleTypes(type);
    private readonly ConcurrentDictionary<Type, ObjectType?> byClrType = [];

    private readonly Func<object, string?>? named = type switch
    {
        InterfaceType contract => contract.ResolveType,
        UnionType union => union.ResolveType,
        _ => null,
    };

    /// <summary>The object type; null when the value is of none of the possible ones.</summary>
    public ObjectType? Resolve(object value)
    {
        if (named is not null) return named(value) is { } name ? possible.FirstOrDefault(t => t.Name == name) : null;
        foreach (var candidate in possible)
            if (candidate.IsTypeOf is { } isTypeOf && isTypeOf(value)) return candidate;
        return byClrType.GetOrAdd(value.GetType(), FindByClrType);
    }

    // The nearest C# type wins, so that a derived class is not taken for its base.
    private ObjectType? FindByClrType(Type clrType)
    {
        for (var current = clrType; current is not null; current = current.BaseType)
            if (possible.FirstOrDefault(t => t.IsTypeOf is null && t.ClrType == current) is { } exact) return exact;
        return possible.FirstOrDefault(t => t.IsTypeOf is null && t.ClrType?.IsAssignableFrom(clrType) == true);
    }
}
