using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>A readout node that takes part in a run.</summary>
internal sealed record FlpRoleInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The role's name, unique within the run, 1 to 255 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The node's name in the network, 1 to 255 characters.</summary>
    public required string Hostname { get; init; }
}

/// <summary>
/// Registers the readout nodes of runs. A role that is registered already gets the hostname, and keeps its counters. May be sent twice, and before the
/// message that starts the run: then the run is created.
/// </summary>
[RequiresRole(Roles.Readout), Refuses<InvalidValueError>, OnlyInLists]
internal sealed class RegisterFlpRoles(BookkeepingDb db, BatchWriter writer, RunLoader loader)
{
    public Task<IReadOnlyList<ItemResult<FlpRole>>> ExecuteAsync(IReadOnlyList<FlpRoleInput> items, CancellationToken cancel) =>
        writer.TogetherAsSystemAsync<FlpRoleInput, FlpRole>(Roles.Readout, items, async (batch, _) =>
        {
            batch.Check(item => FlpRoleChecks.Of(item.RunNumber, item.Name).Length("hostname", item.Hostname, FlpRole.MaxNameLength, min: 1).Throw());
            await loader.EnsureAsync(batch.Items.Select(item => item.RunNumber), cancel);
            var rows = batch.Items.GroupBy(item => (item.RunNumber, item.Name)).Select(same => same.Last())
                .Select(item => new FlpRole { RunNumber = item.RunNumber, Name = item.Name, Hostname = item.Hostname }).ToList();
            var roles = new ManyRows<FlpRole>(
                db, [nameof(FlpRole.RunNumber), nameof(FlpRole.Name), nameof(FlpRole.Hostname)], "(run_number, name) DO UPDATE SET hostname = excluded.hostname");
            var written = (await roles.WriteAsync(rows, cancel)).ToDictionary(role => (role.RunNumber, role.Name));
            batch.CarryOut(item => written[(item.RunNumber, item.Name)]);
        }, cancel);
}

/// <summary>What holds for the key of every readout role.</summary>
internal static class FlpRoleChecks
{
    /// <summary>Begins the checks of a message.</summary>
    public static Checks Of(int runNumber, string name) => new Checks().AtLeast("runNumber", runNumber, 1).Length("name", name, FlpRole.MaxNameLength, min: 1);
}
