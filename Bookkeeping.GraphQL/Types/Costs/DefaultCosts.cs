namespace Bookkeeping.GraphQL.Types.Costs;

/// <summary>Gives fields that fetch or compute their values the weight of that, unless they have one.</summary>
internal static class DefaultCosts
{
    /// <summary>Marks the fields of object types.</summary>
    public static void Apply(IEnumerable<NamedType> types)
    {
        foreach (var field in types.OfType<ObjectType>().SelectMany(type => type.Fields))
            if (field.Resolver is BatchResolver { IsPure: false } && Weight.Declared(field.AppliedDirectives) is null)
                field.AppliedDirectives.Add(Weight.Directive(Weight.Usual));
    }
}
