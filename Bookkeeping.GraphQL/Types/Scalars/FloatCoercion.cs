using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The built-in <c>Float</c>: finite numbers of double precision; whole numbers are taken too.</summary>
/// <remarks>Source: GraphQL, September 2025, "Float".</remarks>
public sealed class FloatCoercion : ScalarCoercion<double>
{
    private const string Expectation = "Float takes a number within double precision";

    /// <inheritdoc/>
    public override Func<double, bool> IsWritable => double.IsFinite;

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode number => number.Value,
            _ => throw ScalarMismatch.Literal(Expectation, literal),
        };
        return TryParse(text, out var value) ? value : throw ScalarMismatch.Literal(Expectation, literal);
    }

    /// <inheritdoc/>
    public override object ParseVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw ScalarMismatch.Variable(Expectation, value);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            // A whole number goes out with all its digits, also where double precision would round them.
            case long whole: writer.WriteNumberValue(whole); break;
            case ulong whole: writer.WriteNumberValue(whole); break;
            case decimal exact: writer.WriteNumberValue(exact); break;
            default: writer.WriteNumberValue(ToDouble(value)); break;
        }
    }

    /// <inheritdoc/>
    public override void WriteValue(Utf8JsonWriter writer, double value) =>
        writer.WriteNumberValue(double.IsFinite(value) ? value : throw ScalarMismatch.Output("Float", value));

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value)
    {
        var text = ToDouble(value).ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? new IntValueNode { Value = text } : new FloatValueNode { Value = text };
    }

    private static double ToDouble(object value)
    {
        var number = value switch
        {
            double exact => exact,
            string text when TryParse(text, out var parsed) => parsed,
            bool or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong =>
                Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => throw ScalarMismatch.Output("Float", value),
        };
        return double.IsFinite(number) ? number : throw ScalarMismatch.Output("Float", value);
    }

    private static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
