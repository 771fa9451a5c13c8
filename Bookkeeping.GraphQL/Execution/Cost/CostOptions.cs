namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>How much one operation may cost, by the weights and list sizes of the schema. Counted before anything runs.</summary>
/// <remarks>The defaults are twenty times the largest page (<c>DataOptions.MaxPageSize</c>), as HotChocolate's 1,000 are for its pages of 50.
/// A schema whose clients read full pages with many relations needs more.</remarks>
public sealed record CostOptions
{
    /// <summary>The largest field cost, for what is fetched and computed; 20,000 unless told otherwise.</summary>
    public double MaxFieldCost { get; init; } = 20_000;

    /// <summary>The largest type cost, for the objects of the answer; 20,000 unless told otherwise.</summary>
    public double MaxTypeCost { get; init; } = 20_000;

    /// <summary>Whether an operation that costs more is refused; it is unless told otherwise. Where it is not, costs are still reported to who asks.</summary>
    public bool EnforceCostLimits { get; init; } = true;
}
