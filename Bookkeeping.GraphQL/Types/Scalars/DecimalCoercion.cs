using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Decimal numbers of up to 28 digits, JSON numbers on the wire that keep their trailing zeros.</summary>
internal sealed class DecimalCoercion : ScalarCoercion<decimal>
{
    private const string Expectation = "Decimal takes a number of at most 28 digits, for example 12.50";

    public override object ParseLiteral(ValueNode literal)
    {
        var digits = literal switch { IntValueNode whole => whole.Value, FloatValueNode number => number.Value, _ => null };
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw ScalarMismatch.Literal(Expectation, literal);
    }

    public override object ParseVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : throw ScalarMismatch.Variable(Expectation, value);

    public override void Write(Utf8JsonWriter writer, object value) => WriteValue(writer, Convert(value));

    public override void WriteValue(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    public override ValueNode ToLiteral(object value)
    {
        var text = Convert(value).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? new FloatValueNode { Value = text } : new IntValueNode { Value = text };
    }

    private static decimal Convert(object value) => value switch
    {
        decimal number => number,
        sbyte or byte or short or ushort or int or uint or long or ulong => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => throw ScalarMismatch.Output("Decimal", value),
    };
}
