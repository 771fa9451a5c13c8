using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>Turns the values that a step gave into a column of the answer: opens lists, checks leaves, puts objects into blocks.</summary>
/// <param name="context">The schema, and what words the faults.</param>
/// <param name="tree">Takes the faults.</param>
/// <param name="pending">Takes the blocks made, whose fields are to be run.</param>
/// <param name="parts">Takes the items that are answered later; null when the plan streams no list.</param>
/// <remarks>Source: GraphQL, September 2025, "Value Completion".</remarks>
internal sealed class ColumnCompletion(RunContext context, ResultTree tree, Queue<ResultBlock> pending, PartCollector? parts)
{
    private readonly List<Fault> faults = [];

    /// <summary>Completes a field for all rows of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="index">Which of its selections.</param>
    /// <param name="values">A value for each row, a <see cref="FieldFault"/> for one that failed; becomes part of the result.</param>
    public void Complete(ResultBlock block, int index, object?[] values)
    {
        var selection = block.Set.Selections[index];
        var column = new ResultColumn(block, selection);
        var count = values.Length;
        if (selection.Stream is { } stream) values = CutLists(column, stream, values);
        for (var level = 0; level < column.Lists.Length; level++) (values, count) = OpenLists(column, level, values, count);
        if (selection.Leaf is not null) PrepareLeaves(column, values, count);
        else if (tree.Reserve(count) is { } refusal) RefuseObjects(column, refusal);
        else PlaceObjects(column, values, count);

        block.Columns[index] = column;
        foreach (var fault in faults) tree.Fail(column, fault.Level, fault.Slot, fault.Error);
        faults.Clear();
    }

    // Every row gets the error in place of what it asked for, lists and all.
    private void RefuseObjects(ResultColumn column, GraphQLError refusal)
    {
        faults.Clear();
        column.Objects = [];
        var rows = column.Block.Sources.Length;
        if (column.Lists.Length == 0) column.Objects = new ObjectRef[rows];
        else column.Lists[0] = new ResultRange[rows];
        for (var row = 0; row < rows; row++)
        {
            column.SetNull(0, row);
            faults.Add(new Fault(0, row, refusal));
        }
    }

    /// <summary>Leaves of each list what is answered with the field, and keeps the others for later.</summary>
    private object?[] CutLists(ResultColumn column, StreamUsage stream, object?[] values)
    {
        var lists = new object?[values.Length];
        for (var row = 0; row < lists.Length; row++) lists[row] = values[row] is null or FieldFault ? values[row] : Cut(column, stream, row, values[row]!);
        return lists;
    }

    private object Cut(ResultColumn column, StreamUsage stream, int row, object list)
    {
        try
        {
            if (list is OpenList open)
            {
                parts!.Add(new CutList(column, row, open.First.Count, default, open.Rest));
                return open.First;
            }

            var items = new ItemBuffer(0);
            items.AddAll(list);
            var count = Math.Min(stream.InitialCount(context.Variables), items.Count);
            if (count < items.Count) parts!.Add(new CutList(column, row, count, items.Items.AsMemory(count, items.Count - count), null));
            return items.Items[..count];
        }
        catch (Exception e)
        {
            return new FieldFault(context.Scope.Errors.Of(e, column.Selection));
        }
    }

    private (object?[] Items, int Count) OpenLists(ResultColumn column, int level, object?[] values, int count)
    {
        var lists = column.Lists[level] = new ResultRange[count];
        var items = new ItemBuffer(count);
        for (var slot = 0; slot < count; slot++)
        {
            var start = items.Count;
            lists[slot] = IsPresent(column, level, slot, values[slot]) && TryAddAll(column, level, slot, values[slot]!, ref items)
                ? new ResultRange(start, items.Count - start)
                : ResultRange.NullAt(start);
        }

        return (items.Items, items.Count);
    }

    private bool TryAddAll(ResultColumn column, int level, int slot, object list, ref ItemBuffer items)
    {
        var start = items.Count;
        try
        {
            items.AddAll(list);
            return true;
        }
        catch (Exception e)
        {
            items.CutTo(start);
            faults.Add(new Fault(level, slot, context.Scope.Errors.Of(e, column.Selection)));
            return false;
        }
    }

    private void PrepareLeaves(ResultColumn column, object?[] values, int count)
    {
        var level = column.Lists.Length;
        column.Leaves = values;
        for (var slot = 0; slot < count; slot++)
            values[slot] = IsPresent(column, level, slot, values[slot]) ? PrepareLeaf(column, slot, values[slot]!) : null;
    }

    private object? PrepareLeaf(ResultColumn column, int slot, object value)
    {
        try
        {
            return column.Selection.Leaf!.Prepare(value);
        }
        catch (Exception e)
        {
            faults.Add(new Fault(column.Lists.Length, slot, context.Scope.Errors.Of(e, column.Selection)));
            return null;
        }
    }

    private void PlaceObjects(ResultColumn column, object?[] values, int count)
    {
        var level = column.Lists.Length;
        var objects = column.Objects = new ObjectRef[count];
        var blocks = new List<ResultBlock>(1);
        for (var slot = 0; slot < count; slot++)
        {
            if (!IsPresent(column, level, slot, values[slot]) || TypeOf(column, slot, values[slot]!) is not { } type) continue;
            var block = BlockOf(blocks, type) ?? Add(blocks, new ResultBlock(column.Selection.SetFor(type), column, count - slot));
            objects[slot] = new ObjectRef(block, block.Add(values[slot]!, slot));
        }

        foreach (var block in blocks) pending.Enqueue(block.Close());
    }

    // There are at most as many blocks as object types behind the field, nearly always one.
    private static ResultBlock? BlockOf(List<ResultBlock> blocks, ObjectType type)
    {
        foreach (var block in blocks)
            if (block.Set.Type == type) return block;
        return null;
    }

    private static ResultBlock Add(List<ResultBlock> blocks, ResultBlock block)
    {
        blocks.Add(block);
        return block;
    }

    private ObjectType? TypeOf(ResultColumn column, int slot, object value)
    {
        var named = column.Selection.Shape.Named;
        try
        {
            var type = named as ObjectType ?? context.Schema.AbstractTypeOf(named).Resolve(value);
            if (type?.ClrType?.IsInstanceOfType(value) == false) throw WrongClass(type, value);
            if (type is null) faults.Add(new Fault(column.Lists.Length, slot, Unresolved(named)));
            return type;
        }
        catch (Exception e)
        {
            faults.Add(new Fault(column.Lists.Length, slot, context.Scope.Errors.Of(e, column.Selection)));
            return null;
        }
    }

    private bool IsPresent(ResultColumn column, int level, int slot, object? value)
    {
        if (value is FieldFault fault) faults.Add(new Fault(level, slot, fault.Error));
        else if (value is null && column.Selection.Shape.IsNonNull(level)) faults.Add(new Fault(level, slot, Missing(column.Selection)));
        return value is not (null or FieldFault);
    }

    private static GraphQLError Missing(Selection selection) =>
        new($"`{selection.Coordinate}` is of type `{selection.Field.Type}` and gave null where it cannot.")
        {
            Code = ErrorCodes.NonNullViolation,
            Extensions = new Dictionary<string, object?> { ["coordinate"] = selection.Coordinate },
        };

    private static GraphQLError Unresolved(NamedType type) =>
        new($"The value is of none of the object types of `{type.Name}`.") { Code = ErrorCodes.AbstractTypeUnresolved };

    private static InvalidOperationException WrongClass(ObjectType type, object value) =>
        new($"A value of {type.Name} must be a {type.ClrType}, found {value.GetType()}.");

    private readonly record struct Fault(int Level, int Slot, GraphQLError Error);
}
