namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>The keys by which the parents of a batch are related to other rows.</summary>
/// <typeparam name="TKey">The type of a key.</typeparam>
/// <param name="parents">The parents; the same one may stand several times.</param>
/// <param name="keyOf">Reads a parent's key; null when it has no relation.</param>
internal sealed class ParentKeys<TKey>(IReadOnlyList<object> parents, Func<object, object?> keyOf)
    where TKey : notnull
{
    /// <summary>The keys, each once.</summary>
    public List<TKey> Distinct { get; } = [.. parents.Select(keyOf).OfType<TKey>().Distinct()];

    /// <summary>What belongs to each parent, in their order.</summary>
    /// <param name="byKey">What belongs to a key.</param>
    /// <param name="missing">What belongs to a parent without key, and to a key that has nothing.</param>
    public object?[] Spread<TValue>(IReadOnlyDictionary<TKey, TValue> byKey, TValue missing)
    {
        var values = new object?[parents.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = keyOf(parents[i]) is TKey key ? byKey.GetValueOrDefault(key, missing) : missing;
        return values;
    }
}
