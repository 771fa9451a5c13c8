using System.Linq.Expressions;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Following;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Environments;

internal static class EnvironmentSubscriptions
{
    private static readonly SubjectFields<Environment, string> Fields = new()
    {
        Stored = new Dictionary<string, LambdaExpression>(),
        Untold = new Dictionary<string, string[]>
        {
            [nameof(Environment.StatusSequence)] = [nameof(Environment.StatusChanges)],
            [nameof(Environment.EverInError)] = [nameof(Environment.StatusChanges)],
            [nameof(Environment.CreatedAt)] = [],
            [nameof(Environment.UpdatedAt)] = [],
            [nameof(Environment.Version)] = [],
        },
        History = (entries, environments) => entries.Where(entry => entry.EnvironmentId != null && environments.Contains(entry.EnvironmentId)),
    };

    /// <summary>The environments that are created or changed, with their status, as they are when it is told.</summary>
    /// <param name="where">Which environments are followed: one that comes to match enters, one that ceases to match leaves.</param>
    /// <param name="after">The `cursor` of the last message that was got, of this or another subscription, or a `journalCursor`: everything since then is
    /// told, nothing twice. Null: from now on. One that is none fails with `JOURNAL_CURSOR_INVALID`.</param>
    public static Task<IAsyncEnumerable<EnvironmentChange>> EnvironmentChanged(
        [Service] ChangeFeed feed, ISubscriptionContext context, [FromConvention] RowFilter<Environment> where, string? after, CancellationToken cancel) =>
        feed.FollowAsync<EnvironmentChange>(context, after, new SubjectMessages<Environment, string>(
            JournalSubject.Environment, where, Fields,
            (id, told) => new EnvironmentChange { EnvironmentId = id, Effect = told.Effect, Cursor = told.Cursor, Entries = told.Entries }), cancel);
}

/// <summary>An environment was created or changed.</summary>
internal sealed class EnvironmentChange : FollowedChange
{
    /// <summary>The environment's id.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>The environment as it is when this is told; null when it is no more.</summary>
    [FindBy(nameof(EnvironmentId))]
    public Environment? Environment { get; }
}
