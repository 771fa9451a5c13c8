using System.Globalization;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Days without a time or place, <c>yyyy-MM-dd</c>.</summary>
internal sealed class LocalDateCoercion() : TextCoercion<DateOnly>("LocalDate", "2022-09-24")
{
    private const string Form = "yyyy-MM-dd";

    protected override DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Invalid(text, $"it must be a day of the form {Form}");

    protected override string Format(DateOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);
}
