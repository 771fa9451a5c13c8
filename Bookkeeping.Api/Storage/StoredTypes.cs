using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bookkeeping.Api.Storage;

/// <summary>Instants on SQLite: milliseconds since 1970, which sort and subtract as numbers.</summary>
internal sealed class InstantAsMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

/// <summary>Instants on PostgreSQL: UTC, cut to the milliseconds that SQLite keeps, so that both answer the same.</summary>
internal sealed class InstantAsUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
    instant => instant);

/// <summary>Counters of 64 bits without sign on SQLite, whose whole numbers have one: less 2^63, so that the whole range is kept and sorts as it should.</summary>
internal sealed class UnsignedAsSigned() : ValueConverter<ulong, long>(
    counter => (long)(counter ^ (1UL << 63)),
    stored => (ulong)stored ^ (1UL << 63));

/// <summary>Lengths of time on both: whole milliseconds, which sort, subtract and sum as numbers.</summary>
internal sealed class DurationAsMilliseconds() : ValueConverter<TimeSpan, long>(
    duration => (long)Math.Floor(duration.TotalMilliseconds),
    milliseconds => TimeSpan.FromMilliseconds(milliseconds));

/// <summary>Enumerations on both: the spelling of the schema, as in <c>NO_STATUS</c>.</summary>
internal sealed class EnumAsText<TEnum>() : ValueConverter<TEnum, string>(
    value => EnumText<TEnum>.Of(value),
    text => EnumText<TEnum>.Parse(text))
    where TEnum : struct, Enum;

/// <summary>The stored spelling of an enumeration.</summary>
internal static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Texts =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => Naming.UpperSnakeCase(value.ToString()));

    private static readonly Dictionary<string, TEnum> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every spelling, in the order of declaration.</summary>
    public static IReadOnlyCollection<string> All => Values.Keys;

    /// <summary>The spelling of a value.</summary>
    public static string Of(TEnum value) => Texts[value];

    /// <summary>The value of a spelling.</summary>
    /// <exception cref="FormatException">Nothing is spelled so.</exception>
    public static TEnum Parse(string text) => TryParse(text, out var value)
        ? value
        : throw new FormatException($"\"{text}\" is no {typeof(TEnum).Name}; known are {string.Join(", ", Values.Keys)}.");

    /// <summary>The value of a spelling, when there is one.</summary>
    public static bool TryParse(string text, out TEnum value) => Values.TryGetValue(text, out value);
}
