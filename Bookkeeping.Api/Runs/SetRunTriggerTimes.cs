using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>When the trigger of a run really started and stopped: null clears a time, what is absent stays as it is.</summary>
internal sealed record SetRunTriggerTimesInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <inheritdoc cref="Run.TimeTrgStart"/>
    public Optional<DateTimeOffset?> TimeTrgStart { get; init; }

    /// <inheritdoc cref="Run.TimeTrgEnd"/>
    public Optional<DateTimeOffset?> TimeTrgEnd { get; init; }
}

/// <summary>Records when the trigger of a run started and stopped. May be sent twice, and before the message that starts the run: then the run is created.</summary>
[RequiresRole(Roles.TriggerSystem, Roles.ControlSystem), Refuses<InvalidValueError>]
internal sealed class SetRunTriggerTimes(BatchWriter writer, RunLoader loader)
{
    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<SetRunTriggerTimesInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<SetRunTriggerTimesInput, Run>(Roles.TriggerSystem, items, async (batch, _) =>
        {
            var runs = await loader.LoadAsync(batch.Items.Select(item => new RunMention(item.RunNumber)), cancel);
            batch.CarryOut(item => runs.Change(item.RunNumber, environmentId: null, run => Patch<SetRunTriggerTimesInput, Run>.Apply(item, run)));
        }, cancel);
}
