using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

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
internal sealed class UpdateRun(BookkeepingDb db, BatchWriter writer, RunLoader loader)
{
    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<UpdateRunInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<UpdateRunInput, Run>(Roles.ControlSystem, items, async (batch, _) =>
        {
            batch.Check(Check);
            var runs = await loader.LoadAsync(batch.Items.Select(item => new RunMention(item.RunNumber, Settings: item)), cancel);
            var environments = await EnvironmentsAsync([.. batch.Items.Select(item => item.EnvironmentId.Value).OfType<string>().Distinct()], cancel);
            var fills = await FillsAsync([.. batch.Items.Select(item => item.FillNumber.Value).OfType<int>().Distinct()], cancel);
            batch.CarryOut(item =>
            {
                if (item.EnvironmentId.Value is { } environment && !environments.Contains(environment)) throw EnvironmentRefusals.NotFound(environment);
                if (item.FillNumber.Value is { } fill && !fills.Contains(fill)) throw FillRefusals.NotFound(fill);
                return runs.ChangeKnown(item.RunNumber, run =>
                {
                    Patch<UpdateRunInput, Run>.Apply(item, run);
                    item.SetReferences(run);
                });
            });
        }, cancel);

    private static void Check(UpdateRunInput item)
    {
        var checks = new Checks();
        RunReferences.Check(checks, item);
        checks.Throw();
    }

    private async Task<HashSet<string>> EnvironmentsAsync(List<string> ids, CancellationToken cancel) => ids.Count == 0 ? []
        : [.. await db.Environments.Where(environment => ids.Contains(environment.EnvironmentId)).Select(environment => environment.EnvironmentId).ToListAsync(cancel)];

    private async Task<HashSet<int>> FillsAsync(List<int> numbers, CancellationToken cancel) => numbers.Count == 0 ? []
        : [.. await db.Fills.Where(fill => numbers.Contains(fill.FillNumber)).Select(fill => fill.FillNumber).ToListAsync(cancel)];
}
