using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>What the changes have in common that people make of a run.</summary>
internal static class RunJudgement
{
    /// <summary>The longest reason, characters.</summary>
    public const int MaxReasonLength = 10_000;

    /// <summary>The run with its detectors, tags and reasons, if it is still the version that was read.</summary>
    public static async Task<Run> FindAsync(BookkeepingDb db, int runNumber, int? version, CancellationToken cancel)
    {
        var run = await db.Runs.Include(r => r.Detectors).Include(r => r.Tags).Include(r => r.EndOfRunReasons).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.RunNumber == runNumber, cancel) ?? throw RunRefusals.NotFound(runNumber);
        await VersionConflictError.CheckAsync(version, run.Version, db.Journal.Where(entry => entry.RunNumber == runNumber), cancel);
        return run;
    }

    /// <summary>Refuses to judge a run that goes on.</summary>
    public static void MustHaveEnded(Run run)
    {
        if (run.Times.End is null)
            throw new NotAllowedError("RUN_NOT_ENDED", $"Run {run.RunNumber} has no end yet, of the trigger or of the control system: it can be judged once it ended.").AsException();
    }

    /// <summary>Takes the reason of a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="reason">The reason given; blank is none.</param>
    /// <param name="requiredFor">What needs a reason, for the message; null when it may be left out.</param>
    /// <exception cref="RefusalException">It is missing or too long.</exception>
    public static void Explain(Change change, string? reason, string? requiredFor)
    {
        change.Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var checks = new Checks().Length("reason", change.Reason, MaxReasonLength);
        if (change.Reason is null && requiredFor is not null) checks.Add("REASON_REQUIRED", "reason", $"{requiredFor} needs a `reason`.");
        checks.Throw();
    }
}
