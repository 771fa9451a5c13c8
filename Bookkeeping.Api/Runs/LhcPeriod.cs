using System.Text.RegularExpressions;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Runs;

/// <summary>A stretch of the LHC's year with comparable conditions, as in <c>LHC22n</c>.</summary>
[DefaultOrder(nameof(Name), descending: true)]
internal sealed partial class LhcPeriod
{
    /// <summary>The period's name: <c>LHC</c>, two digits of the year, letters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The year, as its name tells.</summary>
    public int Year { get; set; }

    /// <summary>The runs of this period.</summary>
    [UsePaging]
    public List<Run> Runs { get; set; } = [];

    /// <summary>Makes the period of a name.</summary>
    /// <exception cref="FormatException">The name is not one of a period.</exception>
    internal static LhcPeriod Named(string name) => IsName(name)
        ? new LhcPeriod { Name = name, Year = 2000 + ((name[3] - '0') * 10) + (name[4] - '0') }
        : throw new FormatException($"\"{name}\" is not the name of an LHC period; one looks like LHC22n: LHC, two digits of the year, letters.");

    /// <summary>Whether a text is the name of a period.</summary>
    internal static bool IsName(string text) => NamePattern().IsMatch(text);

    [GeneratedRegex(@"^LHC[0-9][0-9][a-zA-Z]+\z")]
    private static partial Regex NamePattern();
}
