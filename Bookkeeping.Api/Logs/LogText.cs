namespace Bookkeeping.Api.Logs;

/// <summary>Full-text search of log entries.</summary>
internal static class LogText
{
    /// <summary>Whether the title or the text of an entry holds a phrase: the same words in the same order, in any case.</summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="phrase">Words; what stands between them does not matter. Never read as query syntax. Without any word, nothing matches.</param>
    /// <exception cref="InvalidOperationException">Called in memory: only the database has the index.</exception>
    public static bool Matches(int number, string phrase) =>
        throw new InvalidOperationException("Only a query can search the text of log entries.");
}
