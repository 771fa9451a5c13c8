using System.Linq.Expressions;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Following;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Fills;

internal static class FillSubscriptions
{
    private static readonly SubjectFields<Fill, int> Fields = new()
    {
        Stored = new Dictionary<string, LambdaExpression>(),
        Untold = new Dictionary<string, string[]>
        {
            [nameof(Fill.CollidingBunches)] = [nameof(Fill.CollidingBunchesCount), nameof(Fill.FillingSchemeName)],
            [nameof(Fill.UpdatedAt)] = [],
            [nameof(Fill.Version)] = [],
        },
        History = (entries, fills) => entries.Where(entry => entry.FillNumber != null && fills.Contains(entry.FillNumber.Value)),
    };

    /// <summary>The fills that are created or changed, as they are when it is told.</summary>
    /// <param name="where">Which fills are followed: one that comes to match enters, one that ceases to match leaves. A change of the fill's runs is told by `runChanged`.</param>
    /// <param name="after">The `cursor` of the last message that was got, of this or another subscription, or a `journalCursor`: everything since then is
    /// told, nothing twice. Null: from now on. One that is none fails with `JOURNAL_CURSOR_INVALID`.</param>
    public static Task<IAsyncEnumerable<FillChange>> FillChanged(
        [Service] ChangeFeed feed, ISubscriptionContext context, [FromConvention] RowFilter<Fill> where, string? after, CancellationToken cancel) =>
        feed.FollowAsync<FillChange>(context, after, new SubjectMessages<Fill, int>(
            JournalSubject.Fill, where, Fields, (number, told) => new FillChange { FillNumber = number, Effect = told.Effect, Cursor = told.Cursor, Entries = told.Entries }), cancel);
}

/// <summary>A fill was created or changed.</summary>
internal sealed class FillChange : FollowedChange
{
    /// <summary>The fill's number.</summary>
    public required int FillNumber { get; init; }

    /// <summary>The fill as it is when this is told; null when it is no more.</summary>
    [FindBy(nameof(FillNumber))]
    public Fill? Fill { get; }
}
