using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>The counters of a trigger class in a run, as they were read at some time.</summary>
internal sealed record TriggerCountersInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The trigger class, 1 to 255 characters, as in <c>CMTVX-NONE-NOPF-CRU</c>.</summary>
    public required string ClassName { get; init; }

    /// <inheritdoc cref="TriggerCounters.Timestamp"/>
    public required DateTimeOffset Timestamp { get; init; }

    /// <inheritdoc cref="TriggerCounters.Lmb"/>
    public required ulong Lmb { get; init; }

    /// <inheritdoc cref="TriggerCounters.Lma"/>
    public required ulong Lma { get; init; }

    /// <inheritdoc cref="TriggerCounters.L0b"/>
    public required ulong L0b { get; init; }

    /// <inheritdoc cref="TriggerCounters.L0a"/>
    public required ulong L0a { get; init; }

    /// <inheritdoc cref="TriggerCounters.L1b"/>
    public required ulong L1b { get; init; }

    /// <inheritdoc cref="TriggerCounters.L1a"/>
    public required ulong L1a { get; init; }
}

/// <summary>
/// Records the counters of trigger classes. The latest reading stands, by its timestamp and not by when it came; of two of the same millisecond the greater
/// counters do. May be sent twice, late, and before the message that starts the run: then the run is created.
/// </summary>
[RequiresRole(Roles.TriggerSystem), Refuses<InvalidValueError>, OnlyInLists]
internal sealed class RecordTriggerCounters(BookkeepingDb db, BatchWriter writer, RunLoader loader)
{
    private const int MaxNameLength = 255;

    private static readonly string[] Counters =
    [
        nameof(TriggerCounters.Lmb), nameof(TriggerCounters.Lma), nameof(TriggerCounters.L0b), nameof(TriggerCounters.L0a), nameof(TriggerCounters.L1b), nameof(TriggerCounters.L1a),
    ];

    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<TriggerCountersInput> items, CancellationToken cancel) =>
        writer.TogetherAsSystemAsync<TriggerCountersInput, Run>(Roles.TriggerSystem, items, async (batch, _) =>
        {
            batch.Check(item => new Checks().AtLeast("runNumber", item.RunNumber, 1).Length("className", item.ClassName, MaxNameLength, min: 1).Throw());
            await loader.EnsureAsync(batch.Items.Select(item => item.RunNumber), cancel);
            var rows = batch.Items.GroupBy(item => (item.RunNumber, item.ClassName)).Select(same => same.Select(Reading).Aggregate(TriggerCounters.Later)).ToList();
            var readings = new ManyRows<TriggerCounters>(
                db, [nameof(TriggerCounters.RunNumber), nameof(TriggerCounters.ClassName), nameof(TriggerCounters.Timestamp), .. Counters],
                $"(run_number, class_name) DO UPDATE SET timestamp = excluded.timestamp, {string.Join(", ", Counters.Select(Later))} WHERE excluded.timestamp >= trigger_counters.timestamp");
            await readings.WriteAsync(rows, cancel);
            batch.CarryOut(item => new Run { RunNumber = item.RunNumber });
        }, cancel);

    private static TriggerCounters Reading(TriggerCountersInput item) => new()
    {
        RunNumber = item.RunNumber, ClassName = item.ClassName, Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(item.Timestamp.ToUnixTimeMilliseconds()),
        Lmb = item.Lmb, Lma = item.Lma, L0b = item.L0b, L0a = item.L0a, L1b = item.L1b, L1a = item.L1a,
    };

    // The same as TriggerCounters.Later.
    private string Later(string counter)
    {
        var column = SnakeCase.Of(counter);
        var greatest = db.Database.IsNpgsql() ? "GREATEST" : "MAX";
        return $"{column} = CASE WHEN excluded.timestamp > trigger_counters.timestamp THEN excluded.{column} ELSE {greatest}(excluded.{column}, trigger_counters.{column}) END";
    }
}
