using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Logs;

internal static class LogEntryQueries
{
    /// <summary>Log entries, the newest first; replies are entries like any other.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<LogEntry> GetLogEntries([Service] BookkeepingDb db) => db.LogEntries;

    /// <summary>One log entry; null when there is none of this number.</summary>
    /// <param name="number">The entry's number.</param>
    [UseFirstOrDefault]
    public static IQueryable<LogEntry> GetLogEntry([Service] BookkeepingDb db, int number) => db.LogEntries.Where(e => e.Number == number);
}
