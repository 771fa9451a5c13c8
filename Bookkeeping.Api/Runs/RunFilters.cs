using System.Linq.Expressions;
using Bookkeeping.Api.Filters;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Runs;

/// <summary>What runs can be filtered by beside their own members.</summary>
[FilterFields<Run>]
internal static class RunFilters
{
    /// <summary>
    /// Runs by number, as a list of numbers and ranges such as <c>526077-526090,527697</c>; a range holds at most 100 numbers. One number alone
    /// matches every run number that contains its digits, <c>45</c> for example 45, 145 and 450.
    /// </summary>
    public static Expression<Func<Run, bool>> RunNumbers(string runNumbers) =>
        NumberRanges.Parse(runNumbers).ExactlyOrContained<Run>(run => run.RunNumber);

    /// <summary>Runs with both magnets at these levels.</summary>
    public static Expression<Func<Run, bool>> Magnets(MagnetLevelsInput magnets) =>
        run => run.L3CurrentLevelKa == magnets.L3Ka && run.DipoleCurrentLevelKa == magnets.DipoleKa;
}

/// <summary>The currents of the magnets, as rounded for choosing runs.</summary>
/// <param name="L3Ka">Current of the L3 solenoid, kiloampere, negative for negative polarity; null when not known.</param>
/// <param name="DipoleKa">Current of the muon dipole, kiloampere, negative for negative polarity; null when not known.</param>
internal sealed record MagnetLevelsInput(int? L3Ka, int? DipoleKa);
