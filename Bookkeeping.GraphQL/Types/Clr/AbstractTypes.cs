namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Connects interfaces and unions with the types that belong to them, by the C# types behind them.</summary>
internal static class AbstractTypes
{
    /// <summary>Completes the interfaces that types implement and the members of unions, by name; what a convention gave stays first.</summary>
    public static void Connect(IReadOnlyList<NamedType> types)
    {
        foreach (var type in types.OfType<FieldsType>())
            foreach (var contract in ByName<InterfaceType>(types))
                if (contract != type && Fits(contract, type) && !type.Interfaces.Contains(contract))
                    type.Interfaces.Add(contract);
        foreach (var union in types.OfType<UnionType>())
            foreach (var member in ByName<ObjectType>(types))
                if (Fits(union, member) && !union.Types.Contains(member))
                    union.Types.Add(member);
    }

    // The order must not depend on which field led to a type first.
    private static IEnumerable<T> ByName<T>(IEnumerable<NamedType> types)
        where T : NamedType => types.OfType<T>().OrderBy(t => t.Name, StringComparer.Ordinal);

    private static bool Fits(NamedType general, NamedType special) =>
        general.ClrType is { } target && special.ClrType is { } source && target.IsAssignableFrom(source);
}
