using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Journal.Reverting;

/// <summary>A change that was a mistake.</summary>
internal sealed record RevertChangeInput
{
    /// <summary>The position of the change in the journal, as <c>history</c> tells it.</summary>
    public required long Position { get; init; }

    /// <summary>Why it is taken back, at most 10,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether all runs and tags are put back that the same change concerned, as those of a bulk change have one <c>firstPosition</c>; else only the one named.</summary>
    [GraphQL.Types.Clr.DefaultValue(true)]
    public bool WholeChange { get; init; } = true;
}

/// <summary>
/// Takes a person's change of runs or tags back: what it changed gets its old values, by a new change with an entry of its own, and the logbook writes about it as about any
/// change. Refused when something of it was changed again since, and for changes of systems.
/// </summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>, Refuses<ChangedSinceError>]
internal sealed class RevertChange(BookkeepingDb db, LogbookWriter writer)
{
    public async Task<JournalEntry> ExecuteAsync(RevertChangeInput input, CancellationToken cancel)
    {
        var reverted = await writer.AsPersonAsync(async change =>
        {
            RunJudgement.Explain(change, input.Reason, "Taking back a change");
            var entries = await FindAsync(input, cancel);
            await CheckUnchangedAsync(entries, cancel);
            foreach (var entry in entries)
            {
                if (entry.Subject == JournalSubject.Run) await RevertedRun.RevertAsync(db, change, entry, cancel);
                else await RevertedTag.RevertAsync(db, entry, cancel);
            }

            return entries.Single(entry => entry.Position == input.Position);
        }, cancel);
        return await HistoryOf(reverted).OrderByDescending(entry => entry.Position).FirstAsync(cancel);
    }

    private async Task<List<JournalEntry>> FindAsync(RevertChangeInput input, CancellationToken cancel)
    {
        var named = await db.Journal.AsNoTracking().SingleOrDefaultAsync(entry => entry.Position == input.Position, cancel)
            ?? throw new NotFoundError("CHANGE_NOT_FOUND", $"{input.Position}", $"The journal has no position {input.Position}.").AsException();
        if (named.UserId is null)
            throw new NotAllowedError("CHANGE_OF_A_SYSTEM", $"The change {input.Position} was made by {named.System}; only people's changes are taken back.").AsException();
        if (!IsRevertible(named))
            throw new NotAllowedError("CHANGE_NOT_REVERTIBLE", $"The change {input.Position} cannot be taken back: only changes of fields of runs and tags can.").AsException();
        if (!input.WholeChange) return [named];
        var together = await db.Journal.AsNoTracking().Where(entry => entry.FirstPosition == named.FirstPosition).OrderBy(entry => entry.Position).ToListAsync(cancel);
        return together.FindAll(IsRevertible);
    }

    private static bool IsRevertible(JournalEntry entry) =>
        entry.Kind == ChangeKind.Changed && entry.Subject is JournalSubject.Run or JournalSubject.Tag && RevertedFields.Of(entry).Count > 0;

    private async Task CheckUnchangedAsync(List<JournalEntry> entries, CancellationToken cancel)
    {
        var overlapping = new List<JournalEntry>();
        foreach (var entry in entries)
        {
            var fields = RevertedFields.Of(entry);
            var later = await HistoryOf(entry).Where(other => other.Position > entry.Position).OrderBy(other => other.Position).ToListAsync(cancel);
            overlapping.AddRange(later.Where(other => other.Kind == ChangeKind.Removed || other.Changes.Any(change => fields.Any(field => RevertedFields.Overlap(field, change)))));
        }

        if (overlapping.Count > 0) throw new ChangedSinceError(overlapping).AsException();
    }

    private IQueryable<JournalEntry> HistoryOf(JournalEntry entry) => entry.Subject == JournalSubject.Run
        ? db.Journal.AsNoTracking().Where(other => other.RunNumber == entry.RunNumber)
        : db.Journal.AsNoTracking().Where(other => other.TagText == entry.TagText);
}
