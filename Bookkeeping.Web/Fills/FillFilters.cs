using Bookkeeping.Web.Display;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Fills;

/// <summary>What the list of fills can be asked for by its address.</summary>
internal static class FillFilters
{
    private const string Coverage = "statistics.runsCoverage";

    /// <summary>The list of fills. Without <c>beams=all</c> only those with stable beams are shown.</summary>
    public static ListDefinition List { get; } = new(
        "/fills",
        [
            new("Fill",
            [
                new("beams", "Fills", StableBeams) { Control = new ChoiceControl("stable", "all") },
                new("fills", "Fill numbers", Terms.Numbers("fillNumbers")) { Control = new TextControl("8178, 8293-8302") },
                new("beam-types", "Beam types", Terms.OneOf("beamType")) { Control = new ManyControl() },
                new("scheme", "Scheme name", Terms.Contains("fillingSchemeName")) { Control = new TextControl("25ns") },
                new("log-entry", "Named by log entry", Terms.Number("logEntries.some.number")) { Control = new TextControl("1234") },
            ]),
            new($"Stable beams ({ControlRoomTime.ZoneName})",
            [
                new("from", "Start from", Terms.Time("stableBeamsStart", "gte")) { Control = new TimeControl() },
                new("to", "Start before", Terms.Time("stableBeamsStart", "lt")) { Control = new TimeControl() },
                new("end-from", "End from", Terms.Time("stableBeamsEnd", "gte")) { Control = new TimeControl() },
                new("end-to", "End before", Terms.Time("stableBeamsEnd", "lt")) { Control = new TimeControl() },
                new("duration", "Duration", Terms.Duration("stableBeamsDuration")) { Control = new CompareControl("10:00:00") },
                new("runs-duration", "Total runs duration", RunsDuration) { Control = new CompareControl("05:00:00") },
            ]),
        ],
        new Dictionary<string, string>
        {
            ["fill"] = "fillNumber", ["start"] = "stableBeamsStart", ["end"] = "stableBeamsEnd", ["duration"] = "stableBeamsDuration",
            ["efficiency"] = "statistics.efficiency", ["runs-duration"] = Coverage, ["bunches"] = "collidingBunches",
        });

    // A fill without statistics has no time covered: a comparison that zero passes takes it too.
    private static FilterTerm RunsDuration(string text)
    {
        var term = Terms.Duration(Coverage)(text);
        return term.Where is { } covered && Terms.IsPassedByZero(text)
            ? FilterTerm.Of(Terms.At("or", new[] { covered, Terms.At("hasStatistics", false) }))
            : term;
    }

    private static FilterTerm StableBeams(string text) => text switch
    {
        "stable" => FilterTerm.Of(Terms.At("hasStableBeams.eq", true)),
        "all" => FilterTerm.Of(new Dictionary<string, object?>()),
        _ => FilterTerm.Wrong($"“{text}” is neither stable nor all."),
    };
}
