using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>The counters of a readout node in a run; null for one that is not told.</summary>
internal sealed record FlpCountersInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The role's name, 1 to 255 characters.</summary>
    public required string Name { get; init; }

    /// <inheritdoc cref="FlpRole.TimeframeCount"/>
    public ulong? TimeframeCount { get; init; }

    /// <inheritdoc cref="FlpRole.BytesProcessed"/>
    public ulong? BytesProcessed { get; init; }

    /// <inheritdoc cref="FlpRole.BytesEquipmentReadOut"/>
    public ulong? BytesEquipmentReadOut { get; init; }

    /// <inheritdoc cref="FlpRole.BytesRecordingReadOut"/>
    public ulong? BytesRecordingReadOut { get; init; }

    /// <inheritdoc cref="FlpRole.BytesFairMqReadOut"/>
    public ulong? BytesFairMqReadOut { get; init; }
}

/// <summary>
/// Records the counters of readout nodes. They only grow in a run: less than what is known comes from an older message, and leaves it. A role that is not
/// registered yet is created, called as its host. May be sent twice, late, and before the message that starts the run: then the run is created.
/// </summary>
[RequiresRole(Roles.Readout), Refuses<InvalidValueError>, OnlyInLists]
internal sealed class UpdateFlpCounters(BookkeepingDb db, BatchWriter writer, RunLoader loader)
{
    private static readonly string[] Counters =
    [
        nameof(FlpRole.TimeframeCount), nameof(FlpRole.BytesProcessed), nameof(FlpRole.BytesEquipmentReadOut), nameof(FlpRole.BytesRecordingReadOut), nameof(FlpRole.BytesFairMqReadOut),
    ];

    public Task<IReadOnlyList<ItemResult<FlpRole>>> ExecuteAsync(IReadOnlyList<FlpCountersInput> items, CancellationToken cancel) =>
        writer.TogetherAsSystemAsync<FlpCountersInput, FlpRole>(Roles.Readout, items, async (batch, _) =>
        {
            batch.Check(item => FlpRoleChecks.Of(item.RunNumber, item.Name).Throw());
            await loader.EnsureAsync(batch.Items.Select(item => item.RunNumber), cancel);
            var rows = batch.Items.GroupBy(item => (item.RunNumber, item.Name)).Select(Latest).ToList();
            var roles = new ManyRows<FlpRole>(
                db, [nameof(FlpRole.RunNumber), nameof(FlpRole.Name), nameof(FlpRole.Hostname), .. Counters],
                $"(run_number, name) DO UPDATE SET {string.Join(", ", Counters.Select(Grow))}");
            var written = (await roles.WriteAsync(rows, cancel)).ToDictionary(role => (role.RunNumber, role.Name));
            batch.CarryOut(item => written[(item.RunNumber, item.Name)]);
        }, cancel);

    private static FlpRole Latest(IEnumerable<FlpCountersInput> same)
    {
        var first = same.First();
        return new FlpRole
        {
            RunNumber = first.RunNumber, Name = first.Name, Hostname = first.Name, TimeframeCount = same.Max(item => item.TimeframeCount),
            BytesProcessed = same.Max(item => item.BytesProcessed), BytesEquipmentReadOut = same.Max(item => item.BytesEquipmentReadOut),
            BytesRecordingReadOut = same.Max(item => item.BytesRecordingReadOut), BytesFairMqReadOut = same.Max(item => item.BytesFairMqReadOut),
        };
    }

    // SQLite's MAX is null when one of the two is.
    private string Grow(string counter)
    {
        var column = SnakeCase.Of(counter);
        var greatest = db.Database.IsNpgsql() ? "GREATEST" : "MAX";
        return $"{column} = {greatest}(COALESCE(flp_roles.{column}, excluded.{column}), COALESCE(excluded.{column}, flp_roles.{column}))";
    }
}
