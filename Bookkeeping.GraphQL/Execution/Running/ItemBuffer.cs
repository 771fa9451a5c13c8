using System.Collections;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>Gathers the items of all lists of a column, one behind the other.</summary>
internal struct ItemBuffer(int capacity)
{
    /// <summary>The items, and room for more.</summary>
    public object?[] Items { get; private set; } = new object?[capacity];

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Adds all items of a list.</summary>
    /// <exception cref="InvalidOperationException">The value is no list.</exception>
    public void AddAll(object list)
    {
        switch (list)
        {
            case string or not IEnumerable:
                throw new InvalidOperationException($"A list field gave a {list.GetType()}, which is no list.");
            case ICollection sized:
                Reserve(sized.Count);
                sized.CopyTo(Items, Count);
                Count += sized.Count;
                break;
            default:
                foreach (var item in (IEnumerable)list)
                {
                    Reserve(1);
                    Items[Count++] = item;
                }

                break;
        }
    }

    /// <summary>Forgets the items from a place on.</summary>
    public void CutTo(int count) => Count = count;

    private void Reserve(int more)
    {
        if (Count + more <= Items.Length) return;
        var grown = new object?[Math.Max(Count + more, 2 * Items.Length)];
        Array.Copy(Items, grown, Count);
        Items = grown;
    }
}
