using System.Linq.Expressions;
using Bookkeeping.Api.Filters;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Environments;

/// <summary>What environments can be filtered by beside their own members.</summary>
[FilterFields<Environment>]
internal static class EnvironmentFilters
{
    /// <summary>Environments by id, a comma list. One id alone matches every id that contains it.</summary>
    public static Expression<Func<Environment, bool>> EnvironmentIds(string environmentIds)
    {
        var ids = environmentIds.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids is [var part]) return environment => environment.EnvironmentId.Contains(part);
        return environment => ids.Contains(environment.EnvironmentId);
    }

    /// <summary>
    /// Environments that hosted one of these runs, a list of numbers and ranges such as <c>527697,527704-527710</c>; a range holds at most 100
    /// numbers. One number alone matches every run number that contains its digits.
    /// </summary>
    public static Expression<Func<Environment, bool>> RunNumbers(string runNumbers)
    {
        var isWanted = NumberRanges.Parse(runNumbers).ExactlyOrContained<Run>(run => run.RunNumber);
        return environment => environment.Runs.AsQueryable().Any(isWanted);
    }

    /// <summary>
    /// Environments whose configuration holds this text, in a name or in a value; in any case (of letters A to Z on SQLite). No
    /// index helps: the configurations of all environments that the other filters leave are read.
    /// </summary>
    public static Expression<Func<Environment, bool>> ConfigurationText(string configurationText) =>
        configurationText.Trim().ToLowerInvariant() is { Length: > 0 } text
            ? environment => DatabaseFunctions.JsonText(environment.Configuration)!.ToLower().Contains(text)
            : throw new InvalidFilterException("it is empty.");

    /// <summary>
    /// Environments that went through these statuses one after the other, as letters such as <c>D-C-R-E</c> (see <c>statusSequence</c>). Other
    /// characters do not count. A final <c>X</c> asks that the history ends there.
    /// </summary>
    public static Expression<Func<Environment, bool>> StatusHistory(string statusHistory) =>
        statusHistory.Any(char.IsLetter)
            ? StatusSequence.Matching(statusHistory)
            : throw new InvalidFilterException("there is none of the letters P, S, D, C, R, E and X in it.");
}
