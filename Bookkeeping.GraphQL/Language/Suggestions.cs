namespace Bookkeeping.GraphQL.Language;

/// <summary>Finds what a mistyped word was probably meant to be.</summary>
public static class Suggestions
{
    private const int MaxSuggestions = 3;

    /// <summary>Words longer than this are not typing errors, and comparing them would cost their length squared.</summary>
    private const int MaxLength = 64;

    /// <summary>The known words close to the given one, as a sentence to add to a message.</summary>
    /// <returns>
    /// Empty, or <c> Did you mean `a`, `b` or `c`?</c> with a space in front: at most three, the closest first, those equally close in ordinal order.
    /// </returns>
    /// <remarks>
    /// Close is one edit (a letter added, left out, changed, or two neighbours swapped; a change of case costs half) for each three
    /// letters, at least one, and never the whole word. Linear in the number of options.
    /// </remarks>
    public static string DidYouMean(string given, IEnumerable<string> options)
    {
        if (given.Length > MaxLength) return "";
        var best = options
            .Select(option => (Option: option, Cost: HalfEdits(given, option)))
            .Where(candidate => candidate.Cost <= Allowed(given))
            .OrderBy(candidate => candidate.Cost)
            .ThenBy(candidate => candidate.Option, StringComparer.Ordinal)
            .Select(candidate => $"`{candidate.Option}`")
            .Distinct()
            .Take(MaxSuggestions)
            .ToList();
        return best.Count switch
        {
            0 => "",
            1 => $" Did you mean {best[0]}?",
            _ => $" Did you mean {string.Join(", ", best.Take(best.Count - 1))} or {best[best.Count - 1]}?",
        };
    }

    private static int Allowed(string given) => Math.Min(2 * Math.Max(1, given.Length / 3), 2 * given.Length - 1);

    /// <summary>The edit distance in half edits, with swaps of neighbours (optimal string alignment); too large when the lengths are too different.</summary>
    private static int HalfEdits(string given, string option)
    {
        if (2 * Math.Abs(given.Length - option.Length) > Allowed(given)) return int.MaxValue;
        if (string.Equals(given, option, StringComparison.OrdinalIgnoreCase)) return 1;
        var (beforeLast, last, current) = (new int[option.Length + 1], new int[option.Length + 1], new int[option.Length + 1]);
        for (var j = 0; j <= option.Length; j++) last[j] = 2 * j;
        for (var i = 1; i <= given.Length; i++)
        {
            current[0] = 2 * i;
            for (var j = 1; j <= option.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], current[j - 1]) + 2, last[j - 1] + ChangeCost(given[i - 1], option[j - 1]));
                var swapped = i > 1 && j > 1 && given[i - 1] == option[j - 2] && given[i - 2] == option[j - 1];
                current[j] = swapped ? Math.Min(cost, beforeLast[j - 2] + 2) : cost;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[option.Length];
    }

    private static int ChangeCost(char a, char b) =>
        a == b ? 0 : char.ToUpperInvariant(a) == char.ToUpperInvariant(b) ? 1 : 2;
}
