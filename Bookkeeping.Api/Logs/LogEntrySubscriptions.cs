using System.Linq.Expressions;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Following;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Logs;

internal static class LogEntrySubscriptions
{
    // Entries are written and never changed.
    private static readonly SubjectFields<LogEntry, int> Fields = new()
    {
        Stored = new Dictionary<string, LambdaExpression>(),
        Untold = new Dictionary<string, string[]>(),
    };

    /// <summary>The log entries that are written, replies included.</summary>
    /// <param name="where">Which entries are told.</param>
    /// <param name="after">The `cursor` of the last message that was got, of this or another subscription, or a `journalCursor`: everything since then is
    /// told, nothing twice. Null: from now on. One that is none fails with `JOURNAL_CURSOR_INVALID`.</param>
    public static Task<IAsyncEnumerable<LogEntryAdded>> LogEntryAdded(
        [Service] ChangeFeed feed, ISubscriptionContext context, [FromConvention] RowFilter<LogEntry> where, string? after, CancellationToken cancel) =>
        feed.FollowAsync<LogEntryAdded>(context, after, new SubjectMessages<LogEntry, int>(
            JournalSubject.LogEntry, where, Fields, (number, told) => new LogEntryAdded { Number = number, Cursor = told.Cursor }), cancel);
}

/// <summary>A log entry was written.</summary>
internal sealed class LogEntryAdded : FollowedMessage
{
    /// <summary>The entry's number.</summary>
    public required int Number { get; init; }

    /// <summary>The entry; null when it is no more.</summary>
    [FindBy(nameof(Number))]
    public LogEntry? LogEntry { get; }
}
