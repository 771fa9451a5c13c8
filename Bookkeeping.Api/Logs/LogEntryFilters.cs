using System.Globalization;
using System.Linq.Expressions;
using Bookkeeping.Api.Filters;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Logs;

/// <summary>What log entries can be filtered by beside their own members.</summary>
[FilterFields<LogEntry>]
internal static class LogEntryFilters
{
    /// <summary>Entries whose title or text holds this phrase: the same words in the same order, in any case. Full-text search by the database's index.</summary>
    public static Expression<Func<LogEntry, bool>> Content(string content)
    {
        if (!content.Any(char.IsLetterOrDigit)) throw new InvalidFilterException("the phrase has no word in it.");
        return entry => LogText.Matches(entry.Number, content);
    }

    /// <summary>
    /// Entries by author, a comma list of parts of names: those written by one of them, and by none that is marked with <c>!</c>, as in
    /// <c>Pisano,!Anonymous</c>. Anonymous is the author of what systems wrote.
    /// </summary>
    public static Expression<Func<LogEntry, bool>> Authors(string authors) => AuthorsFilter.Parse(authors);

    /// <summary>Entries about all of these runs, a comma list of numbers.</summary>
    public static Expression<Func<LogEntry, bool>> AllRunNumbers(string allRunNumbers)
    {
        var numbers = Numbers(allRunNumbers);
        var count = numbers.Length;
        return entry => entry.Runs.Count(run => numbers.Contains(run.RunNumber)) == count;
    }

    /// <summary>Entries about all of these environments, a comma list of ids.</summary>
    public static Expression<Func<LogEntry, bool>> AllEnvironmentIds(string allEnvironmentIds)
    {
        var ids = Items(allEnvironmentIds).Distinct().ToArray();
        var count = ids.Length;
        return entry => entry.Environments.Count(environment => ids.Contains(environment.EnvironmentId)) == count;
    }

    /// <summary>Entries about all of these fills, a comma list of numbers.</summary>
    public static Expression<Func<LogEntry, bool>> AllFillNumbers(string allFillNumbers)
    {
        var numbers = Numbers(allFillNumbers);
        var count = numbers.Length;
        return entry => entry.Fills.Count(fill => numbers.Contains(fill.FillNumber)) == count;
    }

    private static int[] Numbers(string list) =>
        [.. Items(list).Select(item => int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidFilterException($"'{item}' is not a number; write a comma list such as 526077,526080.")).Distinct()];

    private static string[] Items(string list)
    {
        var items = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (items.Length == 0) throw new InvalidFilterException("the list is empty.");
        return items.Length <= NumberRanges.MaxParts ? items : throw new InvalidFilterException($"the list has more than {NumberRanges.MaxParts} items.");
    }
}
