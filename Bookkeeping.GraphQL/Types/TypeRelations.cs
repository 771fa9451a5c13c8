namespace Bookkeeping.GraphQL.Types;

/// <summary>How two types relate.</summary>
public static class TypeRelations
{
    /// <summary>Whether the types are the same, list by list and mark by mark.</summary>
    public static bool AreEqual(GraphType first, GraphType second) => (first, second) switch
    {
        (NonNullType a, NonNullType b) => AreEqual(a.OfType, b.OfType),
        (ListType a, ListType b) => AreEqual(a.OfType, b.OfType),
        _ => first == second,
    };

    /// <summary>Whether every value of the first type is also one of the second.</summary>
    /// <remarks>Source: GraphQL, September 2025, "Objects", IsValidImplementationFieldType() and IsSubType().</remarks>
    public static bool IsSubtype(GraphType type, GraphType of) => (type, of) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.OfType, b.OfType),
        (NonNullType a, _) => IsSubtype(a.OfType, of),
        (ListType a, ListType b) => IsSubtype(a.OfType, b.OfType),
        (FieldsType a, InterfaceType b) => a == b || a.Interfaces.Contains(b),
        (ObjectType a, UnionType b) => b.Types.Contains(a),
        _ => type == of,
    };
}
