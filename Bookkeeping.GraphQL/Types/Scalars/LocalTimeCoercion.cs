using System.Globalization;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Times of day without a day or place, <c>HH:mm:ss</c> with up to seven fraction digits.</summary>
internal sealed class LocalTimeCoercion() : TextCoercion<TimeOnly>("LocalTime", "13:45:00")
{
    private const string Form = "HH:mm:ss.FFFFFFF";

    protected override TimeOnly Parse(string text) =>
        TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Invalid(text, "it must be a time of the form HH:mm:ss, with at most seven fraction digits");

    protected override string Format(TimeOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);
}
