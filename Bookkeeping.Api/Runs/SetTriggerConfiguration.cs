using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>How the central trigger was configured for a run.</summary>
internal sealed record SetTriggerConfigurationInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The configuration as it was loaded, several lines, at most 65,536 characters; null when it is not known after all.</summary>
    public required string? Configuration { get; init; }
}

/// <summary>Records the configuration of the central trigger. May be sent twice, and before the message that starts the run: then the run is created.</summary>
[RequiresRole(Roles.TriggerSystem), Refuses<InvalidValueError>]
internal sealed class SetTriggerConfiguration(BatchWriter writer, RunLoader loader)
{
    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<SetTriggerConfigurationInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<SetTriggerConfigurationInput, Run>(Roles.TriggerSystem, items, async (batch, _) =>
        {
            var runs = await loader.LoadAsync(batch.Items.Select(item => new RunMention(item.RunNumber)), cancel);
            batch.CarryOut(item => runs.Change(item.RunNumber, environmentId: null, run => run.TriggerConfiguration = item.Configuration));
        }, cancel);
}
