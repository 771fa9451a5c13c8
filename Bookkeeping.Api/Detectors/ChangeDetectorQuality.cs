using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Detectors;

/// <summary>The judgement of one detector.</summary>
internal sealed record DetectorQualityInput
{
    /// <summary>The detector's name; it took part in the run.</summary>
    public required string Detector { get; init; }

    /// <summary>The quality of its data.</summary>
    public required DetectorQuality Quality { get; init; }
}

/// <summary>The judgement of a run's detectors.</summary>
internal sealed record ChangeDetectorQualityInput
{
    /// <summary>The run, which has ended.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The detectors judged; the others stay as they are.</summary>
    public required IReadOnlyList<DetectorQualityInput> Detectors { get; init; }

    /// <summary>Why, at most 10,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to judge it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Judges the detectors of a run that has ended, and writes one log entry about those whose quality changed.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>, Refuses<VersionConflictError>]
internal sealed class ChangeDetectorQuality(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Run> ExecuteAsync(ChangeDetectorQualityInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        RunJudgement.MustHaveEnded(run);
        RunJudgement.Explain(change, input.Reason, "A change of detector quality");
        var byName = run.Detectors.ToDictionary(detector => detector.DetectorName);
        List<Refusal> unknown = [.. input.Detectors.Where(judged => !byName.ContainsKey(judged.Detector)).Select(judged => Absent(run, judged.Detector))];
        if (unknown.Count > 0) throw new RefusalException(unknown);
        var changed = input.Detectors.Where(judged => byName[judged.Detector].Quality != judged.Quality).ToList();
        foreach (var judged in changed) byName[judged.Detector].Quality = judged.Quality;
        if (changed.Count > 0) await LogAsync(db, change, run, changed, cancel);
        return run;
    }, cancel);

    /// <summary>Writes about detectors whose quality changed.</summary>
    internal static Task LogAsync(BookkeepingDb db, Change change, Run run, IReadOnlyList<DetectorQualityInput> changed, CancellationToken cancel) => ProductLog.WriteAsync(
        db, change, run, $"Detector(s) quality for run {run.RunNumber} has been changed",
        changed.Select(judged => $"- {judged.Detector}: {judged.Quality.ToString().ToLowerInvariant()}"), [.. changed.Select(judged => judged.Detector)], cancel);

    private static NotFoundError Absent(Run run, string detector) => new(
        "DETECTOR_NOT_IN_RUN", detector, $"{detector} did not take part in run {run.RunNumber}; {string.Join(", ", run.Detectors.Select(d => d.DetectorName).Order())} did.");
}
