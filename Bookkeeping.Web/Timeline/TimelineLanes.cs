using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.History;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Timeline;

/// <summary>Makes lanes of what the graph tells of a part of time: how it was at the beginning, and what happened since.</summary>
/// <param name="answer">What the graph tells.</param>
/// <param name="window">The part of time.</param>
/// <param name="now">The present: what goes on ends there.</param>
/// <param name="viewer">How times are written.</param>
internal sealed class TimelineLanes(TimelinePageResult answer, TimelineWindow window, DateTimeOffset now, ViewerTime viewer)
{
    private DateTimeOffset End => window.To < now ? window.To : now;

    /// <summary>All lanes, in the order in which one thing makes the next possible.</summary>
    public IReadOnlyList<TimelineLane> All() =>
    [
        TimelineLane.Pack("LHC fills, stable beams", Fills()) with { ReadUntil = ReadUntil(answer.Fills?.TotalCount, answer.Fills?.Nodes?.Select(n => n.Time)) },
        TimelineLane.Pack("Beam mode of runs", BeamModes()) with { ReadUntil = RunsReadUntil },
        TimelineLane.Pack("Environments", Environments().Where(e => !IsStale(e.Statuses)).Select(e => History(e.Id, e.Statuses))) with { Unchanged = Environments().Count(e => IsStale(e.Statuses)), ReadUntil = ReadUntil(answer.Environments?.TotalCount, answer.Environments?.Nodes?.Select(n => n.Time)) },
        TimelineLane.Pack("Runs", Runs().Select(run => (IReadOnlyList<TimelineBar>)[Bar(run)])) with { ReadUntil = RunsReadUntil },
        new TimelineLane("Why runs ended", [], TimelineMarks.Join(window, Reasons(), "reasons", Closer)) { ReadUntil = RunsReadUntil },
        new TimelineLane("Changes of quality", [], TimelineMarks.Join(window, Judgements(), "changes of quality", Closer)) { ReadUntil = RunsReadUntil },
        new TimelineLane("Log entries", [], TimelineMarks.Join(window, LogEntries(), "log entries", (from, to) => TidyAddress.Of("/log-entries", [("from", TimelineWindow.Text(from)), ("to", TimelineWindow.Text(to))])))
        {
            ReadUntil = ReadUntil(answer.LogEntries?.TotalCount, answer.LogEntries?.Nodes?.Select(n => n.Time)),
        },
    ];

    private DateTimeOffset? RunsReadUntil => ReadUntil(answer.Runs?.TotalCount, answer.Runs?.Nodes?.Select(n => n.Time));

    private IEnumerable<IReadOnlyList<TimelineBar>> Fills()
    {
        var told = (answer.Fills?.Nodes ?? []).OfType<TimelinePage_Fills_Nodes_FillMoment>().Select(m => (m.FillNumber, m.Fill?.StableBeamsStart, m.Fill?.StableBeamsEnd));
        var before = answer.Before?.Fill is { HasStableBeams: true } fill ? [(fill.FillNumber, fill.Fill?.StableBeamsStart, fill.Fill?.StableBeamsEnd)] : told.Take(0);
        foreach (var (number, start, end) in before.Concat(told).DistinctBy(f => f.FillNumber))
        {
            if (start is null) continue;
            yield return [Bar(start.Value, end, "beams", $"{number}", $"Fill {number}: stable beams {Span(start.Value, end)}", $"/fills/{number}")];
        }
    }

    private IEnumerable<ITimelineRun> Runs() =>
        (answer.Before?.Runs ?? []).Select(r => (ITimelineRun?)r.Run)
            .Concat((answer.Runs?.Nodes ?? []).OfType<TimelinePage_Runs_Nodes_RunMoment>().Select(m => m.Run))
            .OfType<ITimelineRun>().Where(r => r.StartTime is not null).DistinctBy(r => r.RunNumber).OrderBy(r => r.StartTime);

    private TimelineBar Bar(ITimelineRun run)
    {
        var quality = run.Quality.ToString();
        var definition = run.Definition?.ToString() ?? "run";
        return Bar(run.StartTime!.Value, EndOf(run), quality.ToLowerInvariant(), $"{run.RunNumber}", $"Run {run.RunNumber}: {definition}, quality {quality.ToLowerInvariant()}, {Span(run.StartTime.Value, run.EndedAt)}", $"/runs/{run.RunNumber}");
    }

    // A run of which no end came was lost; how long it went on nobody knows, so it is drawn as a beginning alone.
    private static DateTimeOffset? EndOf(ITimelineRun run) => run.EndedAt ?? (run.Status == RunStatus.Running ? null : run.StartTime);

    // Runs under the same beam mode that follow each other are one bar: the mode is known through them.
    private IEnumerable<IReadOnlyList<TimelineBar>> BeamModes()
    {
        var bars = new List<TimelineBar>();
        foreach (var run in Runs().Where(r => r.LhcBeamMode is not null))
        {
            var (mode, bar) = (run.LhcBeamMode!, Bar(run));
            if (bars.Count > 0 && bars[^1].Label == mode) bars[^1] = bars[^1] with { To = Later(bars[^1].To, bar.To) };
            else bars.Add(bar with { Kind = mode == "STABLE BEAMS" ? "beams" : "mode", Label = mode, Words = $"Beam mode {mode}, from run {run.RunNumber}", Href = $"/runs?beam-modes={Uri.EscapeDataString(mode)}" });
        }

        return bars.Select(b => (IReadOnlyList<TimelineBar>)[b]);
    }

    private IEnumerable<(string Id, List<(DateTimeOffset Time, string Status)> Statuses)> Environments()
    {
        var before = (answer.Before?.Environments ?? []).Select(e => (e.EnvironmentId, Time: e.Since, Status: e.Status.ToString()));
        var told = (answer.Environments?.Nodes ?? []).OfType<TimelinePage_Environments_Nodes_EnvironmentMoment>().Select(m => (m.EnvironmentId, m.Time, Status: m.Status.ToString()));
        return before.Concat(told).GroupBy(s => s.EnvironmentId).Select(e => (e.Key, e.Select(s => (s.Time, s.Status)).ToList()));
    }

    private bool IsStale(List<(DateTimeOffset Time, string Status)> statuses) => statuses[^1].Time < window.From - TimelineLane.Stale;

    private IReadOnlyList<TimelineBar> History(string id, List<(DateTimeOffset Time, string Status)> statuses)
    {
        var bars = new List<TimelineBar>();
        foreach (var ((time, status), index) in statuses.Select((s, i) => (s, i)))
        {
            if (status is "DONE" or "DESTROYED") continue;
            var next = index + 1 < statuses.Count ? statuses[index + 1].Time : (DateTimeOffset?)null;
            var kind = Web.Environments.EnvironmentStatus.Colour(status) is { Length: > 0 } colour ? colour : "mode";
            bars.Add(Bar(time, next, kind, $"{id} {status}", $"Environment {id}: {status} {Span(time, next)}", $"/environments/{id}"));
        }

        return bars;
    }

    private IEnumerable<TimelineMark> Reasons() =>
        (answer.Runs?.Nodes ?? []).OfType<TimelinePage_Runs_Nodes_EndOfRunReasonMoment>()
            .Select(m => new TimelineMark(m.Time, 1, $"{viewer.TimeOfDay(m.Time)} run {m.ReasonRun}: {m.Reason}", $"/runs/{m.ReasonRun}#reasons", "reason"));

    private IEnumerable<TimelineMark> Judgements()
    {
        foreach (var moment in (answer.Runs?.Nodes ?? []).OfType<TimelinePage_Runs_Nodes_RunChangeMoment>())
        {
            if (moment.Kind != TimelineKind.RunQuality && moment.Kind != TimelineKind.DetectorQuality) continue;
            var changes = moment.Entry.Changes.Where(change => change.Field.Contains("uality", StringComparison.Ordinal)).ToList();
            var words = string.Join(", ", changes.Select(change => $"{change.Field} {ChangeWords.Value(change.NewValue).ToLowerInvariant()}"));
            var isBad = changes.Exists(change => ChangeWords.Value(change.NewValue).Contains("bad", StringComparison.OrdinalIgnoreCase));
            yield return new TimelineMark(
                moment.Time, 1, $"{viewer.TimeOfDay(moment.Time)} run {moment.ChangedRun}: {words}{(moment.Entry.Reason is { Length: > 0 } reason ? $" - {reason}" : "")}{(moment.Entry.User is { } user ? $" ({user.Name})" : "")}",
                HistoryPage.Address("runs", $"{moment.ChangedRun}", moment.Entry.Position), isBad ? "judged-bad" : "judged");
        }
    }

    // Several that lie together are told apart closer by; what lies closer than the shortest part is read as its runs tell it.
    private string Closer(DateTimeOffset from, DateTimeOffset to)
    {
        var closer = window.Zoomed((to - from) * 3, from + ((to - from) / 2));
        return (closer.Length < window.Length ? new TimelineWindow(from + ((to - from) / 2) - (closer.Length / 2), from + ((to - from) / 2) + (closer.Length / 2)) : window).Address(from);
    }

    private IEnumerable<TimelineMark> LogEntries() =>
        (answer.LogEntries?.Nodes ?? []).OfType<TimelinePage_LogEntries_Nodes_LogEntryMoment>()
            .Select(m => new TimelineMark(m.Time, 1, $"{viewer.TimeOfDay(m.Time)} {m.LogEntry?.Title ?? $"entry {m.Number}"}{(m.LogEntry?.Author is { } author ? $" ({author.Name})" : "")}", $"/log-entries/{m.Number}"));

    private TimelineBar Bar(DateTimeOffset from, DateTimeOffset? to, string kind, string label, string words, string href) =>
        new(Later(from, window.From), Earlier(to ?? End, window.To), kind, label, words, href);

    private string Span(DateTimeOffset from, DateTimeOffset? to) => $"{viewer.Text(from)} to {(to is { } end ? viewer.Text(end) : "now")}";

    private static DateTimeOffset? ReadUntil(int? total, IEnumerable<DateTimeOffset>? times)
    {
        var read = times?.ToList();
        return read is { Count: > 0 } && total > read.Count ? read[^1] : null;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
