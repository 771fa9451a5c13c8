using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>The outcome of a calibration.</summary>
internal sealed record ChangeCalibrationStatusInput
{
    /// <summary>The run, a calibration.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The outcome.</summary>
    public required CalibrationStatus Status { get; init; }

    /// <summary>Why, at most 10,000 characters. A change to or from FAILED needs it, no other may have it.</summary>
    public string? Reason { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to judge it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Records how a calibration went. A change to or from FAILED writes a log entry.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>, Refuses<VersionConflictError>]
internal sealed class ChangeCalibrationStatus(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Run> ExecuteAsync(ChangeCalibrationStatusInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        if (run.Definition != RunDefinition.Calibration)
            throw new NotAllowedError("RUN_NOT_A_CALIBRATION", $"Run {run.RunNumber} is no calibration: only those have a calibration status.").AsException();
        var (before, after) = (run.CalibrationStatus, input.Status);
        if (before == after) return run;
        var concernsFailure = before == CalibrationStatus.Failed || after == CalibrationStatus.Failed;
        RunJudgement.Explain(change, input.Reason, concernsFailure ? "A change to or from FAILED" : null);
        if (!concernsFailure && change.Reason is not null)
            new Checks().Add("REASON_NOT_POSSIBLE", "reason", "Only a change to or from FAILED has a `reason`: leave it out.").Throw();
        run.CalibrationStatus = after;
        await LogAsync(db, change, run, before, cancel);
        return run;
    }, cancel);

    /// <summary>Writes about a run whose calibration status was another one before, if either is FAILED.</summary>
    internal static async Task LogAsync(BookkeepingDb db, Change change, Run run, CalibrationStatus? before, CancellationToken cancel)
    {
        if (before != CalibrationStatus.Failed && run.CalibrationStatus != CalibrationStatus.Failed) return;
        await ProductLog.WriteAsync(
            db, change, run, $"Run {run.RunNumber} calibration status has changed to {Word(run.CalibrationStatus)}",
            [$"- Calibration status: {Word(before)} → {Word(run.CalibrationStatus)}"], [.. run.Detectors.Select(detector => detector.DetectorName)], cancel);
    }

    private static string Word(CalibrationStatus? status) => status switch
    {
        CalibrationStatus.Success => "SUCCESS",
        CalibrationStatus.Failed => "FAILED",
        _ => "NO STATUS",
    };
}
