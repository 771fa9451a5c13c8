using System.Globalization;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Lists;

/// <summary>What can stand before a list of names.</summary>
internal static class Meaning
{
    /// <summary>Before a list of names: one of them is enough.</summary>
    public const string Any = "any:";

    /// <summary>Before a list of names: none of them may be there.</summary>
    public const string Not = "not:";

    /// <summary>How several related names can be meant.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [new("", "all of"), new(Any, "any of"), new(Not, "none of")];
}

/// <summary>The usual ways from a filter's text to a filter of the graph.</summary>
/// <typeparam name="TFilter">What the graph filters the list by.</typeparam>
internal static class Terms<TFilter>
    where TFilter : class
{
    // As wide as the graph takes them.
    private const int MaximumRange = 100;

    // A TimeSpan holds 256 million hours; no run lasts a hundred years.
    private const int MaximumHours = 1_000_000;

    /// <summary>A text handed to a filter of the graph as it is.</summary>
    public static Func<string, FilterTerm<TFilter>> Whole(Func<string, TFilter> where) => text => where(text.Trim());

    /// <summary>A comma list of numbers and ranges, <c>5-8,12</c>, which the graph reads.</summary>
    public static Func<string, FilterTerm<TFilter>> Numbers(Func<string, TFilter> where) => text =>
        Items.Of(text).FirstOrDefault(i => !IsNumberOrRange(i)) is { } wrong
            ? FilterTerm<TFilter>.Wrong($"“{wrong}” is neither a number nor a range of at most {MaximumRange} numbers: 526077 or 526077-526090 would be.")
            : where(text.Trim());

    /// <summary>A comma list of numbers, which the graph reads.</summary>
    public static Func<string, FilterTerm<TFilter>> NumberList(Func<string, TFilter> where) => text =>
        Items.Of(text).FirstOrDefault(i => Integer(i) is null) is { } wrong
            ? FilterTerm<TFilter>.Wrong($"“{wrong}” is not a number: write a comma list such as 526077,526080.")
            : where(text.Trim());

    /// <summary>A text that the value contains.</summary>
    public static Func<string, FilterTerm<TFilter>> Contains(Func<StringOperationFilterInput, TFilter> where) => text => where(new() { Contains = text.Trim() });

    /// <summary>A comma list of which the value is one.</summary>
    public static Func<string, FilterTerm<TFilter>> OneOf(Func<StringOperationFilterInput, TFilter> where) => text => where(new() { In = Items.Of(text) });

    /// <summary>A comma list of names out of a closed set, in any case.</summary>
    public static Func<string, FilterTerm<TFilter>> OneOf(IReadOnlyList<string> names, Func<IEnumerable<string>, TFilter> where) => text =>
    {
        var items = Items.Of(text).Select(i => i.ToUpperInvariant().Replace(' ', '_')).ToArray();
        var unknown = items.Except(names).FirstOrDefault();
        return unknown is null ? where(items) : FilterTerm<TFilter>.Wrong($"“{unknown}” is not one of {string.Join(", ", names)}.");
    };

    /// <summary>Names in a related list: all of them, any (<c>any:ITS,TPC</c>), or none (<c>not:ITS,TPC</c>).</summary>
    /// <param name="some">The filter that some related row must pass.</param>
    /// <param name="none">The filter that no related row may pass.</param>
    /// <param name="all">The filter that all of some filters must let through.</param>
    public static Func<string, FilterTerm<TFilter>> Related(
        Func<StringOperationFilterInput, TFilter> some, Func<StringOperationFilterInput, TFilter> none, Func<IReadOnlyList<TFilter>, TFilter> all) => text =>
        text.StartsWith(Meaning.Any, StringComparison.Ordinal) ? some(new() { In = Items.Of(text[Meaning.Any.Length..]) })
        : text.StartsWith(Meaning.Not, StringComparison.Ordinal) ? none(new() { In = Items.Of(text[Meaning.Not.Length..]) })
        : all([.. Items.Of(text).Select(item => some(new() { Eq = item }))]);

    /// <summary>Yes or no.</summary>
    public static Func<string, FilterTerm<TFilter>> YesNo(Func<BooleanOperationFilterInput, TFilter> where) => text => text.ToUpperInvariant() switch
    {
        "YES" => where(new() { Eq = true }),
        "NO" => where(new() { Eq = false }),
        _ => FilterTerm<TFilter>.Wrong($"“{text}” is neither yes nor no."),
    };

    /// <summary>On is true; off is false or not known.</summary>
    public static Func<string, FilterTerm<TFilter>> Switch(Func<BooleanOperationFilterInput, TFilter> where) => text => text.ToUpperInvariant() switch
    {
        "ON" => where(new() { Eq = true }),
        "OFF" => where(new() { Neq = true }),
        _ => FilterTerm<TFilter>.Wrong($"“{text}” is neither on nor off."),
    };

    /// <summary>A comparison with a number, <c>&gt;=5</c>; a number alone must be equal.</summary>
    public static Func<string, FilterTerm<TFilter>> Number(Func<IntOperationFilterInput, TFilter> where) => text => Comparison(text) switch
    {
        ("gte", { } rest) when Integer(rest) is { } number => where(new() { Gte = number }),
        ("lte", { } rest) when Integer(rest) is { } number => where(new() { Lte = number }),
        ("gt", { } rest) when Integer(rest) is { } number => where(new() { Gt = number }),
        ("lt", { } rest) when Integer(rest) is { } number => where(new() { Lt = number }),
        ("eq", { } rest) when Integer(rest) is { } number => where(new() { Eq = number }),
        _ => FilterTerm<TFilter>.Wrong($"“{text}” is not a whole number such as 5 or >=5."),
    };

    /// <summary>A comparison with a duration, <c>&gt;01:30:00</c>.</summary>
    public static Func<string, FilterTerm<TFilter>> Duration(Func<DurationOperationFilterInput, TFilter> where) => text => Comparison(text) switch
    {
        ("gte", { } rest) when Length(rest) is { } length => where(new() { Gte = length }),
        ("lte", { } rest) when Length(rest) is { } length => where(new() { Lte = length }),
        ("gt", { } rest) when Length(rest) is { } length => where(new() { Gt = length }),
        ("lt", { } rest) when Length(rest) is { } length => where(new() { Lt = length }),
        ("eq", { } rest) when Length(rest) is { } length => where(new() { Eq = length }),
        _ => FilterTerm<TFilter>.Wrong($"“{text}” is not a duration such as >01:30:00."),
    };

    /// <summary>Whether a text compares a duration with zero in a way that zero passes: <c>=</c>, <c>&gt;=</c> or <c>&lt;=</c>.</summary>
    public static bool IsPassedByZero(string text) => Comparison(text) is ("eq" or "gte" or "lte", var duration) && Length(duration) == TimeSpan.Zero;

    /// <summary>An instant, written as a date and time of the control room.</summary>
    public static Func<string, FilterTerm<TFilter>> Time(Func<DateTimeOffset, TFilter> where) => text =>
        ControlRoomTime.Parse(text) is { } time
            ? where(time.ToUniversalTime())
            : FilterTerm<TFilter>.Wrong($"“{text}” is not a date: write 2022-09-24 or 2022-09-24T08:30.");

    private static bool IsNumberOrRange(string text)
    {
        var numbers = text.Split('-', StringSplitOptions.TrimEntries).Select(Integer).ToArray();
        return numbers is [not null] || (numbers is [{ } first, { } last] && first <= last && last - first < MaximumRange);
    }

    private static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (string Operation, string Operand) Comparison(string text)
    {
        var trimmed = text.Trim();
        var (sign, operation) = trimmed switch
        {
            ['>', '=', ..] => (2, "gte"),
            ['<', '=', ..] => (2, "lte"),
            ['>', ..] => (1, "gt"),
            ['<', ..] => (1, "lt"),
            ['=', ..] => (1, "eq"),
            _ => (0, "eq"),
        };
        return (operation, trimmed[sign..].Trim());
    }

    private static TimeSpan? Length(string text)
    {
        var parts = text.Split(':').Select(Integer).ToArray();
        return parts is [<= MaximumHours and { } hours, < 60 and { } minutes, < 60 and { } seconds] ? new TimeSpan(hours, minutes, seconds) : null;
    }
}
