namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Connects interfaces and unions with the types that belong to them, by the C# types behind them.</summary>
internal static class AbstractTypes
{
    /// <summary>Completes the interfaces that types implement and the members of unions; what a convention gave stays in front.</summary>
    public static void Connect(IReadOnlyList<NamedType> types)
    {
        foreach (var type in types.OfType<FieldsType>())
            foreach (var contract in types.OfType<InterfaceType>())
                if (contract != type && Fits(contract, type) && !type.Interfaces.Contains(contract))
                    type.Interfaces.Add(contract);
        foreach (var union in types.OfType<UnionType>())
            foreach (var member in types.OfType<ObjectType>())
                if (Fits(union, member) && !union.Types.Contains(member))
                    union.Types.Add(member);
    }

    private static bool Fits(NamedType general, NamedType special) =>
        general.ClrType is { } target && special.ClrType is { } source && target.IsAssignableFrom(source);
}
