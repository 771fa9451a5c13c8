using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bookkeeping.GraphQL.Execution.Caching;

/// <summary>Keeps the values in use, within a number of entries and a total weight. Safe for concurrent use.</summary>
/// <remarks>Evicts by second chance: an entry that was used since the hand last passed stays. It approximates least recently used,
/// and a hit takes no lock.</remarks>
internal sealed class BoundedCache<TKey, TValue>(int maxCount, long maxWeight, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = new(comparer);
    private readonly Queue<Entry> hand = new();
    private readonly Lock adding = new();
    private long weight;

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>The total weight of the entries.</summary>
    public long Weight => Interlocked.Read(ref weight);

    /// <summary>The value of a key, if it is kept.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            value = default;
            return false;
        }

        // Written only when it changes, so that hits do not fight over the cache line.
        if (!entry.WasUsed) entry.WasUsed = true;
        value = entry.Value;
        return true;
    }

    /// <summary>Keeps a value, unless the key has one already or the value alone outweighs the cache.</summary>
    public void Add(TKey key, TValue value, long valueWeight)
    {
        if (valueWeight > maxWeight || maxCount == 0) return;
        lock (adding)
        {
            if (entries.ContainsKey(key)) return;
            while (hand.Count >= maxCount || weight + valueWeight > maxWeight) EvictOne();
            var entry = new Entry(key, value, valueWeight);
            entries[key] = entry;
            hand.Enqueue(entry);
            weight += valueWeight;
        }
    }

    private void EvictOne()
    {
        while (true)
        {
            var entry = hand.Dequeue();
            if (entry.WasUsed)
            {
                entry.WasUsed = false;
                hand.Enqueue(entry);
                continue;
            }

            entries.TryRemove(entry.Key, out _);
            weight -= entry.Weight;
            return;
        }
    }

    private sealed class Entry(TKey key, TValue value, long weight)
    {
        public TKey Key { get; } = key;

        public TValue Value { get; } = value;

        public long Weight { get; } = weight;

        public volatile bool WasUsed;
    }
}
