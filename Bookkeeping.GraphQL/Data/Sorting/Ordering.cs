using Bookkeeping.GraphQL.Data.Model;

namespace Bookkeeping.GraphQL.Data.Sorting;

/// <summary>A total order of an entity's rows: it ends with the primary key, so no two rows are equal in it.</summary>
/// <param name="Keys">What the rows are sorted by, the first first.</param>
internal sealed record Ordering(IReadOnlyList<OrderKey> Keys)
{
    /// <summary>What tells it from other orders of the same rows.</summary>
    public string Name => field ??= string.Join('|', Keys.Select(key => key.Name));

    /// <summary>The order by some keys, then by the primary key, in the last key's direction: so an index on both serves either direction.</summary>
    /// <param name="entity">Whose rows are sorted.</param>
    /// <param name="keys">What was asked for; of two keys with the same value the first counts.</param>
    public static Ordering Of(Entity entity, IReadOnlyList<OrderKey> keys)
    {
        var isDescending = keys.Count > 0 && keys[^1].IsDescending;
        var all = new List<OrderKey>();
        foreach (var key in keys.Concat(entity.Key.Select(column => new OrderKey([], column, isDescending))))
        {
            if (all.Exists(key.HasSameValueAs)) continue;
            all.Add(key);
            // Nothing can be sorted further behind a key that is unique.
            if (key.Path.Count == 0 && key.Member == entity.SingleKey) break;
        }
        return new Ordering(all);
    }

    /// <summary>The opposite order.</summary>
    public Ordering Reversed() => new([.. Keys.Select(key => key with { IsDescending = !key.IsDescending })]);
}
