using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The built-in <c>String</c>. Numbers and booleans of a resolver are written as text; only strings are taken in.</summary>
/// <remarks>Source: GraphQL, September 2025, "String".</remarks>
public sealed class StringCoercion : ScalarCoercion<string>
{
    private const string Expectation = "String takes a string in double quotes";

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw ScalarMismatch.Literal(Expectation, literal);

    /// <inheritdoc/>
    public override object ParseVariable(JsonElement value) =>
        JsonText.Read(value) ?? throw ScalarMismatch.Variable(Expectation, value);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(ToText(value));

    /// <inheritdoc/>
    public override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new StringValueNode { Value = ToText(value) };

    private static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        char or Guid => value.ToString()!,
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw ScalarMismatch.Output("String", value),
    };
}
