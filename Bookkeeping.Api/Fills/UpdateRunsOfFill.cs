using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Fills;

/// <summary>What the LHC interface knows of a fill's runs: null clears a field, what is absent stays as it is.</summary>
internal sealed record UpdateRunsOfFillInput
{
    /// <summary>The fill; one that is not known yet is created.</summary>
    public required int FillNumber { get; init; }

    /// <summary>The runs concerned, which become runs of the fill; at most 1000. Null: all runs that the fill has already.</summary>
    public IReadOnlyList<int>? RunNumbers { get; init; }

    /// <inheritdoc cref="Run.LhcBeamMode"/>
    public Optional<string?> LhcBeamMode { get; init; }

    /// <inheritdoc cref="Run.LhcBeamEnergyGeV"/>
    public Optional<double?> LhcBeamEnergyGeV { get; init; }

    /// <inheritdoc cref="Run.LhcBetaStarM"/>
    public Optional<double?> LhcBetaStarM { get; init; }

    /// <inheritdoc cref="Run.AliceL3CurrentA"/>
    public Optional<double?> AliceL3CurrentA { get; init; }

    /// <inheritdoc cref="Run.AliceL3Polarity"/>
    public Optional<MagnetPolarity?> AliceL3Polarity { get; init; }

    /// <inheritdoc cref="Run.AliceDipoleCurrentA"/>
    public Optional<double?> AliceDipoleCurrentA { get; init; }

    /// <inheritdoc cref="Run.AliceDipolePolarity"/>
    public Optional<MagnetPolarity?> AliceDipolePolarity { get; init; }

    /// <inheritdoc cref="Run.CrossSectionMicrobarn"/>
    public Optional<double?> CrossSectionMicrobarn { get; init; }

    /// <inheritdoc cref="Run.TriggerEfficiency"/>
    public Optional<double?> TriggerEfficiency { get; init; }

    /// <inheritdoc cref="Run.TriggerAcceptance"/>
    public Optional<double?> TriggerAcceptance { get; init; }

    /// <inheritdoc cref="Run.PhaseShiftAtStartBeam1"/>
    public Optional<double?> PhaseShiftAtStartBeam1 { get; init; }

    /// <inheritdoc cref="Run.PhaseShiftAtStartBeam2"/>
    public Optional<double?> PhaseShiftAtStartBeam2 { get; init; }

    /// <inheritdoc cref="Run.PhaseShiftAtEndBeam1"/>
    public Optional<double?> PhaseShiftAtEndBeam1 { get; init; }

    /// <inheritdoc cref="Run.PhaseShiftAtEndBeam2"/>
    public Optional<double?> PhaseShiftAtEndBeam2 { get; init; }
}

/// <summary>Tells runs their fill and the state of the LHC and of the magnets. Definitions and statistics follow. May be sent twice.</summary>
[RequiresRole(Roles.LhcInterface), Refuses<NotFoundError>, Refuses<InvalidValueError>]
internal sealed class UpdateRunsOfFill(BookkeepingDb db, BatchWriter writer)
{
    private const int MaxRuns = 1000;

    public Task<IReadOnlyList<ItemResult<Fill>>> ExecuteAsync(IReadOnlyList<UpdateRunsOfFillInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<UpdateRunsOfFillInput, Fill>(Roles.LhcInterface, items, async (batch, _) =>
        {
            batch.Check(Check);
            var fills = await FillsAtHand.LoadAsync(db, batch.Items.Select(item => item.FillNumber), cancel);
            var runs = await RunsAsync(batch.Items, cancel);
            batch.CarryOut(item =>
            {
                foreach (var run in RunsOf(item, runs)) RunChecks.Check(Updated(run.Copy(), item));
                foreach (var run in RunsOf(item, runs).ToList()) Updated(run, item);
                return fills.FindOrCreate(item.FillNumber);
            });
        }, cancel);

    private static void Check(UpdateRunsOfFillInput item)
    {
        var checks = new Checks().AtLeast("fillNumber", item.FillNumber, 1);
        if (item.RunNumbers?.Count > MaxRuns) checks.Add("TOO_MANY_RUNS", "runNumbers", $"`runNumbers` has {item.RunNumbers.Count} numbers; at most {MaxRuns} are possible.");
        checks.Throw();
    }

    private async Task<Dictionary<int, Run>> RunsAsync(IReadOnlyList<UpdateRunsOfFillInput> items, CancellationToken cancel)
    {
        var numbers = items.SelectMany(item => item.RunNumbers ?? []).Distinct().ToList();
        var fills = items.Where(item => item.RunNumbers is null).Select(item => item.FillNumber).Distinct().ToList();
        return await db.Runs.Where(run => numbers.Contains(run.RunNumber) || (run.FillNumber != null && fills.Contains(run.FillNumber.Value))).ToDictionaryAsync(run => run.RunNumber, cancel);
    }

    private static IEnumerable<Run> RunsOf(UpdateRunsOfFillInput item, Dictionary<int, Run> runs)
    {
        if (item.RunNumbers is not { } numbers) return runs.Values.Where(run => run.FillNumber == item.FillNumber);
        var missing = numbers.Distinct().Where(number => !runs.ContainsKey(number)).ToList();
        return missing.Count == 0 ? numbers.Distinct().Select(number => runs[number]) : throw RunRefusals.NotFound(missing);
    }

    private static Run Updated(Run run, UpdateRunsOfFillInput item)
    {
        run.FillNumber = item.FillNumber;
        Patch<UpdateRunsOfFillInput, Run>.Apply(item, run);
        return run;
    }
}
