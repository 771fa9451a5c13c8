using Bookkeeping.Api.Fills;

namespace Bookkeeping.Api.Runs;

/// <summary>What a run is, from what took part in it and when. The first rule that holds decides.</summary>
internal static class RunDefinitionRule
{
    private static readonly string[] CalibrationTypes = ["CALIBRATION_", "PEDESTAL", "LASER", "PULSER", "NOISE"];

    private static readonly string[] ReplayTypes = ["REPLAY", "SYNTHETIC"];

    private static readonly string[] CosmicTypes = ["COSMIC", "COSMICS"];

    private static readonly string[] RecordingModes = ["processing", "processing-disk"];

    /// <summary>The definition of a run.</summary>
    /// <param name="run">The run as it will be saved: with its new type, not the old one.</param>
    /// <param name="fill">The fill it will belong to; null for none.</param>
    /// <param name="detectors">The names of its detectors.</param>
    /// <param name="now">Stands in for the end of a run or of stable beams that has none yet.</param>
    public static RunDefinition Of(Run run, Fill? fill, IReadOnlyCollection<string> detectors, DateTimeOffset now)
    {
        var recordsData = RecordsData(run);
        if (recordsData && detectors.Contains("ITS") && detectors.Contains("FT0") && OverlapsStableBeams(run.Times, fill, now))
            return RunDefinition.Physics;
        if (recordsData && IsOneOf(run.RunTypeName, CosmicTypes) && run.LhcBeamMode is null or "" or "NO BEAM")
            return RunDefinition.Cosmics;
        if (IsOneOf(run.RunTypeName, ["TECHNICAL"]) && run.PdpBeamType == "technical")
            return RunDefinition.Technical;
        if (run.DcsEnabled != true && run.Trigger == TriggerValue.Off && IsOneOf(run.RunTypeName, ReplayTypes))
            return RunDefinition.Synthetic;
        return CalibrationTypes.Any(type => run.RunTypeName?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true)
            ? RunDefinition.Calibration
            : RunDefinition.Commissioning;
    }

    /// <summary>Whether the full chain takes part: detector control, readout to processing nodes, central trigger, time frames kept compressed.</summary>
    private static bool RecordsData(Run run) =>
        run is { DcsEnabled: true, DataDistributionEnabled: true, EpnEnabled: true, Trigger: TriggerValue.Ctp }
        && RecordingModes.Contains(run.TimeFrameBuilderMode)
        && run.PdpWorkflowParameters?.Contains("CTF", StringComparison.Ordinal) == true;

    private static bool OverlapsStableBeams(RunTimes run, Fill? fill, DateTimeOffset now) =>
        fill?.StableBeamsStart is { } stableBeamsStart && run.Start is { } start
        && (fill.StableBeamsEnd ?? now) >= start && (run.End ?? now) >= stableBeamsStart;

    private static bool IsOneOf(string? type, string[] types) => type is not null && types.Contains(type, StringComparer.OrdinalIgnoreCase);
}
