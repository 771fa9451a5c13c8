using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>The answer, or a part of it, while it grows: the objects at its root, the errors, and the rule by which an error nulls its place.</summary>
/// <remarks>Source: GraphQL, September 2025, "Handling Execution Errors".</remarks>
internal sealed class ResultTree(ResultBlock root, AnswerLimits limits)
{
    private ResultErrors?[]? errors;
    private bool[]? nulled;

    /// <summary>The objects at the root: one for an answer, any number for a part of one.</summary>
    public ResultBlock Root { get; } = root;

    /// <summary>How many objects and lists were nulled by errors below them; while it stands still, the rows that live are the same.</summary>
    public int NulledPlaces { get; private set; }

    /// <summary>Whether an error reached an object at the root.</summary>
    public bool IsNulled(int row) => nulled is not null && nulled[row];

    /// <summary>The errors of an object at the root and of what is below it, in the order they were found.</summary>
    public IReadOnlyList<GraphQLError> ErrorsOf(int row) => errors?[row]?.All ?? [];

    /// <inheritdoc cref="AnswerLimits.Reserve"/>
    public GraphQLError? Reserve(int count) => limits.Reserve(count);

    /// <summary>Puts an error in the place of a slot. A place that an earlier error nulled keeps that one error.</summary>
    public void Fail(ResultColumn column, int level, int slot, GraphQLError error)
    {
        if (!IsAlive(column, level, slot)) return;
        var (path, row) = ResultPath.Of(column, level, slot);
        errors ??= new ResultErrors?[Root.Sources.Length];
        (errors[row] ??= new ResultErrors(limits)).Add(error with
        {
            Path = path,
            Locations = error.Locations.Count > 0 ? error.Locations : [.. column.Selection.Nodes.Select(n => n.Span.Location)],
        });
        NullOut(column, level, slot);
    }

    /// <summary>Whether a row is still part of the answer.</summary>
    public bool IsAlive(ResultBlock block, int row)
    {
        if (NulledPlaces == 0) return true;
        if (block.Parent is not { } column) return !IsNulled(row);
        var slot = block.ParentSlotOf(row);
        return column.Objects![slot].Block == block && IsAlive(column, column.Lists.Length, slot);
    }

    /// <summary>The rows of a block that are still part of the answer; null for all of them.</summary>
    public int[]? LiveRows(ResultBlock block)
    {
        if (NulledPlaces == 0) return null;
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
            NulledPlaces++;
            if (level > 0)
            {
                slot = column.OwnerOf(--level, slot);
                continue;
            }

            if (column.Block.Parent is not { } parent)
            {
                (nulled ??= new bool[Root.Sources.Length])[slot] = true;
                return;
            }

            slot = column.Block.ParentSlotOf(slot);
            column = parent;
            level = parent.Lists.Length;
        }

        column.SetNull(level, slot);
    }
}
