using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Whole numbers of a certain width, JSON numbers on the wire.</summary>
/// <remarks>Clients written in JavaScript lose precision beyond 2^53.</remarks>
internal sealed class IntegerCoercion<T>(string name) : ScalarCoercion<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private string Expectation => $"{name} takes a whole number from {T.MinValue} to {T.MaxValue}";

    public override object ParseLiteral(ValueNode literal) =>
        literal is IntValueNode number && TryParse(number.Value, out var value) ? value : throw ScalarMismatch.Literal(Expectation, literal);

    public override object ParseVariable(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw ScalarMismatch.Variable(Expectation, value);
        if (TryParse(value.GetRawText(), out var whole)) return whole;
        // JSON has one kind of number: 1.0 and 1e3 are whole too.
        return value.TryGetDecimal(out var number) && IsInRange(number)
            ? T.CreateChecked(number)
            : throw ScalarMismatch.Variable(Expectation, value);
    }

    public override void Write(Utf8JsonWriter writer, object value) => WriteValue(writer, Convert(value));

    public override void WriteValue(Utf8JsonWriter writer, T value)
    {
        if (typeof(T) == typeof(ulong)) writer.WriteNumberValue(ulong.CreateTruncating(value));
        else writer.WriteNumberValue(long.CreateTruncating(value));
    }

    public override ValueNode ToLiteral(object value) =>
        new IntValueNode { Value = Convert(value).ToString(null, CultureInfo.InvariantCulture) };

    private T Convert(object value)
    {
        if (value is T own) return own;
        var isWhole = value is sbyte or byte or short or ushort or int or uint or long or ulong;
        return isWhole && System.Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && IsInRange(number)
            ? T.CreateChecked(number)
            : throw ScalarMismatch.Output(name, value);
    }

    private static bool TryParse(string digits, out T value) =>
        T.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool IsInRange(decimal number) =>
        decimal.IsInteger(number) && number >= decimal.CreateChecked(T.MinValue) && number <= decimal.CreateChecked(T.MaxValue);
}
