using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using static Bookkeeping.Web.Lists.ListColumn;
using More = Bookkeeping.Web.Lists.MoreColumn<Bookkeeping.Web.Graph.RunsPage_Runs_Nodes>;

namespace Bookkeeping.Web.Runs;

/// <summary>The columns of the list of runs: the usual ones as <c>RunTable</c> has them, and those that are read only when one of their group is chosen.</summary>
internal static class RunColumns
{
    /// <summary>Times of the parts of a run.</summary>
    public const string Times = "Times";

    /// <summary>What the LHC and the magnets did.</summary>
    public const string Beams = "LHC and magnets";

    /// <summary>How the run was configured.</summary>
    public const string Configuration = "Configuration";

    /// <summary>What it wrote.</summary>
    public const string Data = "Data";

    private static readonly IReadOnlyList<ListColumn> OfTable = InOrder(
        new("run", "Run", Usual, ("runNumber", "Run")),
        new("detectors", "Detectors", Usual, ("detectors.detector.name", "Detectors")),
        new("tags", "Tags", Usual, ("tags.text", "Tags")),
        new("fill", "Fill", Usual, ("fill.fillNumber", "Fill")),
        new("period", "LHC period", Usual, ("lhcPeriod.name", "LHC period")),
        new("start", "Start", Usual, ("startTime", "Start")),
        new("stop", "Stop", Usual, ("endedAt", "Stop")),
        new("definition", "Definition", Usual, ("definition", "Definition"), ("calibrationStatus", "Calibration")),
        new("duration", "Duration", Usual, ("duration", "Duration")),
        new("environment", "Environment", Usual, ("environment.environmentId", "Environment")),
        new("quality", "Quality", Usual, ("quality", "Quality")),
        new("epns", "EPNs", Usual, ("epnCount", "EPNs")),
        new("flps", "FLPs", Usual, ("flpCount", "FLPs")),
        new("dcs", "DCS", Usual, ("dcsEnabled", "DCS")),
        new("trigger", "Trigger", Usual, ("trigger", "Trigger")),
        new("reason", "End-of-run reason", Usual, ("endOfRunReasons.category", "Reason: category"), ("endOfRunReasons.title", "Reason: title"), ("endOfRunReasons.description", "Reason: description")));

    /// <summary>Those that a table has only when they are chosen.</summary>
    public static IReadOnlyList<More> Chosen { get; } =
    [
        new(Times, "o2-start", "O2 start", "timeO2Start", run => run.TimeO2Start),
        new(Times, "o2-stop", "O2 stop", "timeO2End", run => run.TimeO2End),
        new(Times, "trigger-start", "Trigger start", "timeTrgStart", run => run.TimeTrgStart),
        new(Times, "trigger-stop", "Trigger stop", "timeTrgEnd", run => run.TimeTrgEnd),
        new(Times, "first-tf", "First time frame", "firstTfTimestamp", run => run.FirstTfTimestamp),
        new(Times, "last-tf", "Last time frame", "lastTfTimestamp", run => run.LastTfTimestamp),
        new(Times, "transfer-start", "Transfer start", "startOfDataTransfer", run => run.StartOfDataTransfer),
        new(Times, "transfer-stop", "Transfer end", "endOfDataTransfer", run => run.EndOfDataTransfer),
        new(Times, "status", "Status", "status", run => run.Status.Value),
        new(Beams, "beam-mode", "Beam mode", "lhcBeamMode", run => run.LhcBeamMode),
        new(Beams, "beam-type", "Beam type", "fill.beamType", run => run.FillOfRun?.BeamType),
        new(Beams, "beam-energy", "Beam energy, GeV", "lhcBeamEnergyGeV", run => run.LhcBeamEnergyGeV) { IsNumber = true },
        new(Beams, "beta-star", "Beta star, m", "lhcBetaStarM", run => run.LhcBetaStarM) { IsNumber = true },
        new(Beams, "bunches", "Colliding bunches", "fill.collidingBunches", run => run.FillOfRun?.CollidingBunches) { IsNumber = true },
        new(Beams, "l3-current", "L3 current, A", "aliceL3CurrentA", run => run.AliceL3CurrentA) { IsNumber = true },
        new(Beams, "l3-polarity", "L3 polarity", "aliceL3Polarity", run => run.AliceL3Polarity?.Value),
        new(Beams, "dipole-current", "Dipole current, A", "aliceDipoleCurrentA", run => run.AliceDipoleCurrentA) { IsNumber = true },
        new(Beams, "dipole-polarity", "Dipole polarity", "aliceDipolePolarity", run => run.AliceDipolePolarity?.Value),
        new(Configuration, "run-type", "Run type", "runType.name", run => run.RunType?.Name),
        new(Configuration, "detector-count", "Detector count", "detectorCount", run => run.DetectorCount) { IsNumber = true },
        new(Configuration, "detector-qualities", "Detector qualities", "detectors.quality", run => string.Join(", ", run.Detectors.Select(one => $"{one.Detector.Name} {one.Quality.Value.ToLowerInvariant()}"))),
        new(Configuration, "data-distribution", "Data distribution", "dataDistributionEnabled", run => run.DataDistributionEnabled),
        new(Configuration, "epn", "EPN", "epnEnabled", run => run.EpnEnabled),
        new(Configuration, "epn-topology", "EPN topology", "epnTopology", run => run.EpnTopology),
        new(Configuration, "topology", "Topology", "odcTopologyFullName", run => run.OdcTopologyFullName),
        new(Configuration, "pdp-option", "PDP option", "pdpConfigOption", run => run.PdpConfigOption),
        new(Configuration, "pdp-file", "PDP topology file", "pdpTopologyDescriptionLibraryFile", run => run.PdpTopologyDescriptionLibraryFile),
        new(Configuration, "pdp-workflow", "PDP workflow", "pdpWorkflowParameters", run => run.PdpWorkflowParameters),
        new(Configuration, "pdp-beam-type", "PDP beam type", "pdpBeamType", run => run.PdpBeamType),
        new(Configuration, "tfb-mode", "TFB mode", "timeFrameBuilderMode", run => run.TimeFrameBuilderMode),
        new(Configuration, "readout", "Readout configuration", "readoutConfigurationUri", run => run.ReadoutConfigurationUri),
        new(Data, "subtimeframes", "Sub-timeframes", "subtimeframeCount", run => run.SubtimeframeCount) { IsNumber = true },
        new(Data, "bytes", "Bytes read out", "bytesReadOut", run => run.BytesReadOut) { IsNumber = true },
        new(Data, "ctf-files", "CTF files", "ctfFileCount", run => run.CtfFileCount) { IsNumber = true },
        new(Data, "ctf-size", "CTF size, bytes", "ctfFileSizeBytes", run => run.CtfFileSizeBytes) { IsNumber = true },
        new(Data, "tf-files", "TF files", "tfFileCount", run => run.TfFileCount) { IsNumber = true },
        new(Data, "tf-size", "TF size, bytes", "tfFileSizeBytes", run => run.TfFileSizeBytes) { IsNumber = true },
        new(Data, "other-files", "Other files", "otherFileCount", run => run.OtherFileCount) { IsNumber = true },
        new(Data, "other-size", "Other size, bytes", "otherFileSizeBytes", run => run.OtherFileSizeBytes) { IsNumber = true },
        new(Data, "inel-rate", "INEL rate, Hz", "inelasticInteractionRateAverageHz", run => run.InelasticInteractionRateAverageHz) { IsNumber = true },
        new(Data, "inel-mu", "µ(INEL)", "muInelasticInteractionRate", run => run.MuInelasticInteractionRate) { IsNumber = true },
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListColumn> All { get; } = [.. OfTable, .. Chosen.Select(more => more.Column)];
}
