using Bookkeeping.Api.Journal.Following;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Journal;

internal static class JournalQueries
{
    /// <summary>How far the journal goes: given as `after` to a subscription, it tells all that is changed from now on. Select it before the lists that the
    /// subscription is to keep up to date; what is changed between the two is told once more, and nothing is missed.</summary>
    public static async Task<string> JournalCursor([Service] BookkeepingDb db, CancellationToken cancel) =>
        Following.JournalCursor.At(await db.Journal.MaxAsync(entry => (long?)entry.Position, cancel) ?? 0).ToString();
}
