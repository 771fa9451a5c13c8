using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Terms = Bookkeeping.Web.Lists.Terms<Bookkeeping.Web.Graph.FillFilterInput>;

namespace Bookkeeping.Web.Fills;

/// <summary>What the list of fills can be asked for by its address.</summary>
internal static class FillFilters
{
    /// <summary>The list of fills. Without <c>beams=all</c> only those with stable beams are shown.</summary>
    public static ListDefinition<FillFilterInput, FillSortInput> List { get; } = new(
        "/fills",
        All,
        [
            new("Fill",
            [
                new("beams", "Fills", StableBeams) { Control = new ChoiceControl("stable", "all") },
                new("fills", "Fill numbers", Terms.Numbers(text => new() { FillNumbers = text })) { Control = new TextControl("8178, 8293-8302") },
                new("beam-types", "Beam types", Terms.OneOf(value => new() { BeamType = value })) { Control = new ManyControl() },
                new("scheme", "Scheme name", Terms.Contains(value => new() { FillingSchemeName = value })) { Control = new TextControl("25ns") },
                new("log-entry", "Named by log entry", Terms.Number(value => new() { LogEntries = new() { Some = new() { Number = value } } })) { Control = new TextControl("1234") },
            ]),
            new($"Stable beams ({ControlRoomTime.ZoneName})",
            [
                new("from", "Start from", Terms.Time(time => new() { StableBeamsStart = new() { Gte = time } })) { Control = new TimeControl() },
                new("to", "Start before", Terms.Time(time => new() { StableBeamsStart = new() { Lt = time } })) { Control = new TimeControl() },
                new("end-from", "End from", Terms.Time(time => new() { StableBeamsEnd = new() { Gte = time } })) { Control = new TimeControl() },
                new("end-to", "End before", Terms.Time(time => new() { StableBeamsEnd = new() { Lt = time } })) { Control = new TimeControl() },
                new("duration", "Duration", Terms.Duration(value => new() { StableBeamsDuration = value })) { Control = new CompareControl("10:00:00") },
                new("runs-duration", "Total runs duration", RunsDuration) { Control = new CompareControl("05:00:00") },
            ]),
        ],
        new Dictionary<string, Func<SortEnumType, FillSortInput>>
        {
            ["fill"] = way => new() { FillNumber = way },
            ["start"] = way => new() { StableBeamsStart = way },
            ["end"] = way => new() { StableBeamsEnd = way },
            ["duration"] = way => new() { StableBeamsDuration = way },
            ["efficiency"] = way => new() { Statistics = new() { Efficiency = way } },
            ["runs-duration"] = way => new() { Statistics = new() { RunsCoverage = way } },
            ["bunches"] = way => new() { CollidingBunches = way },
        }) { Columns = FillColumns.All };

    private static FillFilterInput All(IReadOnlyList<FillFilterInput> parts) => new() { And = parts };

    /// <summary>Reads the state of the list from an address: fills with stable beams, unless it says otherwise.</summary>
    public static ListState<FillFilterInput, FillSortInput> Read(string address) => new(List, address) { Default = ("beams", WithStableBeams) };

    private static FillFilterInput WithStableBeams { get; } = new() { HasStableBeams = new() { Eq = true } };

    // A fill without statistics has no time covered: a comparison that zero passes takes it too.
    private static FilterTerm<FillFilterInput> RunsDuration(string text)
    {
        var term = Terms.Duration(length => new() { Statistics = new() { RunsCoverage = length } })(text);
        return term.Where is { } covered && Terms.IsPassedByZero(text) ? new FillFilterInput { Or = [covered, new() { HasStatistics = false }] } : term;
    }

    private static FilterTerm<FillFilterInput> StableBeams(string text) => text switch
    {
        "stable" => WithStableBeams,
        "all" => new FillFilterInput(),
        _ => FilterTerm<FillFilterInput>.Wrong($"“{text}” is neither stable nor all."),
    };
}
