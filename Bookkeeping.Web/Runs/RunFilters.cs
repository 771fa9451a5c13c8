using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Runs;

/// <summary>What the list of runs can be asked for by its address.</summary>
internal static class RunFilters
{
    private static readonly string[] Definitions = ["PHYSICS", "COSMICS", "TECHNICAL", "SYNTHETIC", "CALIBRATION", "COMMISSIONING"];
    private static readonly string[] Qualities = ["GOOD", "BAD", "TEST", "NONE"];
    private static readonly string[] Triggers = ["OFF", "LTU", "CTP"];
    private static readonly string[] Switch = ["on", "off"];

    /// <summary>The list of runs.</summary>
    public static ListDefinition List { get; } = new(
        "/runs",
        [
            new("runs", "Run numbers", Terms.Numbers("runNumbers")) { Control = new TextControl("526077-526090, 527697") },
            new("detectors", "Detectors", Terms.AllOf("detectors", "detector.name")) { Control = new TextControl("ITS, TPC") },
            new("tags", "Tags", Terms.AllOf("tags", "text")) { Control = new TextControl("PHYSICS") },
            new("fills", "Fill numbers", Terms.Numbers("fill.fillNumbers")) { Control = new TextControl("8178, 8293-8302") },
            new("periods", "LHC periods", Terms.OneOf("lhcPeriod.name")) { Control = new TextControl("LHC22n") },
            new("from", "Started from", Terms.Time("startTime", "gte")) { Control = new TextControl(Type: "datetime-local") },
            new("to", "Started before", Terms.Time("startTime", "lt")) { Control = new TextControl(Type: "datetime-local") },
            new("definition", "Definition", Terms.OneOf("definition", Definitions)) { Control = new ChoiceControl(Definitions) },
            new("quality", "Quality", Terms.OneOf("quality", Qualities)) { Control = new ChoiceControl(Qualities) },
            new("duration", "Duration", Terms.Duration("duration")) { Control = new TextControl(">01:00:00") },
            new("environments", "Environments", Terms.OneOf("environment.environmentId")) { Control = new TextControl("2bHRdoWP7v9") },
            new("types", "Run types", Terms.OneOf("runType.name")) { Control = new TextControl("PHYSICS") },
            new("beam-modes", "Beam modes", Terms.OneOf("lhcBeamMode")) { Control = new TextControl("STABLE BEAMS") },
            new("detector-count", "Number of detectors", Terms.Number("detectorCount")) { Control = new TextControl(">=10") },
            new("epns", "Number of EPNs", Terms.Number("epnCount")) { Control = new TextControl(">100") },
            new("flps", "Number of FLPs", Terms.Number("flpCount")) { Control = new TextControl(">100") },
            new("trigger", "Trigger", Terms.OneOf("trigger", Triggers)) { Control = new ChoiceControl(Triggers) },
            new("dcs", "DCS", Terms.Switch("dcsEnabled")) { Control = new ChoiceControl(Switch) },
            new("epn", "EPN", Terms.Switch("epnEnabled")) { Control = new ChoiceControl(Switch) },
            new("dd", "Data distribution", Terms.Switch("dataDistributionEnabled")) { Control = new ChoiceControl(Switch) },
            new("reason", "End-of-run reason", text => FilterTerm.Of(Reason(text.Trim()))) { Control = new TextControl("FLP") },
            new("log-entry", "Named by log entry", Terms.Number("logEntries.some.number")) { Control = new TextControl("1234") },
        ],
        new Dictionary<string, string>
        {
            ["run"] = "runNumber", ["start"] = "startTime", ["stop"] = "endTime", ["duration"] = "duration", ["definition"] = "definition",
            ["quality"] = "quality", ["epns"] = "epnCount", ["flps"] = "flpCount", ["fill"] = "fill.fillNumber", ["environment"] = "environment.environmentId",
        });

    private static object Reason(string text) => Terms.At("endOfRunReasons.some.or", new[]
    {
        Terms.At("category.contains", text), Terms.At("title.contains", text), Terms.At("description.contains", text),
    });
}
