using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The built-in <c>Int</c>: whole numbers of 32 bits.</summary>
/// <remarks>Source: GraphQL, September 2025, "Int". Only numbers are taken in; a JSON number such as <c>1.0</c> counts as whole.</remarks>
public sealed class IntCoercion : ScalarCoercion<int>
{
    private const string Expectation = "Int takes a whole number from -2147483648 to 2147483647";

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal) =>
        literal is IntValueNode number && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw ScalarMismatch.Literal(Expectation, literal);

    /// <inheritdoc/>
    public override object ParseVariable(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw ScalarMismatch.Variable(Expectation, value);
        if (value.TryGetInt32(out var whole)) return whole;
        return value.TryGetDouble(out var number) && TryFit(number, out whole) ? whole : throw ScalarMismatch.Variable(Expectation, value);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) =>
        writer.WriteNumberValue(TryConvert(value, out var number) ? number : throw ScalarMismatch.Output("Int", value));

    /// <inheritdoc/>
    public override void WriteValue(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => TryConvert(value, out var number)
        ? new IntValueNode { Value = number.ToString(CultureInfo.InvariantCulture) }
        : throw ScalarMismatch.Output("Int", value);

    private static bool TryConvert(object value, out int number)
    {
        number = 0;
        switch (value)
        {
            case int exact: number = exact; return true;
            case bool flag: number = flag ? 1 : 0; return true;
            case sbyte or byte or short or ushort: number = Convert.ToInt32(value, CultureInfo.InvariantCulture); return true;
            case long large: number = (int)large; return number == large;
            case uint large: number = (int)large; return large <= int.MaxValue;
            case ulong large: number = (int)large; return large <= int.MaxValue;
            case float or double: return TryFit(Convert.ToDouble(value, CultureInfo.InvariantCulture), out number);
            case decimal exact: return TryFit((double)exact, out number) && number == exact;
            case string text: return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            default: return false;
        }
    }

    private static bool TryFit(double number, out int whole)
    {
        var fits = Math.Floor(number) == number && number is >= int.MinValue and <= int.MaxValue;
        whole = fits ? (int)number : 0;
        return fits;
    }
}
