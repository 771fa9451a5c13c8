using System.Linq.Expressions;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Following;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Runs;

internal static class RunSubscriptions
{
    private static readonly SubjectFields<Run, int> Fields = new()
    {
        Stored = new Dictionary<string, LambdaExpression>
        {
            [nameof(Run.StartTime)] = Stored(run => run.TimeTrgStart ?? run.TimeO2Start),
            [nameof(Run.EndedAt)] = Stored(run => run.TimeTrgEnd ?? run.TimeO2End),
            [nameof(Run.QcTimeStart)] = Stored(run => run.FirstTfTimestamp ?? run.TimeTrgStart ?? run.TimeO2Start),
            [nameof(Run.QcTimeEnd)] = Stored(run => run.LastTfTimestamp ?? run.TimeTrgEnd ?? run.TimeO2End),
        },
        Untold = new Dictionary<string, string[]>
        {
            [nameof(Run.L3CurrentLevelKa)] = [nameof(Run.AliceL3CurrentA), nameof(Run.AliceL3Polarity)],
            [nameof(Run.DipoleCurrentLevelKa)] = [nameof(Run.AliceDipoleCurrentA), nameof(Run.AliceDipolePolarity)],
            [nameof(Run.UpdatedAt)] = [],
            [nameof(Run.Version)] = [],
        },
        History = (entries, runs) => entries.Where(entry => entry.RunNumber != null && runs.Contains(entry.RunNumber.Value)),
    };

    /// <summary>The runs that are created or changed, with their detectors, tags and end-of-run reasons, as they are when it is told.</summary>
    /// <param name="where">Which runs are followed: one that comes to match enters, one that ceases to match leaves. What time alone changes, as a run that is
    /// lost after 48 hours, is not told. A change of what a run is linked to is told when the run itself changes.</param>
    /// <param name="after">The `cursor` of the last message that was got, of this or another subscription, or a `journalCursor`: everything since then is
    /// told, nothing twice. Null: from now on. One that is none fails with `JOURNAL_CURSOR_INVALID`.</param>
    public static Task<IAsyncEnumerable<RunChange>> RunChanged(
        [Service] ChangeFeed feed, ISubscriptionContext context, [FromConvention] RowFilter<Run> where, string? after, CancellationToken cancel) =>
        feed.FollowAsync<RunChange>(context, after, new SubjectMessages<Run, int>(
            JournalSubject.Run, where, Fields, (number, told) => new RunChange { RunNumber = number, Effect = told.Effect, Cursor = told.Cursor, Entries = told.Entries }), cancel);

    private static Expression<Func<Run, DateTimeOffset?>> Stored(Expression<Func<Run, DateTimeOffset?>> expression) => expression;
}

/// <summary>A run was created or changed.</summary>
internal sealed class RunChange : FollowedChange
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The run as it is when this is told; null when it is no more.</summary>
    [FindBy(nameof(RunNumber))]
    public Run? Run { get; }
}
