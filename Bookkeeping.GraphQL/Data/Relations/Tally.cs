namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>How many rows belong to a parent.</summary>
/// <typeparam name="TKey">The type of the parent's key.</typeparam>
internal sealed class Tally<TKey>
{
    /// <summary>The parent's key.</summary>
    public required TKey Key { get; init; }

    /// <summary>The number of rows; a parent that has none is not tallied.</summary>
    public required int Count { get; init; }
}
