namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>The items of one list among the items of all lists of a column; a negative count is the null in its place.</summary>
internal readonly record struct ResultRange(int Start, int Count)
{
    /// <summary>Whether the list is null.</summary>
    public bool IsNull => Count < 0;

    /// <summary>Null at a place among other lists.</summary>
    public static ResultRange NullAt(int start) => new(start, -1);
}

/// <summary>One object of the answer: a row of a block. The default is null.</summary>
internal readonly record struct ObjectRef(ResultBlock? Block, int Row);
