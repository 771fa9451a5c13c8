using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Timeline;

/// <summary>What was going on at a moment, and how it was configured.</summary>
internal sealed class LogbookState
{
    /// <summary>The moment. What began at it is there, what ended at it is not.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The fill with stable beams, else that of the runs under way; null when there was neither.</summary>
    public required FillState? Fill { get; init; }

    /// <summary>The environments that were there and not taken down, by id.</summary>
    [ListSize(AssumedSize = 20)]
    public required IReadOnlyList<EnvironmentState> Environments { get; init; }

    /// <summary>The runs under way, by number. A run of which no end is known is under way for 48 hours.</summary>
    [ListSize(AssumedSize = 10)]
    public required IReadOnlyList<RunState> Runs { get; init; }

    /// <summary>The magnets, as they were in the run that started last and tells them; null when none does.</summary>
    public required MagnetState? Magnets { get; init; }
}

/// <summary>A fill at a moment.</summary>
internal sealed class FillState
{
    /// <summary>The fill's number.</summary>
    public required int FillNumber { get; init; }

    /// <summary>The fill, as it is now.</summary>
    [FindBy(nameof(FillNumber))]
    public Fill? Fill { get; }

    /// <summary>Whether its beams were stable.</summary>
    public required bool HasStableBeams { get; init; }

    /// <summary>The beam mode that was known of the runs under way, as in <c>STABLE BEAMS</c>; null when there was none.</summary>
    public required string? BeamMode { get; init; }
}

/// <summary>An environment at a moment.</summary>
internal sealed class EnvironmentState
{
    /// <summary>The environment's id.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>The environment, as it is now.</summary>
    [FindBy(nameof(EnvironmentId))]
    public Environment? Environment { get; }

    /// <summary>The status it was in.</summary>
    public required EnvironmentStatus Status { get; init; }

    /// <summary>What the control system had said; null when nothing.</summary>
    public required string? Message { get; init; }

    /// <summary>Since when it was in the status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>A run at a moment: what was changed since is put back. What no entry of the journal tells was as it is.</summary>
internal sealed class RunState
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The run, as it is now.</summary>
    [FindBy(nameof(RunNumber))]
    public Run? Run { get; }

    /// <summary>Whether the logbook knew the run then; else it was told later, and all is as it was told first.</summary>
    public required bool WasKnown { get; init; }

    /// <summary>What the run was taken for; null when it was not known.</summary>
    public required RunDefinition? Definition { get; init; }

    /// <summary>The judgement of the run.</summary>
    public required RunQuality Quality { get; init; }

    /// <summary>The detectors in the run, by name.</summary>
    [ListSize(AssumedSize = 15)]
    public required IReadOnlyList<DetectorState> Detectors { get; init; }

    /// <summary>The texts of the run's tags, sorted.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Where the trigger came from; null when it was not known.</summary>
    public required TriggerValue? Trigger { get; init; }

    /// <summary>The beam mode of the LHC; null when it was not known.</summary>
    public required string? LhcBeamMode { get; init; }

    /// <summary>Energy of each beam, GeV; null when it was not known.</summary>
    public required double? LhcBeamEnergyGeV { get; init; }

    /// <summary>β* at the interaction point of the experiment, metres; null when it was not known.</summary>
    public required double? LhcBetaStarM { get; init; }

    /// <summary>What was changed of the run since, the first change first.</summary>
    [ListSize(AssumedSize = 10)]
    public required IReadOnlyList<JournalEntry> ChangedSince { get; init; }
}

/// <summary>A detector in a run at a moment.</summary>
/// <param name="Name">The detector's name.</param>
/// <param name="Quality">The quality of its data.</param>
internal sealed record DetectorState(string Name, DetectorQuality Quality);

/// <summary>The magnets at a moment.</summary>
internal sealed class MagnetState
{
    /// <summary>The run that tells it.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The run, as it is now.</summary>
    [FindBy(nameof(RunNumber))]
    public Run? Run { get; }

    /// <summary>Current of the L3 solenoid, ampere, without sign; null when not known.</summary>
    public required double? L3CurrentA { get; init; }

    /// <summary>Polarity of the L3 solenoid; null when not known.</summary>
    public required MagnetPolarity? L3Polarity { get; init; }

    /// <summary>Current of the muon dipole, ampere, without sign; null when not known.</summary>
    public required double? DipoleCurrentA { get; init; }

    /// <summary>Polarity of the muon dipole; null when not known.</summary>
    public required MagnetPolarity? DipolePolarity { get; init; }
}
