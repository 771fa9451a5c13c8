namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>Finds where in the answer something stands.</summary>
internal static class ResultPath
{
    /// <summary>The path of a slot from the root of the answer, and the row at the root of its tree that it belongs to.</summary>
    public static (List<object> Path, int RootRow) Of(ResultColumn column, int level, int slot)
    {
        var path = new List<object>();
        var row = AddColumn(path, column, level, slot);
        var root = AddRow(path, column.Block, row);
        path.Reverse();
        return (path, root);
    }

    /// <summary>The path of an object from the root of the answer.</summary>
    public static List<object> Of(ResultBlock block, int row)
    {
        var path = new List<object>();
        AddRow(path, block, row);
        path.Reverse();
        return path;
    }

    /// <summary>The row at the root of its tree that an object belongs to.</summary>
    public static int RootRowOf(ResultBlock block, int row) => AddRow(null, block, row);

    /// <summary>The object that holds another; at the root of a part, the same object in the part before it. Null at the root of the answer.</summary>
    public static ObjectRef ObjectAbove(ResultBlock block, int row) =>
        block.Parent is { } column ? new ObjectRef(column.Block, AddColumn(null, column, column.Lists.Length, block.ParentSlotOf(row)))
        : block.Origin is { } origin ? new ObjectRef(origin.Block, origin.Rows[row])
        : default;

    // The way goes up, so the path is gathered from its end.
    private static int AddRow(List<object>? path, ResultBlock block, int row)
    {
        int? rootRow = null;
        while (true)
        {
            while (block.Parent is { } column) (block, row) = (column.Block, AddColumn(path, column, column.Lists.Length, block.ParentSlotOf(row)));
            rootRow ??= row;
            if (path is null || block.Origin is not { } origin) return rootRow.Value;
            (block, row) = (origin.Block, origin.Rows[row]);
        }
    }

    private static int AddColumn(List<object>? path, ResultColumn column, int level, int slot)
    {
        for (; level > 0; level--)
        {
            var owner = column.OwnerOf(level - 1, slot);
            var index = slot - column.Lists[level - 1][owner].Start;
            path?.Add(level == 1 && column.Block.Origin?.FirstItems is { } first ? index + first[owner] : index);
            slot = owner;
        }

        path?.Add(column.Selection.ResponseName);
        return slot;
    }
}
