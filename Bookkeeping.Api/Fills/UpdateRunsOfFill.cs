using Bookkeeping.Api.Journal;
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
internal sealed class UpdateRunsOfFill(BookkeepingDb db, LogbookWriter writer)
{
    private const int MaxRuns = 1000;

    public Task<Fill> ExecuteAsync(UpdateRunsOfFillInput input, CancellationToken cancel)
    {
        var checks = new Checks().AtLeast("fillNumber", input.FillNumber, 1);
        if (input.RunNumbers?.Count > MaxRuns) checks.Add("TOO_MANY_RUNS", "runNumbers", $"`runNumbers` has {input.RunNumbers.Count} numbers; at most {MaxRuns} are possible.");
        checks.Throw();
        return writer.AsSystemAsync(Roles.LhcInterface, async _ =>
        {
            var fill = await db.Fills.FindAsync([input.FillNumber], cancel);
            if (fill is null) db.Add(fill = new Fill { FillNumber = input.FillNumber });
            foreach (var run in await RunsAsync(input, cancel))
            {
                run.FillNumber = input.FillNumber;
                Patch<UpdateRunsOfFillInput, Run>.Apply(input, run);
                RunChecks.Check(run);
            }

            return fill;
        }, cancel);
    }

    private async Task<List<Run>> RunsAsync(UpdateRunsOfFillInput input, CancellationToken cancel)
    {
        if (input.RunNumbers is not { } numbers) return await db.Runs.Where(run => run.FillNumber == input.FillNumber).ToListAsync(cancel);
        var runs = await db.Runs.Where(run => numbers.Contains(run.RunNumber)).ToListAsync(cancel);
        var missing = numbers.Distinct().Except(runs.Select(run => run.RunNumber)).ToList();
        return missing.Count == 0 ? runs : throw RunRefusals.NotFound(missing);
    }
}
