using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>The judgement of a run.</summary>
internal sealed record ChangeRunQualityInput
{
    /// <summary>The run, which has ended.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The judgement.</summary>
    public required RunQuality Quality { get; init; }

    /// <summary>Why, at most 10,000 characters. Only from NONE to GOOD or TEST it may be left out.</summary>
    public string? Reason { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to judge it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Judges a run that has ended, and writes a log entry about it. The statistics of its fill follow.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>, Refuses<VersionConflictError>]
internal sealed class ChangeRunQuality(BookkeepingDb db, LogbookWriter writer)
{
    private static readonly string[] Coordination = ["DPG", "RC"];

    public Task<Run> ExecuteAsync(ChangeRunQualityInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        var (before, after) = (run.Quality, input.Quality);
        if (before == after) return run;
        RunJudgement.MustHaveEnded(run);
        var needsReason = before != RunQuality.None || after is not (RunQuality.Good or RunQuality.Test);
        RunJudgement.Explain(change, input.Reason, needsReason ? $"A change from {Word(before)} to {Word(after)}" : null);
        run.Quality = after;
        await LogAsync(db, change, run, before, cancel);
        return run;
    }, cancel);

    /// <summary>Writes about a run whose quality was another one before.</summary>
    internal static Task LogAsync(BookkeepingDb db, Change change, Run run, RunQuality before, CancellationToken cancel) => ProductLog.WriteAsync(
        db, change, run, $"Run {run.RunNumber} quality has changed to {Word(run.Quality)}",
        [$"- Run: {run.RunNumber}", $"- LHC period: {run.LhcPeriodName ?? "UNKNOWN"}", $"- Quality: {Word(before)} → {Word(run.Quality)}"],
        IsVerdict(before) && IsVerdict(run.Quality) ? Coordination : [], cancel);

    private static bool IsVerdict(RunQuality quality) => quality is RunQuality.Good or RunQuality.Bad;

    private static string Word(RunQuality quality) => quality.ToString().ToLowerInvariant();
}
