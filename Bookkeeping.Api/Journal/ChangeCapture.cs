using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bookkeeping.Api.Journal;

/// <summary>Looks at what is about to be saved, and counts up the versions of what changes.</summary>
internal static class ChangeCapture
{
    /// <summary>Notes the changes of all rows that a context will save.</summary>
    public static void Capture(ChangeTracker tracker, Change change)
    {
        // Roots go first: what was created needs no list of its parts.
        var rows = tracker.Entries().Where(row => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var row in rows.Where(row => IsRoot(row.Entity))) AuditedRows.Note(row, change);
        foreach (var row in rows.Where(row => !IsRoot(row.Entity))) AuditedRows.Note(row, change);
        var roots = tracker.Entries().Where(row => IsRoot(row.Entity)).ToDictionary(KeyOf);
        foreach (var subject in change.Subjects)
            if (roots.TryGetValue((subject.Subject, subject.Key), out var root)) CountUp(root, subject, change.At);
    }

    private static bool IsRoot(object entity) => entity is Run or Fill or Environment or Tag or Logs.LogEntry;

    private static (JournalSubject, object) KeyOf(EntityEntry row) => row.Entity switch
    {
        Run run => (JournalSubject.Run, run.RunNumber),
        Fill fill => (JournalSubject.Fill, fill.FillNumber),
        Environment environment => (JournalSubject.Environment, environment.EnvironmentId),
        Tag tag => (JournalSubject.Tag, tag.Text),
        _ => (JournalSubject.LogEntry, ((Logs.LogEntry)row.Entity).Number),
    };

    // A change that saves in several steps is still one change.
    private static void CountUp(EntityEntry root, SubjectChange subject, DateTimeOffset? at)
    {
        if (subject.Version is not null) return;
        if (root.Metadata.FindProperty(nameof(Run.Version)) is null)
        {
            subject.Version = 1;
            return;
        }

        var property = root.Property(nameof(Run.Version));
        var version = (int)property.CurrentValue!;
        if (root.State is EntityState.Modified or EntityState.Unchanged) property.CurrentValue = ++version;
        subject.Version = version;
        if (at is { } now) Stamp(root, now);
    }

    // An environment's times are those of the control system.
    private static void Stamp(EntityEntry root, DateTimeOffset now)
    {
        if (root.Entity is Environment) return;
        root.Property(nameof(Run.UpdatedAt)).CurrentValue = now;
        if (root.State == EntityState.Added) root.Property(nameof(Run.CreatedAt)).CurrentValue = now;
    }
}
