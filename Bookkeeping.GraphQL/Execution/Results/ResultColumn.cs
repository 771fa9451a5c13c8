using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Planning;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>The completed values of one field for all rows of a block: its lists level by level, then its items.</summary>
/// <remarks>A slot is a place at a level: at level 0 the row, at level n an item of the lists of level n - 1.</remarks>
internal sealed class ResultColumn(ResultBlock block, Selection selection)
{
    /// <summary>The block.</summary>
    public ResultBlock Block { get; } = block;

    /// <summary>The field.</summary>
    public Selection Selection { get; } = selection;

    /// <summary>The lists of each level, outermost first; empty for a field that is no list.</summary>
    public ResultRange[][] Lists { get; } = selection.Shape.ListDepth == 0 ? [] : new ResultRange[selection.Shape.ListDepth][];

    /// <summary>The items of a leaf type, prepared for writing; null for objects.</summary>
    public object?[]? Leaves { get; set; }

    /// <summary>The items that are objects; null for a leaf.</summary>
    public ObjectRef[]? Objects { get; set; }

    /// <summary>The slot of the list that holds a slot of the level below it.</summary>
    public int OwnerOf(int listLevel, int slot)
    {
        // Starts never decrease; of equal ones only the last can hold items.
        var lists = Lists[listLevel];
        int low = 0, high = lists.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lists[middle].Start <= slot) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Whether the slot itself holds null.</summary>
    public bool IsNull(int level, int slot) =>
        level < Lists.Length ? Lists[level][slot].IsNull
        : Leaves is not null ? Leaves[slot] is null
        : Objects![slot].Block is null;

    /// <summary>Replaces what a slot holds by null.</summary>
    public void SetNull(int level, int slot)
    {
        if (level < Lists.Length) Lists[level][slot] = ResultRange.NullAt(Lists[level][slot].Start);
        else if (Leaves is not null) Leaves[slot] = null;
        else Objects![slot] = default;
    }

    /// <summary>Writes a slot.</summary>
    public void Write(Utf8JsonWriter writer, int level, int slot)
    {
        if (level < Lists.Length) WriteList(writer, level, Lists[level][slot]);
        else if (Leaves is not null) WriteLeaf(writer, Leaves[slot]);
        else ResultWriter.WriteObject(writer, Objects![slot]);
    }

    /// <summary>Writes the items of a list that is not null.</summary>
    public void WriteItems(Utf8JsonWriter writer, int row) => WriteList(writer, 0, Lists[0][row]);

    private void WriteList(Utf8JsonWriter writer, int level, ResultRange list)
    {
        if (list.IsNull)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < list.Count; i++) Write(writer, level + 1, list.Start + i);
        writer.WriteEndArray();
    }

    private void WriteLeaf(Utf8JsonWriter writer, object? prepared)
    {
        if (prepared is null) writer.WriteNullValue();
        else Selection.Leaf!.Write(writer, prepared);
    }
}
