using System.Collections;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The parents of a step, seen as their C# type.</summary>
internal sealed class ParentList<T>(IReadOnlyList<object> parents) : IReadOnlyList<T>
{
    public int Count => parents.Count;

    public T this[int index] => (T)parents[index];

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var parent in parents) yield return (T)parent;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
