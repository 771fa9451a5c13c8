using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>A field's type laid out by levels: each list, outermost first, then the item.</summary>
internal sealed class FieldShape
{
    private readonly bool[] nonNull;

    /// <summary>Lays out a type.</summary>
    public FieldShape(GraphType type)
    {
        var levels = new List<bool>();
        while (true)
        {
            levels.Add(type.IsNonNull);
            if (type.Nullable is not ListType list) break;
            type = list.OfType;
        }

        nonNull = [.. levels];
        Named = type.Named;
    }

    /// <summary>The number of lists around the item; the item's own level.</summary>
    public int ListDepth => nonNull.Length - 1;

    /// <summary>The item's type.</summary>
    public NamedType Named { get; }

    /// <summary>Whether null is refused at a level.</summary>
    public bool IsNonNull(int level) => nonNull[level];
}
