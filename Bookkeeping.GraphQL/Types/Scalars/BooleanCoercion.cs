using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The built-in <c>Boolean</c>. A resolver's number is false when it is zero; only true and false are taken in.</summary>
/// <remarks>Source: GraphQL, September 2025, "Boolean".</remarks>
public sealed class BooleanCoercion : ScalarCoercion<bool>
{
    private const string Expectation = "Boolean takes true or false";

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal) =>
        literal is BooleanValueNode boolean ? boolean.Value : throw ScalarMismatch.Literal(Expectation, literal);

    /// <inheritdoc/>
    public override object ParseVariable(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw ScalarMismatch.Variable(Expectation, value),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue(ToBoolean(value));

    /// <inheritdoc/>
    public override void WriteValue(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new BooleanValueNode { Value = ToBoolean(value) };

    private static bool ToBoolean(object value) => value switch
    {
        bool flag => flag,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0,
        double number when double.IsFinite(number) => number != 0,
        _ => throw ScalarMismatch.Output("Boolean", value),
    };
}
