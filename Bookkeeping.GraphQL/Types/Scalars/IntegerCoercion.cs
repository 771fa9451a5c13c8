using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Whole numbers of a certain width, JSON numbers on the wire.</summary>
/// <remarks>Clients written in JavaScript lose precision beyond 2^53.</remarks>
internal sealed class IntegerCoercion<T>(string name) : ScalarCoercion
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override Type RuntimeType => typeof(T);

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number) throw Invalid(Found.In(literal));
        return T.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Invalid(Found.In(literal));
    }

    public override object ParseVariable(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw Invalid(Found.In(value));
        if (T.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        // JSON has one kind of number: 1.0 and 1e3 are whole too.
        if (value.TryGetDecimal(out var number) && decimal.IsInteger(number) && Fits(number)) return T.CreateChecked(number);
        throw Invalid(Found.In(value));
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        var number = Convert(value);
        if (typeof(T) == typeof(ulong)) writer.WriteNumberValue(ulong.CreateTruncating(number));
        else writer.WriteNumberValue(long.CreateTruncating(number));
    }

    public override ValueNode ToLiteral(object value) =>
        new IntValueNode { Value = Convert(value).ToString(null, CultureInfo.InvariantCulture) };

    private T Convert(object value)
    {
        if (value is T own) return own;
        if (value is not (sbyte or byte or short or ushort or int or uint or long or ulong))
            throw new InvalidScalarException($"A {value.GetType().Name} cannot be shown as {name}: give a {typeof(T).Name}.");
        var number = System.Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        return Fits(number) ? T.CreateChecked(number) : throw Invalid(number.ToString(CultureInfo.InvariantCulture));
    }

    private static bool Fits(decimal number) => number >= decimal.CreateChecked(T.MinValue) && number <= decimal.CreateChecked(T.MaxValue);

    private InvalidScalarException Invalid(string found) =>
        new($"{found} is not a {name}: write a whole number from {T.MinValue} to {T.MaxValue}.");
}
