using System.Collections;

namespace Bookkeeping.Client.Json;

/// <summary>A list that equals another with equal items, so that records of answers are compared by what they say.</summary>
internal sealed class ValueList<T>(T[] items) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IReadOnlyList<T> other && items.SequenceEqual(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }
}
