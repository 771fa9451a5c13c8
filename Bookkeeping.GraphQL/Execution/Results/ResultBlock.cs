using Bookkeeping.GraphQL.Execution.Planning;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>All objects of one type that one step gave: a table with a row for each object and a column for each selected field.</summary>
/// <remarks>The answer is kept by columns, for that is how steps give it; nothing is allocated for a single object or field.</remarks>
internal sealed class ResultBlock(SelectionSet set, object[] sources, ResultColumn? parent, int[] parentSlots)
{
    /// <summary>The fields selected.</summary>
    public SelectionSet Set { get; } = set;

    /// <summary>The C# object behind each row.</summary>
    public object[] Sources { get; } = sources;

    /// <summary>The column whose items these objects are; null for the root.</summary>
    public ResultColumn? Parent { get; } = parent;

    /// <summary>The item of the parent column that each row is.</summary>
    public int[] ParentSlots { get; } = parentSlots;

    /// <summary>The columns in the order of the selections; null where the value is written straight from the source.</summary>
    public ResultColumn?[] Columns { get; } = new ResultColumn?[set.Selections.Length];
}
