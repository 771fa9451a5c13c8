using System.Globalization;
using System.Linq.Expressions;

namespace Bookkeeping.Api.Filters;

/// <summary>A list of numbers as people type it: <c>1-5,8</c>.</summary>
internal sealed class NumberRanges
{
    /// <summary>The most numbers one range may hold.</summary>
    public const int MaxWidth = 100;

    /// <summary>The most parts, between commas, a list may have.</summary>
    public const int MaxParts = 200;

    private NumberRanges(IReadOnlyList<int> numbers, bool isSingle) => (Numbers, IsSingle) = (numbers, isSingle);

    /// <summary>The numbers, ascending, each once.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>Whether one number was typed, once.</summary>
    public bool IsSingle { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="text">Numbers and ranges separated by commas; spaces do not matter.</param>
    /// <exception cref="FormatException">A part is no number and no range, or a range runs backwards or is too wide.</exception>
    public static NumberRanges Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > MaxParts) throw new FormatException($"The list has {parts.Length} parts; at most {MaxParts} are possible.");
        var numbers = parts.SelectMany(Part).ToList();
        return new([.. numbers.Distinct().Order()], numbers.Count == 1);
    }

    /// <summary>Rows whose number is in the list.</summary>
    public Expression<Func<T, bool>> Exactly<T>(Expression<Func<T, int>> number)
    {
        var numbers = Numbers.ToArray();
        Expression<Func<int, bool>> isListed = value => numbers.Contains(value);
        return Compose(number, isListed);
    }

    /// <summary>Rows whose number is in the list; for a single number, rows whose number has its digits in it: 45 finds 145 and 450 as well.</summary>
    public Expression<Func<T, bool>> ExactlyOrContained<T>(Expression<Func<T, int>> number)
    {
        if (!IsSingle) return Exactly(number);
        var digits = Numbers[0].ToString(CultureInfo.InvariantCulture);
        Expression<Func<int, bool>> hasDigits = value => value.ToString().Contains(digits);
        return Compose(number, hasDigits);
    }

    private static IEnumerable<int> Part(string part)
    {
        var ends = part.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2) throw Unreadable(part);
        var (from, to) = (Number(ends[0], part), Number(ends[^1], part));
        if (from > to) throw new FormatException($"The range \"{part}\" runs backwards; write {to}-{from}.");
        if ((long)to - from + 1 > MaxWidth)
            throw new FormatException($"The range \"{part}\" holds {(long)to - from + 1} numbers; at most {MaxWidth} are possible.");
        return Enumerable.Range(from, to - from + 1);
    }

    private static int Number(string text, string part) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(part);

    private static FormatException Unreadable(string part) =>
        new($"\"{part}\" is neither a number nor a range of numbers; a list looks like 1-5,8.");

    private static Expression<Func<T, bool>> Compose<T>(Expression<Func<T, int>> number, Expression<Func<int, bool>> test) =>
        Expression.Lambda<Func<T, bool>>(
            new Replacement(test.Parameters[0], number.Body).Visit(test.Body), number.Parameters);

    private sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
