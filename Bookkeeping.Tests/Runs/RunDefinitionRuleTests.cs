using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Tests.Runs;

public sealed class RunDefinitionRuleTests
{
    private static readonly Fill Fill = new() { FillNumber = 1, StableBeamsStart = At("10:00"), StableBeamsEnd = At("20:00") };

    [Fact]
    public void The_full_chain_during_stable_beams_is_PHYSICS() => Assert.Equal(RunDefinition.Physics, Of(FullChain()));

    [Theory]
    [InlineData("09:00", "10:00", "Physics")]
    [InlineData("08:00", "09:59", "Commissioning")]
    [InlineData("20:00", "21:00", "Physics")]
    [InlineData("20:01", "21:00", "Commissioning")]
    [InlineData("09:50", null, "Physics")]
    public void PHYSICS_overlaps_stable_beams(string start, string? end, string definition) =>
        Assert.Equal(definition, Of(FullChain(run => (run.TimeTrgStart, run.TimeTrgEnd) = (At(start), end is null ? null : At(end)))).ToString());

    [Fact]
    public void Times_of_the_control_system_stand_in_for_those_of_the_trigger() => Assert.Equal(RunDefinition.Physics, Of(FullChain(run =>
    {
        (run.TimeO2Start, run.TimeO2End) = (run.TimeTrgStart, run.TimeTrgEnd);
        (run.TimeTrgStart, run.TimeTrgEnd) = (null, null);
    })));

    [Fact]
    public void Stable_beams_that_last_reach_to_the_present()
    {
        var fill = new Fill { StableBeamsStart = At("10:00") };
        Assert.Equal(RunDefinition.Physics, RunDefinitionRule.Of(FullChain(), fill, ["ITS", "FT0"], At("12:00")));
        Assert.Equal(RunDefinition.Commissioning, RunDefinitionRule.Of(FullChain(), fill, ["ITS", "FT0"], At("09:00")));
    }

    [Fact]
    public void Without_start_fill_or_stable_beams_nothing_is_PHYSICS()
    {
        Assert.Equal(RunDefinition.Commissioning, Of(FullChain(run => run.TimeTrgStart = null)));
        Assert.Equal(RunDefinition.Commissioning, RunDefinitionRule.Of(FullChain(), null, ["ITS", "FT0"], At("12:00")));
        Assert.Equal(RunDefinition.Commissioning, RunDefinitionRule.Of(FullChain(), new Fill(), ["ITS", "FT0"], At("12:00")));
    }

    [Theory]
    [InlineData("ITS")]
    [InlineData("FT0")]
    public void PHYSICS_needs_both_detectors(string only) =>
        Assert.Equal(RunDefinition.Commissioning, RunDefinitionRule.Of(FullChain(), Fill, [only, "TPC"], At("12:00")));

    public static TheoryData<string> MissingParts => ["dcs", "dd", "epn", "trigger", "mode", "ctf"];

    [Theory]
    [MemberData(nameof(MissingParts))]
    public void PHYSICS_and_COSMICS_need_every_part_of_the_chain(string part)
    {
        void Remove(Run run)
        {
            if (part == "dcs") run.DcsEnabled = null;
            if (part == "dd") run.DataDistributionEnabled = false;
            if (part == "epn") run.EpnEnabled = false;
            if (part == "trigger") run.Trigger = TriggerValue.Ltu;
            if (part == "mode") run.TimeFrameBuilderMode = "physics";
            if (part == "ctf") run.PdpWorkflowParameters = "QC,CALIB";
        }

        Assert.Equal(RunDefinition.Commissioning, Of(FullChain(Remove)));
        Assert.Equal(RunDefinition.Commissioning, Of(FullChain(run =>
        {
            Remove(run);
            run.RunTypeName = "COSMICS";
            run.TimeTrgEnd = At("09:59");
        })));
    }

    [Theory]
    [InlineData("Cosmic", null, "Cosmics")]
    [InlineData("COSMICS", "", "Cosmics")]
    [InlineData("cosmics", "NO BEAM", "Cosmics")]
    [InlineData("COSMICS", "RAMP", "Commissioning")]
    [InlineData("COSMICSTUFF", null, "Commissioning")]
    public void COSMICS_is_the_full_chain_of_that_type_without_beam(string type, string? beamMode, string definition) =>
        Assert.Equal(definition, Of(FullChain(run =>
        {
            (run.RunTypeName, run.LhcBeamMode) = (type, beamMode);
            (run.TimeTrgStart, run.TimeTrgEnd) = (At("08:00"), At("09:59"));
        })).ToString());

    [Theory]
    [InlineData("Technical", "technical", "Technical")]
    [InlineData("TECHNICAL", "TECHNICAL", "Commissioning")]
    [InlineData("TECHNICAL", null, "Commissioning")]
    public void TECHNICAL_needs_type_and_beam_type(string type, string? beamType, string definition) =>
        Assert.Equal(definition, Of(new Run { RunTypeName = type, PdpBeamType = beamType }).ToString());

    [Theory]
    [InlineData("REPLAY", false, "Off", "Synthetic")]
    [InlineData("synthetic", null, "Off", "Synthetic")]
    [InlineData("REPLAY", true, "Off", "Commissioning")]
    [InlineData("REPLAY", false, "Ltu", "Commissioning")]
    [InlineData("PHYSICS", false, "Off", "Commissioning")]
    public void SYNTHETIC_is_a_replay_without_detector_control_and_trigger(string type, bool? dcs, string trigger, string definition) =>
        Assert.Equal(definition, Of(new Run { RunTypeName = type, DcsEnabled = dcs, Trigger = Enum.Parse<TriggerValue>(trigger) }).ToString());

    [Theory]
    [InlineData("PEDESTAL", "Calibration")]
    [InlineData("pulser_long", "Calibration")]
    [InlineData("LASER", "Calibration")]
    [InlineData("NOISE", "Calibration")]
    [InlineData("CALIBRATION_THR_SCAN", "Calibration")]
    [InlineData("CALIBRATION", "Commissioning")]
    [InlineData(null, "Commissioning")]
    public void CALIBRATION_goes_by_the_beginning_of_the_type(string? type, string definition) =>
        Assert.Equal(definition, Of(new Run { RunTypeName = type }).ToString());

    [Fact]
    public void Only_a_calibration_has_a_calibration_status()
    {
        var run = new Run();
        run.Define(RunDefinition.Calibration);
        Assert.Equal(CalibrationStatus.NoStatus, run.CalibrationStatus);
        run.CalibrationStatus = CalibrationStatus.Failed;
        run.Define(RunDefinition.Calibration);
        Assert.Equal(CalibrationStatus.Failed, run.CalibrationStatus);
        run.Define(RunDefinition.Commissioning);
        Assert.Null(run.CalibrationStatus);
    }

    private static RunDefinition Of(Run run) => RunDefinitionRule.Of(run, Fill, ["FT0", "ITS", "TPC"], At("12:00"));

    private static Run FullChain(Action<Run>? change = null)
    {
        var run = new Run
        {
            RunNumber = 1, DcsEnabled = true, DataDistributionEnabled = true, EpnEnabled = true, Trigger = TriggerValue.Ctp,
            TimeFrameBuilderMode = "processing-disk", PdpWorkflowParameters = "QC,CTF", RunTypeName = "PHYSICS",
            TimeTrgStart = At("09:50"), TimeTrgEnd = At("10:05"),
        };
        change?.Invoke(run);
        return run;
    }

    private static DateTimeOffset At(string time) => new(new DateOnly(2022, 9, 24), TimeOnly.Parse(time), TimeSpan.Zero);
}
