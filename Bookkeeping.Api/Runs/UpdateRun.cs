using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>What to change of a run: null clears a field, what is absent stays as it is.</summary>
internal sealed record UpdateRunInput : RunSettings
{
    /// <summary>The run.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The environment that hosted the run; it must be known.</summary>
    public Optional<string?> EnvironmentId { get; init; }

    /// <summary>The LHC fill during which the run was taken; it must be known.</summary>
    public Optional<int?> FillNumber { get; init; }

    /// <inheritdoc cref="Run.TimeO2Start"/>
    public Optional<DateTimeOffset?> TimeO2Start { get; init; }

    /// <inheritdoc cref="Run.TimeO2End"/>
    public Optional<DateTimeOffset?> TimeO2End { get; init; }

    /// <inheritdoc cref="Run.TimeTrgStart"/>
    public Optional<DateTimeOffset?> TimeTrgStart { get; init; }

    /// <inheritdoc cref="Run.TimeTrgEnd"/>
    public Optional<DateTimeOffset?> TimeTrgEnd { get; init; }

    /// <inheritdoc cref="Run.FirstTfTimestamp"/>
    public Optional<DateTimeOffset?> FirstTfTimestamp { get; init; }

    /// <inheritdoc cref="Run.LastTfTimestamp"/>
    public Optional<DateTimeOffset?> LastTfTimestamp { get; init; }

    /// <inheritdoc cref="Run.SubtimeframeCount"/>
    public Optional<int?> SubtimeframeCount { get; init; }

    /// <inheritdoc cref="Run.BytesReadOut"/>
    public Optional<long?> BytesReadOut { get; init; }

    /// <inheritdoc cref="Run.StartOfDataTransfer"/>
    public Optional<DateTimeOffset?> StartOfDataTransfer { get; init; }

    /// <inheritdoc cref="Run.EndOfDataTransfer"/>
    public Optional<DateTimeOffset?> EndOfDataTransfer { get; init; }

    /// <inheritdoc cref="Run.CtfFileCount"/>
    public Optional<int?> CtfFileCount { get; init; }

    /// <inheritdoc cref="Run.TfFileCount"/>
    public Optional<int?> TfFileCount { get; init; }

    /// <inheritdoc cref="Run.OtherFileCount"/>
    public Optional<int?> OtherFileCount { get; init; }

    /// <inheritdoc cref="Run.CtfFileSizeBytes"/>
    public Optional<long?> CtfFileSizeBytes { get; init; }

    /// <inheritdoc cref="Run.TfFileSizeBytes"/>
    public Optional<long?> TfFileSizeBytes { get; init; }

    /// <inheritdoc cref="Run.OtherFileSizeBytes"/>
    public Optional<long?> OtherFileSizeBytes { get; init; }

    /// <inheritdoc cref="Run.TimeframeOrbitCount"/>
    public Optional<long?> TimeframeOrbitCount { get; init; }

    /// <inheritdoc cref="Run.TriggerConfiguration"/>
    public Optional<string?> TriggerConfiguration { get; init; }
}

/// <summary>Changes what is recorded of a run. Its definition and its fill's statistics follow.</summary>
[RequiresRole(Roles.ControlSystem), Refuses<NotFoundError>, Refuses<InvalidValueError>]
internal sealed class UpdateRun(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Run> ExecuteAsync(UpdateRunInput input, CancellationToken cancel) => writer.AsSystemAsync(Roles.ControlSystem, async _ =>
    {
        var run = await db.Runs.FindAsync([input.RunNumber], cancel) ?? throw RunRefusals.NotFound(input.RunNumber);
        if (input.EnvironmentId is { HasValue: true, Value: { } environment } && await db.Environments.FindAsync([environment], cancel) is null)
            throw EnvironmentRefusals.NotFound(environment);
        if (input.FillNumber is { HasValue: true, Value: { } fill } && await db.Fills.FindAsync([fill], cancel) is null)
            throw FillRefusals.NotFound(fill);
        Patch<UpdateRunInput, Run>.Apply(input, run);
        await RunReferences.SetAsync(db, run, input, cancel);
        RunChecks.Check(run);
        return run;
    }, cancel);
}
