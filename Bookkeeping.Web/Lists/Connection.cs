namespace Bookkeeping.Web.Lists;

/// <summary>A page of a connection.</summary>
/// <param name="Nodes">The rows.</param>
/// <param name="PageInfo">Where the page stands.</param>
/// <param name="TotalCount">All rows that match; 0 when the operation does not ask.</param>
public sealed record Connection<T>(IReadOnlyList<T> Nodes, PageInfo? PageInfo = null, int TotalCount = 0)
{
    /// <summary>The rows; none where the graph could not read them, which its errors tell.</summary>
    public IReadOnlyList<T> Nodes { get; } = Nodes ?? [];
}

/// <summary>Where a page stands in its list.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor) : Graph.IPagePlace;
