using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Timeline;

/// <summary>The tables that the time line is made of. What has a time of its own is read where it is recorded, whoever recorded it; from the journal comes what only it knows.</summary>
internal static class TimelineSources
{
    /// <summary>All of them. Their orders stand in cursors, so they stay.</summary>
    public static IReadOnlyList<TimelineSource> All { get; } =
    [
        new(0, JournalSubject.Fill, db => db.Fills.Where(fill => fill.StableBeamsStart != null)
            .Select(fill => new TimelinePoint { Time = fill.StableBeamsStart!.Value, Number = fill.FillNumber }), point => FillMoment(point, TimelineKind.StableBeamsStart)),
        new(1, JournalSubject.Environment, db => db.EnvironmentStatusChanges.Select(change => new TimelinePoint
        {
            Time = change.Timestamp, Position = change.StatusChangeNumber, EnvironmentId = change.EnvironmentId, Status = change.Status, Text = change.Message,
        }), EnvironmentMoment) { IsLong = true },
        new(2, JournalSubject.Run, db => db.Runs.Where(run => run.StartTime != null)
            .Select(run => new TimelinePoint { Time = run.StartTime!.Value, Number = run.RunNumber }), point => RunMoment(point, TimelineKind.RunStart)),
        new(3, JournalSubject.Run, db => db.Runs.Where(run => run.EndedAt != null)
            .Select(run => new TimelinePoint { Time = run.EndedAt!.Value, Number = run.RunNumber }), point => RunMoment(point, TimelineKind.RunEnd)),
        new(4, JournalSubject.Fill, db => db.Fills.Where(fill => fill.StableBeamsEnd != null)
            .Select(fill => new TimelinePoint { Time = fill.StableBeamsEnd!.Value, Number = fill.FillNumber }), point => FillMoment(point, TimelineKind.StableBeamsEnd)),
        new(5, JournalSubject.Run, db => db.EndOfRunReasons.Select(reason => new TimelinePoint
        {
            Time = reason.CreatedAt, Number = reason.ReasonNumber, RunNumber = reason.RunNumber, Category = reason.Category, Title = reason.Title, Text = reason.Description,
        }), ReasonMoment),
        new(6, JournalSubject.Run, db => db.Journal.Where(entry => entry.IsOnTimeline)
            .Select(entry => new TimelinePoint { Time = entry.At, Position = entry.Position, Entry = entry }), ChangeMoment) { IsLong = true },
        new(7, JournalSubject.LogEntry, db => db.LogEntries
            .Select(entry => new TimelinePoint { Time = entry.CreatedAt, Number = entry.Number }), LogEntryMoment),
    ];

    private static FillMoment FillMoment(TimelinePoint point, TimelineKind kind) => new() { Time = point.Time, Kind = kind, FillNumber = point.Number };

    private static RunMoment RunMoment(TimelinePoint point, TimelineKind kind) => new() { Time = point.Time, Kind = kind, RunNumber = point.Number };

    private static EnvironmentMoment EnvironmentMoment(TimelinePoint point) => new()
    {
        Time = point.Time, Kind = TimelineKind.EnvironmentStatus, EnvironmentId = point.EnvironmentId!, Status = point.Status!.Value, Message = point.Text,
    };

    private static EndOfRunReasonMoment ReasonMoment(TimelinePoint point) => new()
    {
        Time = point.Time, Kind = TimelineKind.EndOfRunReason, RunNumber = point.RunNumber!.Value,
        Reason = EndOfRunReason.Join(point.Category!, point.Title!, point.Text),
    };

    private static RunChangeMoment ChangeMoment(TimelinePoint point) => new()
    {
        Time = point.Time, Kind = TimelineFields.KindOf(point.Entry!.Changes), RunNumber = point.Entry.RunNumber!.Value, Entry = point.Entry,
    };

    private static LogEntryMoment LogEntryMoment(TimelinePoint point) => new() { Time = point.Time, Kind = TimelineKind.LogEntry, Number = point.Number };
}
