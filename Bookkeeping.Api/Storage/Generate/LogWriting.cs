using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Writes the log of a generated operation.</summary>
internal sealed class LogWriting(Dice dice)
{
    private static readonly string[] Remarks =
    [
        "Links were lost and came back after a reset.", "The expert was called and is looking into it.", "Noise in sector 7, can be ignored until further notice.",
        "Thresholds were adjusted.", "The busy came from a front end card; masked.", "Workflow restarted, data look fine again.",
        "Number of entries has not changed in the past cycle.", "High voltage tripped, ramping up again.",
    ];

    private int nextNumber = 1;

    /// <summary>What is written about a run: what the control system sends, and what people add.</summary>
    public void WriteRun(OperationPart part, Run run)
    {
        if (dice.Happens(0.35))
        {
            var text = $"Configuration of run {run.RunNumber}:\n\n- type: {run.RunTypeName}\n- trigger: {run.Trigger}\n- topology: {run.OdcTopologyFullName}";
            var title = $"Log for run {run.RunNumber} and environment {run.EnvironmentId}";
            var entry = Write(part, null, title, text, User.AnonymousId, run.CreatedAt);
            part.LogEntryRuns.Add((entry.Number, run.RunNumber));
            part.LogEntryEnvironments.Add((entry.Number, run.EnvironmentId!));
        }

        if (run.Quality == RunQuality.Bad || dice.Happens(0.12)) Discuss(part, run);
    }

    /// <summary>The minutes of a fill.</summary>
    public void WriteFill(OperationPart part, Fill fill, DateTimeOffset now)
    {
        if (!dice.Happens(0.5)) return;
        var text = $"# Fill {fill.FillNumber}\n\nScheme `{fill.FillingSchemeName}`.\n\n{Remark()}\n\n{Remark()}";
        var entry = Write(part, null, $"Shift summary, fill {fill.FillNumber}", text, Person(), now);
        part.LogEntryFills.Add((entry.Number, fill.FillNumber));
        part.LogEntryTags.Add((entry.Number, dice.Pick(["EoS", "Shift Leader", "RC"])));
    }

    /// <summary>A thread about a run: somebody reports, others answer.</summary>
    private void Discuss(OperationPart part, Run run)
    {
        var detector = run.Detectors.Count > 0 ? run.Detectors[0].DetectorName : "ECS";
        var at = run.UpdatedAt;
        var entry = Write(part, null, $"{detector} in run {run.RunNumber}", $"**{detector}**: {Remark()}\n\nSeen in run {run.RunNumber}.", Person(), at);
        part.LogEntryRuns.Add((entry.Number, run.RunNumber));
        part.LogEntryTags.Add((entry.Number, detector));
        var thread = new List<LogEntry> { entry };
        while (thread.Count < 12 && dice.Happens(0.45))
        {
            at += TimeSpan.FromMinutes(dice.Number(1, 40));
            thread.Add(Write(part, dice.Pick(thread), entry.Title, Remark(), Person(), at));
        }
    }

    private LogEntry Write(OperationPart part, LogEntry? parent, string title, string text, int author, DateTimeOffset at)
    {
        var byPerson = author != User.AnonymousId;
        var entry = new LogEntry
        {
            Number = nextNumber++, Title = title, Text = text, AuthorId = author, CreatedAt = at, UpdatedAt = at,
            Origin = byPerson ? LogOrigin.Human : LogOrigin.Process, Subtype = byPerson ? LogSubtype.Comment : LogSubtype.Run,
        };
        entry.JoinThread(parent);
        part.LogEntries.Add(entry);
        return entry;
    }

    private int Person() => dice.Number(1, Cast.Users.Count);

    private string Remark() => dice.Pick(Remarks);
}
