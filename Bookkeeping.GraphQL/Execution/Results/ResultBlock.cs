using Bookkeeping.GraphQL.Execution.Planning;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>All objects of one type that one step gave: a table with a row for each object and a column for each selected field.</summary>
/// <remarks>The answer is kept by columns, for that is how steps give it; nothing is allocated for a single object or field.</remarks>
internal sealed class ResultBlock(SelectionSet set, ResultColumn? parent, int capacity)
{
    private object[] sources = new object[capacity];
    private int[] parentSlots = new int[capacity];
    private int count;

    /// <summary>The fields selected.</summary>
    public SelectionSet Set { get; } = set;

    /// <summary>The column whose items these objects are; null at the root of the answer or of a part of it.</summary>
    public ResultColumn? Parent { get; } = parent;

    /// <summary>Where the objects stand in an earlier part of the answer; null for all but those at the root of a later one.</summary>
    public PartOrigin? Origin { get; init; }

    /// <summary>The C# object behind each row.</summary>
    public object[] Sources => sources;

    /// <summary>The columns in the order of the selections; null where the value is written straight from the source.</summary>
    public ResultColumn?[] Columns { get; } = new ResultColumn?[set.Selections.Length];

    /// <summary>The root of an answer, or of as many as there are objects.</summary>
    public static ResultBlock RootOf(SelectionSet set, params IReadOnlyList<object> sources)
    {
        var root = new ResultBlock(set, parent: null, sources.Count);
        foreach (var source in sources) root.Add(source, parentSlot: 0);
        return root;
    }

    /// <summary>The root of a part of an answer: some objects of an earlier part.</summary>
    public static ResultBlock PartOf(SelectionSet set, PartOrigin origin)
    {
        var root = new ResultBlock(set, parent: null, origin.Rows.Length) { Origin = origin };
        foreach (var row in origin.Rows) root.Add(origin.Block.Sources[row], parentSlot: 0);
        return root;
    }

    /// <summary>The item of the parent column that a row is.</summary>
    public int ParentSlotOf(int row) => parentSlots[row];

    /// <summary>Adds an object, while there is room, and gives its row.</summary>
    public int Add(object source, int parentSlot)
    {
        sources[count] = source;
        parentSlots[count] = parentSlot;
        return count++;
    }

    /// <summary>Ends the adding.</summary>
    public ResultBlock Close()
    {
        Array.Resize(ref sources, count);
        Array.Resize(ref parentSlots, count);
        return this;
    }
}
