using System.Collections.Concurrent;

namespace Bookkeeping.Api.Storage;

/// <summary>Keys of rows that were found stored and that nothing deletes, so that thousands of messages about the same run, detectors and machines do not
/// look for them again and again.</summary>
/// <remarks>A database that was replaced by an older one lacks some of them: a foreign key then refuses what is written, all is forgotten, and the
/// messages are carried out again (<see cref="DatabaseFaults.IsMissingReference"/>).</remarks>
internal sealed class KnownKeys
{
    /// <summary>How many keys are remembered, about 10 MB; before there are more, all are forgotten.</summary>
    public const int MaxKeys = 100_000;

    private readonly ConcurrentDictionary<(Type Entity, object Key), bool> keys = [];

    /// <summary>How many keys are remembered.</summary>
    public int Count => keys.Count;

    /// <summary>Those of some keys that are not remembered, each once.</summary>
    public List<TKey> Unknown<TEntity, TKey>(IEnumerable<TKey> wanted)
        where TKey : notnull => [.. wanted.Distinct().Where(key => !keys.ContainsKey((typeof(TEntity), key)))];

    /// <summary>Remembers keys of rows that were found. Rows just written are none: their transaction may be taken back.</summary>
    public void Remember<TEntity, TKey>(IEnumerable<TKey> found)
        where TKey : notnull
    {
        foreach (var key in found)
        {
            if (keys.Count >= MaxKeys) keys.Clear();
            keys[(typeof(TEntity), key)] = true;
        }
    }

    /// <summary>Forgets all keys.</summary>
    public void Forget() => keys.Clear();
}
