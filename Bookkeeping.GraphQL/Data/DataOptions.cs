namespace Bookkeeping.GraphQL.Data;

/// <summary>The limits of what one field may ask of the database.</summary>
public sealed record DataOptions
{
    /// <summary>The configuration section that programs bind the options from.</summary>
    public const string SectionName = "GraphQL:Data";

    /// <summary>Items on a page when neither <c>first</c> nor <c>last</c> is given.</summary>
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>Most items that a page may be asked for.</summary>
    public int MaxPageSize { get; init; } = 1000;

    /// <summary>Most items that a list without pages may hold, over all parents of one field together.</summary>
    public int MaxListItems { get; init; } = 100_000;

    /// <summary>Most values in one <c>in</c> or <c>nin</c>.</summary>
    public int MaxInList { get; init; } = 1000;

    /// <summary>Most ids that <c>nodes</c> takes.</summary>
    public int MaxNodeIds { get; init; } = 50;

    /// <summary>How deep filter objects may be nested in one <c>where</c>.</summary>
    public int MaxFilterDepth { get; init; } = 12;

    /// <summary>Most conditions in one <c>where</c>; every field and operator given counts.</summary>
    public int MaxFilterNodes { get; init; } = 500;

    /// <summary>Most characters in a text that a filter compares with.</summary>
    public int MaxFilterText { get; init; } = 4000;

    /// <summary>Most items in one <c>order</c>.</summary>
    public int MaxOrderFields { get; init; } = 8;

    /// <summary>How many statements are kept as EF Core wrote them, for all fields together; 2,000 unless told otherwise.</summary>
    public int StatementCacheCount { get; init; } = 2_000;

    /// <summary>Most characters in a cursor.</summary>
    public int MaxCursorLength { get; init; } = 4096;
}
