using System.Globalization;
using Bookkeeping.Web.Display;

namespace Bookkeeping.Web.Lists;

/// <summary>The usual ways from a filter's text to a term of <c>where</c>.</summary>
internal static class Terms
{
    // As wide as the graph takes them.
    private const int MaximumRange = 100;

    /// <summary>Before a list of names: one of them is enough.</summary>
    public const string Any = "any:";

    /// <summary>Before a list of names: none of them may be there.</summary>
    public const string Not = "not:";

    /// <summary>How several related names can be meant.</summary>
    public static IReadOnlyList<Choice> Meanings { get; } = [new("", "all of"), new(Any, "any of"), new(Not, "none of")];

    /// <summary>An object with one member, nested along a path of names.</summary>
    public static Dictionary<string, object?> At(string path, object? value) =>
        (Dictionary<string, object?>)path.Split('.').Reverse().Aggregate(value, (inner, name) => new Dictionary<string, object?> { [name] = inner })!;

    /// <summary>A text handed to a filter of the graph as it is.</summary>
    public static Func<string, FilterTerm> Whole(string path) => text => FilterTerm.Of(At(path, text.Trim()));

    /// <summary>A comma list of numbers and ranges, <c>5-8,12</c>, which the graph reads.</summary>
    public static Func<string, FilterTerm> Numbers(string path) => text =>
        Items(text).FirstOrDefault(i => !IsNumberOrRange(i)) is { } wrong
            ? FilterTerm.Wrong($"“{wrong}” is neither a number nor a range of at most {MaximumRange} numbers: 526077 or 526077-526090 would be.")
            : FilterTerm.Of(At(path, text.Trim()));

    /// <summary>A text that the value contains.</summary>
    public static Func<string, FilterTerm> Contains(string path) => text => FilterTerm.Of(At(path + ".contains", text.Trim()));

    /// <summary>A comma list of which the value is one.</summary>
    public static Func<string, FilterTerm> OneOf(string path) => text => FilterTerm.Of(At(path + ".in", Items(text)));

    /// <summary>A comma list of names out of a closed set, in any case.</summary>
    public static Func<string, FilterTerm> OneOf(string path, IReadOnlyList<string> names) => text =>
    {
        var items = Items(text).Select(i => i.ToUpperInvariant().Replace(' ', '_')).ToArray();
        var unknown = items.Except(names).FirstOrDefault();
        return unknown is null
            ? FilterTerm.Of(At(path + ".in", items))
            : FilterTerm.Wrong($"“{unknown}” is not one of {string.Join(", ", names)}.");
    };

    /// <summary>Names in a related list: all of them, any (<c>any:ITS,TPC</c>), or none (<c>not:ITS,TPC</c>).</summary>
    public static Func<string, FilterTerm> Related(string list, string member) => text =>
        text.StartsWith(Any, StringComparison.Ordinal) ? FilterTerm.Of(At($"{list}.some.{member}.in", Items(text[Any.Length..])))
        : text.StartsWith(Not, StringComparison.Ordinal) ? FilterTerm.Of(At($"{list}.none.{member}.in", Items(text[Not.Length..])))
        : FilterTerm.Of(At("and", Items(text).Select(i => At($"{list}.some.{member}.eq", i)).ToArray()));

    /// <summary>Detectors that took part: as <see cref="Related"/>, or <c>none</c> for runs without any.</summary>
    public static FilterTerm Detectors(string text) =>
        text.Trim() == TidyAddress.Alone ? FilterTerm.Of(At("detectors.any", false)) : Related("detectors", "detector.name")(text);

    /// <summary>A comma list of numbers, which the graph reads.</summary>
    public static Func<string, FilterTerm> NumberList(string path) => text =>
        Items(text).FirstOrDefault(i => Integer(i) is null) is { } wrong
            ? FilterTerm.Wrong($"“{wrong}” is not a number: write a comma list such as 526077,526080.")
            : FilterTerm.Of(At(path, text.Trim()));

    /// <summary>Yes or no.</summary>
    public static Func<string, FilterTerm> YesNo(string path) => text => text.ToUpperInvariant() switch
    {
        "YES" => FilterTerm.Of(At(path + ".eq", true)),
        "NO" => FilterTerm.Of(At(path + ".eq", false)),
        _ => FilterTerm.Wrong($"“{text}” is neither yes nor no."),
    };

    /// <summary>On is true; off is false or not known.</summary>
    public static Func<string, FilterTerm> Switch(string path) => text => text.ToUpperInvariant() switch
    {
        "ON" => FilterTerm.Of(At(path + ".eq", true)),
        "OFF" => FilterTerm.Of(At(path + ".neq", true)),
        _ => FilterTerm.Wrong($"“{text}” is neither on nor off."),
    };

    /// <summary>A comparison with a number, <c>&gt;=5</c>; a number alone must be equal.</summary>
    public static Func<string, FilterTerm> Number(string path) => text => Compare(path, text, number => Integer(number), "a whole number such as 5 or >=5");

    /// <summary>A comparison with a duration, <c>&gt;01:30:00</c>.</summary>
    public static Func<string, FilterTerm> Duration(string path) => text => Compare(path, text, DurationText, "a duration such as >01:30:00");

    /// <summary>Whether a text compares a duration with zero in a way that zero passes: <c>=</c>, <c>&gt;=</c> or <c>&lt;=</c>.</summary>
    public static bool IsPassedByZero(string text) =>
        Comparison(text) is ("eq" or "gte" or "lte", var duration) && DurationText(duration) == "PT0H0M0S";

    /// <summary>An instant of the control room's zone; the operator is the filter's.</summary>
    public static Func<string, FilterTerm> Time(string path, string comparison) => text =>
        ControlRoomTime.Parse(text) is { } time
            ? FilterTerm.Of(At($"{path}.{comparison}", time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)))
            : FilterTerm.Wrong($"“{text}” is not a date: write 2022-09-24 or 2022-09-24T08:30.");

    /// <summary>The items of a comma list.</summary>
    public static string[] Items(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNumberOrRange(string text)
    {
        var numbers = text.Split('-', StringSplitOptions.TrimEntries).Select(Integer).ToArray();
        return numbers is [not null] || (numbers is [{ } first, { } last] && first <= last && last - first < MaximumRange);
    }

    private static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FilterTerm Compare(string path, string text, Func<string, object?> read, string right)
    {
        var (operation, rest) = Comparison(text);
        return read(rest) is { } value
            ? FilterTerm.Of(At($"{path}.{operation}", value))
            : FilterTerm.Wrong($"“{text}” is not {right}.");
    }

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

    private static string? DurationText(string text)
    {
        var parts = text.Split(':').Select(Integer).ToArray();
        return parts is [{ } hours, < 60 and { } minutes, < 60 and { } seconds] ? $"PT{hours}H{minutes}M{seconds}S" : null;
    }
}
