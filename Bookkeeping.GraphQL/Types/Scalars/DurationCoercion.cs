using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Lengths of time, as ISO 8601 writes them: <c>PT1H2M3.004S</c>, <c>P1DT2H</c>. Years and months vary in length and are refused.</summary>
internal sealed partial class DurationCoercion() : TextCoercion<TimeSpan>("Duration", "P1DT2H3M4.005S")
{
    protected override TimeSpan Parse(string text)
    {
        var match = DurationPattern().Match(text);
        if (!match.Success) throw Invalid(text, "it must have the form of ISO 8601, with weeks, days, hours, minutes and seconds");
        try
        {
            var ticks = Part(match, "weeks") * (7 * TimeSpan.TicksPerDay) + Part(match, "days") * TimeSpan.TicksPerDay
                + Part(match, "hours") * TimeSpan.TicksPerHour + Part(match, "minutes") * TimeSpan.TicksPerMinute
                + Part(match, "seconds") * TimeSpan.TicksPerSecond;
            return new TimeSpan(decimal.ToInt64(match.Groups["sign"].ValueSpan is "-" ? -ticks : ticks));
        }
        catch (OverflowException)
        {
            throw Invalid(text, $"it must not exceed {XmlConvert.ToString(TimeSpan.MaxValue)}");
        }
    }

    protected override string Format(TimeSpan value) => XmlConvert.ToString(value);

    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true, ValueSpan: var digits }
            ? decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;

    // At least one part, and one behind the T: hence the two lookaheads.
    [GeneratedRegex(
        @"\A(?<sign>-)?P(?=[0-9T])(?:(?<weeks>[0-9]+)W)?(?:(?<days>[0-9]+)D)?" +
        @"(?:T(?=[0-9])(?:(?<hours>[0-9]+)H)?(?:(?<minutes>[0-9]+)M)?(?:(?<seconds>[0-9]+(?:\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
