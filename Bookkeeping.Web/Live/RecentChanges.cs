namespace Bookkeeping.Web.Live;

/// <summary>The last changes of the journal, which all screens read, each at its own pace: what waits for a screen costs nothing, however slow it is. Safe for concurrent use.</summary>
/// <param name="capacity">How many are remembered; at least 1.</param>
internal sealed class RecentChanges(int capacity)
{
    private readonly (string Cursor, LiveChange Change)[] ring = new (string, LiveChange)[capacity];
    private readonly Dictionary<string, long> numbers = [];
    private readonly Lock gate = new();
    private long first;
    private long next;
    private long beginnings;
    private string? start;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How far the journal was read; null until it was.</summary>
    public string? Cursor
    {
        get
        {
            lock (gate) return next > first ? ring[(next - 1) % capacity].Cursor : start;
        }
    }

    /// <summary>How many changes came so far, beginnings counted too.</summary>
    public long Position
    {
        get
        {
            lock (gate) return next + beginnings;
        }
    }

    /// <summary>Whether something of an interest came behind a position, or may have: a beginning joins nothing, and the oldest changes are forgotten.</summary>
    public bool HasSince(long position, LiveInterest interest)
    {
        lock (gate)
        {
            var from = position - beginnings;
            if (from < first) return true;
            for (var i = from; i < next; i++)
                if (interest.Has(ring[i % capacity].Change)) return true;
            return false;
        }
    }

    /// <summary>Begins anew behind a cursor: what was read before is not joined to what comes.</summary>
    public void Begin(string cursor)
    {
        lock (gate)
        {
            numbers.Clear();
            (first, start) = (next, cursor);
            beginnings++;
            Wake();
        }
    }

    /// <summary>Adds the next change of the journal.</summary>
    /// <param name="cursor">The cursor behind it.</param>
    /// <param name="change">The change.</param>
    public void Add(string cursor, LiveChange change)
    {
        lock (gate)
        {
            if (next - first == capacity)
            {
                start = ring[first % capacity].Cursor;
                if (numbers.TryGetValue(start, out var oldest) && oldest == first) numbers.Remove(start);
                first++;
            }

            ring[next % capacity] = (cursor, change);
            numbers[cursor] = next++;
            Wake();
        }
    }

    /// <summary>What came behind a cursor.</summary>
    /// <returns>The changes, and the cursor to go on from; no changes at all (null) when the cursor is not known any more, so that anything may have changed.</returns>
    public (IReadOnlyList<LiveChange>? Changes, string? Cursor) After(string? cursor)
    {
        lock (gate)
        {
            var here = next > first ? ring[(next - 1) % capacity].Cursor : start;
            if (cursor is null || (cursor != start && !numbers.ContainsKey(cursor))) return (null, here);
            var from = cursor == start && !numbers.ContainsKey(cursor) ? first : numbers[cursor] + 1;
            var changes = new LiveChange[next - from];
            for (var i = 0; i < changes.Length; i++) changes[i] = ring[(from + i) % capacity].Change;
            return (changes, here);
        }
    }

    /// <summary>Ends as soon as something came behind a cursor.</summary>
    public Task WhenMoreThanAsync(string? cursor)
    {
        lock (gate)
        {
            var here = next > first ? ring[(next - 1) % capacity].Cursor : start;
            return here == cursor ? changed.Task : Task.CompletedTask;
        }
    }

    private void Wake()
    {
        changed.SetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
