namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>A page of a list, as far as it was asked for.</summary>
internal sealed class Connection
{
    /// <summary>Where the page lies in the list.</summary>
    public required PageInfo PageInfo { get; init; }

    /// <summary>The items with their cursors; null when they were not asked for.</summary>
    public object[]? Edges { get; init; }

    /// <summary>The items; null when they were not asked for.</summary>
    public object[]? Nodes { get; init; }

    /// <summary>The number of items on all pages; 0 when it was not asked for.</summary>
    public int TotalCount { get; init; }
}

/// <summary>An item of a page.</summary>
internal sealed class Edge
{
    /// <summary>The item's place in the list; null when it was not asked for.</summary>
    public string? Cursor { get; init; }

    /// <summary>The item.</summary>
    public required object Node { get; init; }
}

/// <summary>Where a page lies in its list.</summary>
internal sealed class PageInfo
{
    /// <summary>Whether items follow.</summary>
    public bool HasNextPage { get; init; }

    /// <summary>Whether items come before.</summary>
    public bool HasPreviousPage { get; init; }

    /// <summary>The cursor of the first item; null on an empty page, or when it was not asked for.</summary>
    public string? StartCursor { get; init; }

    /// <summary>The cursor of the last item; null on an empty page, or when it was not asked for.</summary>
    public string? EndCursor { get; init; }
}
