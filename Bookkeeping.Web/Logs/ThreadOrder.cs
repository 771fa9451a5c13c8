namespace Bookkeeping.Web.Logs;

/// <summary>Puts a thread's entries in reading order: each under what it answers, oldest first.</summary>
internal static class ThreadOrder
{
    /// <summary>The entries with their depth; an entry whose parent is not among them stands at the top.</summary>
    /// <param name="thread">The entries, in any order.</param>
    /// <param name="numberOf">An entry's number; later entries have greater ones.</param>
    /// <param name="parentOf">The number of what an entry answers; null when it opened the thread.</param>
    public static IReadOnlyList<(T Post, int Depth)> Of<T>(IReadOnlyList<T> thread, Func<T, int> numberOf, Func<T, int?> parentOf)
    {
        var known = thread.Select(numberOf).ToHashSet();
        var replies = thread.ToLookup(post => parentOf(post) is { } parent && parent != numberOf(post) && known.Contains(parent) ? parent : 0);
        var ordered = new List<(T, int)>(thread.Count);
        var open = new Stack<(T Post, int Depth)>(replies[0].OrderByDescending(numberOf).Select(post => (post, 0)));
        while (open.TryPop(out var next))
        {
            ordered.Add(next);
            foreach (var reply in replies[numberOf(next.Post)].OrderByDescending(numberOf)) open.Push((reply, next.Depth + 1));
        }

        return ordered;
    }
}
