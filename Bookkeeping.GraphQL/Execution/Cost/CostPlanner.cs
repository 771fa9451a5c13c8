using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>Prepares the cost of a plan, once for all requests that share it.</summary>
/// <remarks>Source: GraphQL Cost Directives Specification (IBM), "Static Query Analysis"; an interface or union costs what its most expensive type does.</remarks>
internal sealed class CostPlanner(Schema schema)
{
    /// <summary>The cost of the root fields and all below.</summary>
    /// <exception cref="RequestErrorException">A field needs exactly one of its slicing arguments, and it is clear already that it has not.</exception>
    public CostedSet Plan(SelectionSet set) => Plan(set, [], ItemCount.One);

    /// <param name="set">The fields.</param>
    /// <param name="sized">Those of them that hold the items of the field they stand below.</param>
    /// <param name="count">The number of these items.</param>
    private CostedSet Plan(SelectionSet set, IReadOnlyList<string> sized, ItemCount count)
    {
        var costed = new CostedSet(Weight.Of(set.Type));
        foreach (var selection in set.All)
            costed.Add(sized.Contains(selection.Field.Name) ? Plan(selection, count, [], ItemCount.One) : Plan(selection));
        return costed;
    }

    private CostedField Plan(Selection selection)
    {
        var size = ListSize.Of(selection.Field);
        var count = ItemCount.Of(size, selection.Nodes[0]);
        return size is { SizedFields.Count: > 0 } ? Plan(selection, ItemCount.One, size.SizedFields, count) : Plan(selection, count, [], ItemCount.One);
    }

    private CostedField Plan(Selection selection, ItemCount count, IReadOnlyList<string> sizedBelow, ItemCount countBelow)
    {
        var named = selection.Field.Type.Named;
        var own = Weight.Of(selection.Field) + ArgumentCost.Of(selection.Field, selection.Nodes[0]);
        if (!named.IsComposite) return new CostedField(own, Weight.Of(named), count, []);
        var types = schema.PossibleTypes(named);
        return new CostedField(own, item: 0, count, [.. types.Select(type => Plan(selection.SetFor(type), sizedBelow, countBelow))]);
    }
}
