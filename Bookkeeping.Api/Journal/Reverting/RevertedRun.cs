using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Journal.Reverting;

/// <summary>Puts a run back, and writes about it as about any change.</summary>
internal static class RevertedRun
{
    /// <summary>Gives the fields of a change their old values.</summary>
    /// <exception cref="RefusalException">A tag or reason that the change took away cannot be given any more.</exception>
    public static async Task RevertAsync(BookkeepingDb db, Change change, JournalEntry entry, CancellationToken cancel)
    {
        var run = await RunJudgement.FindAsync(db, entry.RunNumber!.Value, version: null, cancel);
        var (quality, calibration, tags) = (run.Quality, run.CalibrationStatus, run.Tags.ConvertAll(tag => tag.Text));
        var judged = new List<DetectorQualityInput>();
        var added = new List<EndOfRunReason>();
        foreach (var field in RevertedFields.Of(entry))
        {
            if (field.Field == RevertedFields.Tags) await PutTagAsync(db, run, field, cancel);
            else if (field.Field == RevertedFields.Reasons) await PutReasonAsync(db, change, run, field, added, cancel);
            else if (field.Field.StartsWith(RevertedFields.Detectors, StringComparison.Ordinal)) PutDetector(run, field, judged);
            else ColumnValues.Put(db.Entry(run), field);
        }

        if (run.Quality != quality) await ChangeRunQuality.LogAsync(db, change, run, quality, cancel);
        if (run.CalibrationStatus != calibration) await ChangeCalibrationStatus.LogAsync(db, change, run, calibration, cancel);
        if (judged.Count > 0) await ChangeDetectorQuality.LogAsync(db, change, run, judged, cancel);
        if (added.Count > 0) await SetEndOfRunReasons.LogAsync(db, change, run, added, cancel);
        await SetRunTags.LogAsync(db, change, run, tags, cancel);
    }

    private static async Task PutTagAsync(BookkeepingDb db, Run run, FieldChange field, CancellationToken cancel)
    {
        if (field.NewValue?.GetString() is { } added) run.Tags.RemoveAll(tag => tag.Text == added);
        if (field.OldValue?.GetString() is not { } removed) return;
        var tag = await db.Tags.SingleOrDefaultAsync(other => other.Text == removed, cancel) ?? throw new RefusalException([TagRefusals.Unknown(removed)]);
        if (tag.ArchivedAt is not null) throw new RefusalException([TagRefusals.Archived(tag)]);
        run.Tags.Add(tag);
    }

    private static void PutDetector(Run run, FieldChange field, List<DetectorQualityInput> judged)
    {
        var detector = run.Detectors.SingleOrDefault(one => one.DetectorName == field.Field[RevertedFields.Detectors.Length..]);
        if (detector is null || JournalValues.Read(field.OldValue, typeof(DetectorQuality)) is not DetectorQuality quality)
            throw new Refusals.NotAllowedError("CHANGE_NOT_REVERTIBLE", $"{field.Field} was put into the run or taken out of it; only its quality can be put back.").AsException();
        detector.Quality = quality;
        judged.Add(new DetectorQualityInput { Detector = detector.DetectorName, Quality = quality });
    }

    private static async Task PutReasonAsync(BookkeepingDb db, Change change, Run run, FieldChange field, List<EndOfRunReason> added, CancellationToken cancel)
    {
        if (field.NewValue?.GetString() is { } given && run.EndOfRunReasons.Find(reason => reason.Text == given) is { } mistaken)
        {
            db.Remove(mistaken);
            run.EndOfRunReasons.Remove(mistaken);
        }

        if (field.OldValue?.GetString() is not { } removed) return;
        var reason = await ReadAsync(db, removed, cancel);
        reason.LastEditedBy = change.Actor.Name;
        (reason.CreatedAt, reason.UpdatedAt) = (change.At!.Value, change.At.Value);
        run.EndOfRunReasons.Add(reason);
        added.Add(reason);
    }

    // The journal has the reason as it is written out; the longest reason offered that it begins with is the one it was.
    private static async Task<EndOfRunReason> ReadAsync(BookkeepingDb db, string text, CancellationToken cancel)
    {
        var type = (await db.ReasonTypes.AsNoTracking().ToListAsync(cancel)).Select(offered => (Type: offered, Text: EndOfRunReason.Join(offered.Category, offered.Title, null)))
            .Where(offered => text == offered.Text || text.StartsWith(offered.Text + " - ", StringComparison.Ordinal)).MaxBy(offered => offered.Text.Length);
        return type.Type is { } known
            ? new EndOfRunReason { Category = known.Category, Title = known.Title, Description = text == type.Text ? null : text[(type.Text.Length + " - ".Length)..] }
            : throw new Refusals.NotFoundError("REASON_TYPE_NOT_FOUND", text, $"\"{text}\" is none of the reasons that are offered any more.").AsException();
    }
}
