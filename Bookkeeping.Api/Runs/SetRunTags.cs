using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>The tags of a run.</summary>
internal sealed record SetRunTagsInput
{
    /// <summary>The run.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The texts of all its tags: what is missing here is taken away. An archived tag may stay, but not be added.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to change it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Gives a run its tags. Giving or taking <c>Not for physics</c> writes a log entry.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<NotAllowedError>, Refuses<VersionConflictError>]
internal sealed class SetRunTags(BookkeepingDb db, LogbookWriter writer)
{
    private const string Watched = "Not for physics";

    public Task<Run> ExecuteAsync(SetRunTagsInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        var before = run.Tags.Select(tag => tag.Text).Order(StringComparer.Ordinal).ToList();
        var wanted = await db.Tags.Where(tag => input.Tags.Contains(tag.Text)).OrderBy(tag => tag.Text).ToListAsync(cancel);
        List<Refusal> refusals =
        [
            .. input.Tags.Distinct().Except(wanted.Select(tag => tag.Text)).Select(TagRefusals.Unknown),
            .. wanted.Except(run.Tags).Where(tag => tag.ArchivedAt is not null).Select(TagRefusals.Archived),
        ];
        if (refusals.Count > 0) throw new RefusalException(refusals);
        run.Tags.RemoveAll(tag => !wanted.Contains(tag));
        run.Tags.AddRange(wanted.Except(run.Tags).ToList());
        await LogAsync(db, change, run, before, cancel);
        return run;
    }, cancel);

    /// <summary>Writes about a run that had other tags before, if it concerns the watched one.</summary>
    internal static async Task LogAsync(BookkeepingDb db, Change change, Run run, IReadOnlyCollection<string> before, CancellationToken cancel)
    {
        var (had, has) = (before.Contains(Watched), run.Tags.Any(tag => tag.Text == Watched));
        if (had == has) return;
        await ProductLog.WriteAsync(
            db, change, run, $"Run {run.RunNumber} tags has changed",
            [$"- {(has ? "Added" : "Removed")}: {Watched}", $"- Before: {List(before.Order(StringComparer.Ordinal))}", $"- After: {List(run.Tags.Select(tag => tag.Text).Order(StringComparer.Ordinal))}"],
            [Watched], cancel);
    }

    private static string List(IEnumerable<string> tags) => string.Join(", ", tags.DefaultIfEmpty("-"));
}
