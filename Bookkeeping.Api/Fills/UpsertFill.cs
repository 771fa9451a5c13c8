using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Fills;

/// <summary>What is known of a fill: null clears a field, what is absent stays as it is.</summary>
internal sealed record UpsertFillInput
{
    /// <summary>The fill's number, above 0.</summary>
    public required int FillNumber { get; init; }

    /// <inheritdoc cref="Fill.StableBeamsStart"/>
    public Optional<DateTimeOffset?> StableBeamsStart { get; init; }

    /// <inheritdoc cref="Fill.StableBeamsEnd"/>
    public Optional<DateTimeOffset?> StableBeamsEnd { get; init; }

    /// <inheritdoc cref="Fill.BeamType"/>
    public Optional<string?> BeamType { get; init; }

    /// <inheritdoc cref="Fill.FillingSchemeName"/>
    public Optional<string?> FillingSchemeName { get; init; }

    /// <inheritdoc cref="Fill.CollidingBunchesCount"/>
    public Optional<int?> CollidingBunchesCount { get; init; }

    /// <inheritdoc cref="Fill.DeliveredLuminosityInverseNanobarn"/>
    public Optional<double?> DeliveredLuminosityInverseNanobarn { get; init; }
}

/// <summary>Creates or changes a fill. The definitions of its runs and its statistics follow. May be sent twice.</summary>
[RequiresRole(Roles.LhcInterface), Refuses<InvalidValueError>]
internal sealed class UpsertFill(BookkeepingDb db, BatchWriter writer)
{
    private const int MaxNameLength = 64;

    public Task<IReadOnlyList<ItemResult<Fill>>> ExecuteAsync(IReadOnlyList<UpsertFillInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<UpsertFillInput, Fill>(Roles.LhcInterface, items, async (batch, _) =>
        {
            var fills = await FillsAtHand.LoadAsync(db, batch.Items.Select(item => item.FillNumber), cancel);
            batch.CarryOut(item => fills.Change(item.FillNumber, fill =>
            {
                Patch<UpsertFillInput, Fill>.Apply(item, fill);
                if (item.StableBeamsStart is { HasValue: true, Value: null }) fill.StableBeamsDuration = null;
            }, Check));
        }, cancel);

    private static void Check(Fill fill) => new Checks()
        .AtLeast("fillNumber", fill.FillNumber, 1)
        .Order("stableBeamsStart", fill.StableBeamsStart, "stableBeamsEnd", fill.StableBeamsEnd)
        .Length("beamType", fill.BeamType, MaxNameLength)
        .Length("fillingSchemeName", fill.FillingSchemeName, MaxNameLength)
        .AtLeast("collidingBunchesCount", fill.CollidingBunchesCount, 0)
        .AtLeast("deliveredLuminosityInverseNanobarn", fill.DeliveredLuminosityInverseNanobarn, 0)
        .Throw();
}
