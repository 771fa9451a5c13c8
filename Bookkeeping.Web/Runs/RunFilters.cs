using System.Globalization;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Runs;

/// <summary>What the list of runs can be asked for by its address.</summary>
internal static class RunFilters
{
    private const string Reason = "endOfRunReasons.some";

    private static readonly string[] Definitions = ["PHYSICS", "COSMICS", "TECHNICAL", "SYNTHETIC", "CALIBRATION", "COMMISSIONING"];
    private static readonly string[] Qualities = ["GOOD", "BAD", "TEST", "NONE"];
    private static readonly string[] Triggers = ["OFF", "LTU", "CTP"];
    private static readonly string[] Calibrations = ["SUCCESS", "FAILED", "NO_STATUS"];
    private static readonly Choice[] OfDetectors = [.. Terms.Meanings, new(TidyAddress.Alone, "no detector at all")];

    /// <summary>The list of runs.</summary>
    public static ListDefinition List { get; } = new(
        "/runs",
        [
            new("Run",
            [
                new("runs", "Run numbers", Terms.Numbers("runNumbers")) { Control = new TextControl("526077-526090, 527697") },
                new("definition", "Definition", Terms.OneOf("definition", Definitions)) { Control = new ManyControl(Definitions) },
                new("quality", "Quality", Terms.OneOf("quality", Qualities)) { Control = new ManyControl(Qualities) },
                new("calibration", "Calibration status", Terms.OneOf("calibrationStatus", Calibrations)) { Control = new ManyControl(Calibrations) },
                new("types", "Run types", Terms.OneOf("runType.name")) { Control = new ManyControl() },
                new("duration", "Duration", Terms.Duration("duration")) { Control = new CompareControl("01:00:00") },
                new("environments", "Environments", Terms.OneOf("environment.environmentId")) { Control = new TextControl("2bHRdoWP7v9") },
                new("log-entry", "Named by log entry", Terms.Number("logEntries.some.number")) { Control = new TextControl("1234") },
            ]),
            new($"Times ({ControlRoomTime.ZoneName})",
            [
                new("from", "Started from", Terms.Time("startTime", "gte")) { Control = new TimeControl() },
                new("to", "Started before", Terms.Time("startTime", "lt")) { Control = new TimeControl() },
                new("stop-from", "Stopped from", Terms.Time("endedAt", "gte")) { Control = new TimeControl() },
                new("stop-to", "Stopped before", Terms.Time("endedAt", "lt")) { Control = new TimeControl() },
                new("o2-start-from", "O2 start from", Terms.Time("timeO2Start", "gte")) { Control = new TimeControl() },
                new("o2-start-to", "O2 start before", Terms.Time("timeO2Start", "lt")) { Control = new TimeControl() },
                new("o2-stop-from", "O2 stop from", Terms.Time("timeO2End", "gte")) { Control = new TimeControl() },
                new("o2-stop-to", "O2 stop before", Terms.Time("timeO2End", "lt")) { Control = new TimeControl() },
            ]),
            new("LHC",
            [
                new("fills", "Fill numbers", Terms.Numbers("fill.fillNumbers")) { Control = new TextControl("8178, 8293-8302") },
                new("periods", "LHC periods", Terms.OneOf("lhcPeriod.name")) { Control = new ManyControl() },
                new("beam-modes", "Beam modes", Terms.OneOf("lhcBeamMode")) { Control = new ManyControl() },
                new("beam-types", "Beam types", Terms.OneOf("fill.beamType")) { Control = new ManyControl() },
                new("pdp-beam-types", "PDP beam types", Terms.OneOf("pdpBeamType")) { Control = new ManyControl() },
            ]),
            new("Detectors and tags",
            [
                new("detectors", "Detectors", Terms.Detectors) { Control = new ManyControl { Meanings = OfDetectors } },
                new("detector-count", "Number of detectors", Terms.Number("detectorCount")) { Control = new CompareControl("10") },
                new("tags", "Tags", Terms.Related("tags", "text")) { Control = new ManyControl { Meanings = Terms.Meanings } },
            ]),
            new("Configuration",
            [
                new("trigger", "Trigger", Terms.OneOf("trigger", Triggers)) { Control = new ManyControl(Triggers) },
                new("dcs", "DCS", Terms.Switch("dcsEnabled")) { Control = new ChoiceControl("on", "off") },
                new("dd", "Data distribution", Terms.Switch("dataDistributionEnabled")) { Control = new ChoiceControl("on", "off") },
                new("epn", "EPN", Terms.Switch("epnEnabled")) { Control = new ChoiceControl("on", "off") },
                new("epns", "Number of EPNs", Terms.Number("epnCount")) { Control = new CompareControl("100") },
                new("flps", "Number of FLPs", Terms.Number("flpCount")) { Control = new CompareControl("100") },
                new("magnets", "Magnets", Magnets) { Control = new ChoiceControl() },
                new("topology", "Topology name", Terms.Contains("odcTopologyFullName")) { Control = new TextControl("synchronous-workflow") },
            ]),
            new("Files",
            [
                new("ctf-files", "CTF files", Terms.Number("ctfFileCount")) { Control = new CompareControl("1") },
                new("tf-files", "TF files", Terms.Number("tfFileCount")) { Control = new CompareControl("1") },
                new("other-files", "Other files", Terms.Number("otherFileCount")) { Control = new CompareControl("1") },
            ]),
            new("End-of-run reason",
            [
                new("reason-category", "Category", Terms.OneOf("category")) { Control = new ManyControl(), SameRowOf = Reason },
                new("reason-title", "Title", Terms.OneOf("title")) { Control = new ManyControl(), SameRowOf = Reason },
                new("reason", "Description", Terms.Contains("description")) { Control = new TextControl("segfault"), SameRowOf = Reason },
            ]),
        ],
        new Dictionary<string, string>
        {
            ["run"] = "runNumber", ["start"] = "startTime", ["stop"] = "endTime", ["duration"] = "duration", ["definition"] = "definition",
            ["quality"] = "quality", ["epns"] = "epnCount", ["flps"] = "flpCount", ["fill"] = "fill.fillNumber", ["environment"] = "environment.environmentId",
        });

    private static FilterTerm Magnets(string text)
    {
        var levels = text.Split('/').Select(Level).ToArray();
        return levels is [{ } l3, { } dipole]
            ? FilterTerm.Of(Terms.At("magnets", new Dictionary<string, object?> { ["l3Ka"] = l3, ["dipoleKa"] = dipole }))
            : FilterTerm.Wrong($"“{text}” is not the levels of both magnets: 30/-6 would be, the L3 solenoid before the dipole, in kiloampere.");
    }

    private static int? Level(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) ? level : null;
}
