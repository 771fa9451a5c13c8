using System.Linq.Expressions;
using Bookkeeping.Api.Filters;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Fills;

/// <summary>What fills can be filtered by beside their own members.</summary>
[FilterFields<Fill>]
internal static class FillFilters
{
    /// <summary>Fills by number, as a list of numbers and ranges such as <c>8178,8293-8302</c>; a range holds at most 100 numbers.</summary>
    public static Expression<Func<Fill, bool>> FillNumbers(string fillNumbers) =>
        NumberRanges.Parse(fillNumbers).Exactly<Fill>(fill => fill.FillNumber);

    /// <summary>Fills with statistics, or those without: they had no stable beams, or the time of their start is not known.</summary>
    public static Expression<Func<Fill, bool>> HasStatistics(bool hasStatistics) =>
        hasStatistics ? fill => fill.Statistics != null : fill => fill.Statistics == null;
}
