using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Fills;

/// <summary>What the list of fills can be asked for by its address.</summary>
internal static class FillFilters
{
    private static readonly string[] Beams = ["stable", "all"];

    /// <summary>The list of fills. Without <c>beams=all</c> only those with stable beams are shown.</summary>
    public static ListDefinition List { get; } = new(
        "/fills",
        [
            new("beams", "Fills", StableBeams) { Control = new ChoiceControl(Beams) },
            new("fills", "Fill numbers", Terms.Numbers("fillNumbers")) { Control = new TextControl("8178, 8293-8302") },
            new("from", "Stable beams from", Terms.Time("stableBeamsStart", "gte")) { Control = new TextControl(Type: "datetime-local") },
            new("to", "Stable beams before", Terms.Time("stableBeamsStart", "lt")) { Control = new TextControl(Type: "datetime-local") },
            new("duration", "Stable beams duration", Terms.Duration("stableBeamsDuration")) { Control = new TextControl(">10:00:00") },
            new("runs-duration", "Total runs duration", Terms.Duration("statistics.runsCoverage")) { Control = new TextControl(">05:00:00") },
            new("beam-types", "Beam types", Terms.OneOf("beamType")) { Control = new TextControl("PROTON - PROTON") },
            new("scheme", "Scheme name", Terms.Contains("fillingSchemeName")) { Control = new TextControl("25ns") },
            new("log-entry", "Named by log entry", Terms.Number("logEntries.some.number")) { Control = new TextControl("1234") },
        ],
        new Dictionary<string, string>
        {
            ["fill"] = "fillNumber", ["start"] = "stableBeamsStart", ["end"] = "stableBeamsEnd", ["duration"] = "stableBeamsDuration",
            ["efficiency"] = "statistics.efficiency", ["runs-duration"] = "statistics.runsCoverage", ["bunches"] = "collidingBunches",
        });

    private static FilterTerm StableBeams(string text) => text switch
    {
        "stable" => FilterTerm.Of(Terms.At("hasStableBeams.eq", true)),
        "all" => FilterTerm.Of(new Dictionary<string, object?>()),
        _ => FilterTerm.Wrong($"“{text}” is neither stable nor all."),
    };
}
