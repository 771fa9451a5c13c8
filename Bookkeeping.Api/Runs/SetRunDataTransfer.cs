using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>How far the transfer of a run's data is: null clears a field, what is absent stays as it is.</summary>
internal sealed record SetRunDataTransferInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

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
}

/// <summary>
/// Records how far the transfer of a run's data is. Counts and sizes only grow while files are written: less than what is known comes from an older
/// message, and leaves it. (To put a wrong count right, <c>updateRun</c> takes any.) May be sent twice, and before the message that starts the run: then
/// the run is created.
/// </summary>
[RequiresRole(Roles.Processing), Refuses<InvalidValueError>]
internal sealed class SetRunDataTransfer(BatchWriter writer, RunLoader loader)
{
    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<SetRunDataTransferInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<SetRunDataTransferInput, Run>(Roles.Processing, items, async (batch, _) =>
        {
            var runs = await loader.LoadAsync(batch.Items.Select(item => new RunMention(item.RunNumber)), cancel);
            batch.CarryOut(item => runs.Change(item.RunNumber, environmentId: null, run => Record(run, item)));
        }, cancel);

    private static void Record(Run run, SetRunDataTransferInput item)
    {
        Patch<SetRunDataTransferInput, Run>.Apply(
            item with
            {
                CtfFileCount = Grown(item.CtfFileCount, run.CtfFileCount),
                TfFileCount = Grown(item.TfFileCount, run.TfFileCount),
                OtherFileCount = Grown(item.OtherFileCount, run.OtherFileCount),
                CtfFileSizeBytes = Grown(item.CtfFileSizeBytes, run.CtfFileSizeBytes),
                TfFileSizeBytes = Grown(item.TfFileSizeBytes, run.TfFileSizeBytes),
                OtherFileSizeBytes = Grown(item.OtherFileSizeBytes, run.OtherFileSizeBytes),
            },
            run);
    }

    // A negative number is no older one: the run's checks refuse it.
    private static Optional<T?> Grown<T>(Optional<T?> given, T? known)
        where T : struct, System.Numerics.INumber<T> => given.Value >= T.Zero && known > given.Value ? known : given;
}
