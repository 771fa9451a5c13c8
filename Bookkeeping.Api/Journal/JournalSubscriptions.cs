using Bookkeeping.Api.Journal.Following;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Journal;

internal static class JournalSubscriptions
{
    /// <summary>Every change of the logbook, in the order they were made, one message each.</summary>
    /// <param name="subjects">The kinds of subjects whose changes are told. Null: all.</param>
    /// <param name="after">The `cursor` of the last message that was got, of this or another subscription, or a `journalCursor`: everything since then is
    /// told, nothing twice. Null: from now on. One that is none fails with `JOURNAL_CURSOR_INVALID`.</param>
    public static Task<IAsyncEnumerable<JournalMessage>> Journal(
        [Service] ChangeFeed feed, ISubscriptionContext context, IReadOnlyList<JournalSubject>? subjects, string? after, CancellationToken cancel) =>
        feed.FollowAsync<JournalMessage>(context, after, new EntryMessages(subjects), cancel);

    private sealed class EntryMessages(IReadOnlyList<JournalSubject>? subjects) : MessageMaker
    {
        public override Task<IReadOnlyList<FollowedMessage>> MakeAsync(
            JournalWindow window, IReadOnlyList<JournalEntry> entries, IServiceProvider services, CancellationToken cancel)
        {
            var told = entries.Where(entry => entry.Position > window.Told && (subjects is null || subjects.Contains(entry.Subject)));
            return Task.FromResult<IReadOnlyList<FollowedMessage>>(
                [.. told.Select(entry => new JournalMessage { Cursor = JournalCursor.At(entry.Position).ToString(), Entry = entry })]);
        }
    }
}

/// <summary>A change of the logbook.</summary>
internal sealed class JournalMessage : FollowedMessage
{
    /// <summary>The change.</summary>
    public required JournalEntry Entry { get; init; }
}
