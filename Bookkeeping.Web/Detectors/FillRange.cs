using System.Globalization;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Detectors;

/// <summary>Which fills are looked at: all with stable beams between two numbers and of a period, the latest of them.</summary>
/// <param name="From">The first fill; null for no bound.</param>
/// <param name="To">The last fill; null for no bound.</param>
/// <param name="Period">The LHC period of some of their runs; null for any.</param>
internal sealed record FillRange(int? From, int? To, string? Period)
{
    /// <summary>The most fills that are looked at.</summary>
    public const int Most = 100;

    /// <summary>Reads an address.</summary>
    /// <returns>The fills, and what was not taken as written; null when all was.</returns>
    public static (FillRange Range, string? Warning) Read(string? from, string? to, string? period)
    {
        var known = string.IsNullOrWhiteSpace(period) ? null : period.Trim();
        foreach (var text in new[] { from, to }.Where(t => !string.IsNullOrEmpty(t) && Number(t) is null)) return (new FillRange(null, null, known), $"“{text}” is not the number of a fill: 8178 would be.");
        return Number(from) > Number(to)
            ? (new FillRange(null, null, known), $"No fill lies between {from} and {to}: the first number comes first.")
            : (new FillRange(Number(from), Number(to), known), null);
    }

    /// <summary>The fills as the graph takes them.</summary>
    public FillFilterInput Where()
    {
        var number = new IntOperationFilterInput();
        if (From is { } first) number = number with { Gte = first };
        if (To is { } last) number = number with { Lte = last };
        var where = new FillFilterInput { HasStableBeams = new() { Eq = true }, FillNumber = number };
        return Period is null ? where : where with { Runs = new() { Some = OfPeriod(Period) } };
    }

    /// <summary>The runs of the fills between two, as the graph takes them.</summary>
    /// <param name="first">The first fill that is looked at.</param>
    /// <param name="last">The last.</param>
    public RunFilterInput WhereRuns(int first, int last)
    {
        var where = new RunFilterInput { Fill = new() { FillNumber = new() { Gte = first, Lte = last } }, Definition = new() { Eq = RunDefinition.Physics } };
        return Period is null ? where : where with { LhcPeriod = new() { Name = new() { Eq = Period } } };
    }

    private static RunFilterInput OfPeriod(string period) => new() { LhcPeriod = new() { Name = new() { Eq = period } } };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
