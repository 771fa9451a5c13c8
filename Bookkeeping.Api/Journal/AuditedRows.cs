using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bookkeeping.Api.Journal;

/// <summary>Which rows the journal keeps the changes of, and to which subject each belongs.</summary>
internal static class AuditedRows
{
    // What follows from other fields, or counts the changes itself, is no change of its own.
    private static readonly HashSet<string> Unaudited =
    [
        nameof(Run.Version), nameof(Run.UpdatedAt), nameof(Run.CreatedAt), nameof(Run.StartTime), nameof(Run.EndedAt), nameof(Run.QcTimeStart), nameof(Run.QcTimeEnd),
        nameof(Run.L3CurrentLevelKa), nameof(Run.DipoleCurrentLevelKa), nameof(Run.DefinitionIsRecorded), nameof(Fill.CollidingBunches),
        nameof(Environment.StatusSequence), nameof(Environment.EverInError), nameof(LogEntry.AttachedText),
    ];

    /// <summary>Notes what a row that is about to be saved changes.</summary>
    public static void Note(EntityEntry row, Change change)
    {
        switch (row.Entity)
        {
            case Run run: NoteRoot(row, change, JournalSubject.Run, run.RunNumber); break;
            case Fill fill: NoteRoot(row, change, JournalSubject.Fill, fill.FillNumber); break;
            case Environment environment: NoteRoot(row, change, JournalSubject.Environment, environment.EnvironmentId); break;
            case LogEntry entry: NoteRoot(row, change, JournalSubject.LogEntry, entry.Number); break;
            case Tag tag: NoteRoot(row, change, JournalSubject.Tag, tag.Text); break;
            case RunDetector detector: NotePart(row, change, (JournalSubject.Run, detector.RunNumber), $"detectors.{detector.DetectorName}", row.Property(nameof(RunDetector.Quality))); break;
            case EndOfRunReason reason: NoteItem(row, change, (JournalSubject.Run, reason.RunNumber), "endOfRunReasons", reason.Text); break;
            case EnvironmentStatusChange status:
                NoteItem(row, change, (JournalSubject.Environment, status.EnvironmentId), "statusChanges", new { status.Status, status.Message, status.Timestamp });
                break;
            case Attachment file:
                NoteItem(row, change, (JournalSubject.LogEntry, file.LogEntryNumber), "attachments", new { file.OriginalName, file.MimeType, file.SizeBytes, file.Sha256 });
                break;
            case Dictionary<string, object>: NoteLink(row, change); break;
        }
    }

    private static void NoteRoot(EntityEntry row, Change change, JournalSubject subject, object key)
    {
        if (row.State == EntityState.Added) change.Of(subject, key, ChangeKind.Created);
        if (row.State == EntityState.Deleted) change.Of(subject, key, ChangeKind.Removed).Remove();
        if (row.State != EntityState.Modified) return;
        foreach (var property in row.Properties)
        {
            if (!property.IsModified || Unaudited.Contains(property.Metadata.Name)) continue;
            change.Of(subject, key, ChangeKind.Changed).Add(JournalValues.Of(property));
        }
    }

    private static void NotePart(EntityEntry row, Change change, (JournalSubject Kind, object Key) subject, string field, PropertyEntry value)
    {
        if (row.State == EntityState.Modified && !value.IsModified) return;
        var before = row.State == EntityState.Added ? null : JournalValues.Json(value.OriginalValue);
        var after = row.State == EntityState.Deleted ? null : JournalValues.Json(value.CurrentValue);
        Note(change, subject, new FieldChange(field, before, after), isListItem: false);
    }

    private static void NoteItem(EntityEntry row, Change change, (JournalSubject Kind, object Key) subject, string field, object item)
    {
        var before = row.State == EntityState.Deleted ? JournalValues.Json(item) : null;
        var after = row.State == EntityState.Deleted ? null : JournalValues.Json(item);
        Note(change, subject, new FieldChange(field, before, after), isListItem: true);
    }

    private static void NoteLink(EntityEntry row, Change change)
    {
        object Value(string column) => row.Property(column).CurrentValue!;
        switch (row.Metadata.Name)
        {
            case "run_tags": NoteItem(row, change, (JournalSubject.Run, Value("run_number")), "tags", Value("tag_text")); break;
            case "log_entry_runs": NoteItem(row, change, (JournalSubject.LogEntry, Value("log_entry_number")), "runs", Value("run_number")); break;
            case "log_entry_fills": NoteItem(row, change, (JournalSubject.LogEntry, Value("log_entry_number")), "fills", Value("fill_number")); break;
            case "log_entry_tags": NoteItem(row, change, (JournalSubject.LogEntry, Value("log_entry_number")), "tags", Value("tag_text")); break;
            case "log_entry_environments":
                NoteItem(row, change, (JournalSubject.LogEntry, Value("log_entry_number")), "environments", Value("environment_id"));
                break;
        }
    }

    // What a subject is created with is told by the subject itself.
    private static void Note(Change change, (JournalSubject Kind, object Key) subject, FieldChange field, bool isListItem)
    {
        var noted = change.Of(subject.Kind, subject.Key, ChangeKind.Changed);
        if (noted.Kind == ChangeKind.Changed) noted.Add(field, isListItem);
    }
}
