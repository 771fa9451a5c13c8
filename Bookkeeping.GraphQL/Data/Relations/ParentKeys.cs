namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>The keys by which the parents of a batch are related to other rows.</summary>
/// <typeparam name="TKey">The type of a key.</typeparam>
internal sealed class ParentKeys<TKey>
    where TKey : notnull
{
    private readonly object?[] keys;

    /// <summary>Reads the keys.</summary>
    /// <param name="parents">The parents; the same one may stand several times.</param>
    /// <param name="keyOf">Reads a parent's key; null when it has no relation.</param>
    public ParentKeys(IReadOnlyList<object> parents, Func<object, object?> keyOf)
    {
        keys = new object?[parents.Count];
        var seen = new HashSet<TKey>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            if ((keys[i] = keyOf(parents[i])) is TKey key && seen.Add(key)) Distinct.Add(key);
    }

    /// <summary>The keys, each once.</summary>
    public List<TKey> Distinct { get; } = [];

    /// <summary>What belongs to each parent, in their order.</summary>
    /// <param name="byKey">What belongs to a key.</param>
    /// <param name="missing">What belongs to a parent without key, and to a key that has nothing.</param>
    public object?[] Spread<TValue>(IReadOnlyDictionary<TKey, TValue> byKey, TValue missing)
    {
        var values = new object?[keys.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = keys[i] is TKey key ? byKey.GetValueOrDefault(key, missing) : missing;
        return values;
    }
}
