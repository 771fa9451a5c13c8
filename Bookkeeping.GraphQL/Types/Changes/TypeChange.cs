namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>Whether a type reference may take another's place. Named types are compared by their names, for they are of two schemas.</summary>
internal static class TypeChange
{
    /// <summary>Whether every value answered now could have been answered before.</summary>
    public static bool IsSafeForOutput(GraphType old, GraphType current) => (old, current) switch
    {
        (NonNullType a, NonNullType b) => IsSafeForOutput(a.OfType, b.OfType),
        (NonNullType, _) => false,
        (_, NonNullType b) => IsSafeForOutput(old, b.OfType),
        (ListType a, ListType b) => IsSafeForOutput(a.OfType, b.OfType),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };

    /// <summary>Whether every value taken before is taken now. A list in place of its item is none: variables of the item's type do not fit it.</summary>
    public static bool IsSafeForInput(GraphType old, GraphType current) => (old, current) switch
    {
        (NonNullType a, NonNullType b) => IsSafeForInput(a.OfType, b.OfType),
        (NonNullType a, _) => IsSafeForInput(a.OfType, current),
        (ListType a, ListType b) => IsSafeForInput(a.OfType, b.OfType),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };
}
