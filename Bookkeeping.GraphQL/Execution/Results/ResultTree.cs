using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>The answer while it grows: the root object, the errors, and the rule by which an error nulls its place.</summary>
/// <remarks>Source: GraphQL, September 2025, "Handling Execution Errors".</remarks>
internal sealed class ResultTree(SelectionSet set, object rootSource, RequestExecutorOptions options)
{
    private readonly List<GraphQLError> errors = [];
    private int leftOut;
    private int objects;

    /// <summary>The root object; its block has one row.</summary>
    public ResultBlock Root { get; } = RootOf(set, rootSource);

    /// <summary>Whether an error reached the root, so that <c>data</c> is null.</summary>
    public bool IsDataNull { get; private set; }

    /// <summary>How many objects were nulled by errors below them; while it stands still, the rows that live are the same.</summary>
    public int NulledObjects { get; private set; }

    /// <summary>The errors in the order they were found, with a note at the end when some had to be left out.</summary>
    public IReadOnlyList<GraphQLError> Errors => leftOut == 0
        ? errors
        : [.. errors, new GraphQLError($"{leftOut} more errors are left out; an answer lists {options.MaxErrors} at most.") { Code = ErrorCodes.TooManyErrors }];

    /// <summary>Counts objects that a field is about to add.</summary>
    /// <returns>Null; or why the answer cannot take them, and then they are not counted.</returns>
    public GraphQLError? Reserve(int count)
    {
        if (objects + count > options.MaxObjects)
            return new GraphQLError($"The answer would have more than {options.MaxObjects} objects. Ask for smaller pages or fewer relations.") { Code = ErrorCodes.OperationTooLarge };
        objects += count;
        return null;
    }

    /// <summary>Puts an error in the place of a slot. A place that an earlier error nulled keeps that one error.</summary>
    public void Fail(ResultColumn column, int level, int slot, GraphQLError error)
    {
        if (!IsAlive(column, level, slot)) return;
        if (errors.Count < options.MaxErrors) errors.Add(Placed(error, column, level, slot));
        else leftOut++;
        NullOut(column, level, slot);
    }

    /// <summary>Whether a row is still part of the answer.</summary>
    public bool IsAlive(ResultBlock block, int row)
    {
        if (NulledObjects == 0) return true;
        if (block.Parent is not { } column) return !IsDataNull;
        var slot = block.ParentSlotOf(row);
        return column.Objects![slot].Block == block && IsAlive(column, column.Lists.Length, slot);
    }

    /// <summary>The rows of a block that are still part of the answer; null for all of them.</summary>
    public int[]? LiveRows(ResultBlock block)
    {
        if (NulledObjects == 0) return null;
        var rows = Enumerable.Range(0, block.Sources.Length).Where(row => IsAlive(block, row)).ToArray();
        return rows.Length == block.Sources.Length ? null : rows;
    }

    private bool IsAlive(ResultColumn column, int level, int slot)
    {
        for (; level > 0; level--)
        {
            slot = column.OwnerOf(level - 1, slot);
            if (column.IsNull(level - 1, slot)) return false;
        }

        return IsAlive(column.Block, slot);
    }

    private void NullOut(ResultColumn column, int level, int slot)
    {
        while (column.Selection.Shape.IsNonNull(level))
        {
            if (level > 0)
            {
                slot = column.OwnerOf(--level, slot);
                continue;
            }

            NulledObjects++;
            if (column.Block.Parent is not { } parent)
            {
                IsDataNull = true;
                return;
            }

            slot = column.Block.ParentSlotOf(slot);
            column = parent;
            level = parent.Lists.Length;
        }

        column.SetNull(level, slot);
    }

    private static ResultBlock RootOf(SelectionSet set, object source)
    {
        var root = new ResultBlock(set, parent: null, capacity: 1);
        root.Add(source, parentSlot: 0);
        return root;
    }

    private static GraphQLError Placed(GraphQLError error, ResultColumn column, int level, int slot) => error with
    {
        Path = PathOf(column, level, slot),
        Locations = error.Locations.Count > 0 ? error.Locations : [.. column.Selection.Nodes.Select(n => n.Span.Location)],
    };

    private static List<object> PathOf(ResultColumn column, int level, int slot)
    {
        var path = new List<object>();
        for (ResultColumn? current = column; current is not null; current = current.Block.Parent, level = current?.Lists.Length ?? 0)
        {
            for (; level > 0; level--)
            {
                var owner = current.OwnerOf(level - 1, slot);
                path.Add(slot - current.Lists[level - 1][owner].Start);
                slot = owner;
            }

            path.Add(current.Selection.ResponseName);
            slot = current.Block.Parent is null ? 0 : current.Block.ParentSlotOf(slot);
        }

        path.Reverse();
        return path;
    }
}
