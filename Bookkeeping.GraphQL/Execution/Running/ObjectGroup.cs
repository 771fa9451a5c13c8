using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>Gathers the objects of one type while a column is completed.</summary>
internal sealed class ObjectGroup(int capacity)
{
    private object[] sources = new object[capacity];
    private int[] slots = new int[capacity];
    private int count;

    /// <summary>The block; null until <see cref="ToBlock"/>.</summary>
    public ResultBlock? Block { get; private set; }

    /// <summary>Adds an object and gives its row.</summary>
    public int Add(object source, int slot)
    {
        sources[count] = source;
        slots[count] = slot;
        return count++;
    }

    /// <summary>Ends the gathering.</summary>
    public ResultBlock ToBlock(SelectionSet set, ResultColumn parent)
    {
        Array.Resize(ref sources, count);
        Array.Resize(ref slots, count);
        return Block = new ResultBlock(set, sources, parent, slots);
    }
}
