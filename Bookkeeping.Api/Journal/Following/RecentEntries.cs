namespace Bookkeeping.Api.Journal.Following;

/// <summary>The journal's last entries in memory, bounded. Positions have no gaps. Not safe for concurrent use.</summary>
internal sealed class RecentEntries(JournalOptions options)
{
    private readonly List<JournalEntry> entries = [];
    private long length;

    /// <summary>Adds entries that follow those there are, and drops the oldest beyond the limits.</summary>
    public void Add(IReadOnlyCollection<JournalEntry> next)
    {
        entries.AddRange(next);
        length += next.Sum(entry => (long)entry.ChangesJson.Length);
        var dropped = 0;
        while (dropped < entries.Count && (entries.Count - dropped > options.RecentEntries || length > options.RecentLength)) length -= entries[dropped++].ChangesJson.Length;
        entries.RemoveRange(0, dropped);
    }

    /// <summary>The entries behind a position and up to another; null when they are not all there.</summary>
    public IReadOnlyList<JournalEntry>? Find(long from, long until) =>
        entries.Count > 0 && entries[0].Position <= from + 1 && entries[^1].Position >= until
            ? entries.GetRange((int)(from + 1 - entries[0].Position), (int)(until - from))
            : null;

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        entries.Clear();
        length = 0;
    }
}
