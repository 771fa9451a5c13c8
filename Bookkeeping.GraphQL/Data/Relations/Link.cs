namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>A row and the key of a parent it belongs to.</summary>
/// <typeparam name="TChild">The class of the row.</typeparam>
/// <typeparam name="TKey">The type of the key.</typeparam>
internal sealed class Link<TChild, TKey>
{
    /// <summary>The parent's key.</summary>
    public required TKey Parent { get; init; }

    /// <summary>The row.</summary>
    public required TChild Child { get; init; }
}
