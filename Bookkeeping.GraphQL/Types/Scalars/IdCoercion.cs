using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The built-in <c>ID</c>: an opaque string; whole numbers of any size are taken as their digits.</summary>
/// <remarks>Source: GraphQL, September 2025, "ID".</remarks>
public sealed class IdCoercion : ScalarCoercion<string>
{
    private const string Expectation = "ID takes a string or a whole number";

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw ScalarMismatch.Literal(Expectation, literal),
    };

    /// <inheritdoc/>
    public override object ParseVariable(JsonElement value) => value.ValueKind == JsonValueKind.Number && IsWhole(value.GetRawText())
        ? value.GetRawText()
        : JsonText.Read(value) ?? throw ScalarMismatch.Variable(Expectation, value);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(ToText(value));

    /// <inheritdoc/>
    public override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new StringValueNode { Value = ToText(value) };

    private static bool IsWhole(string number) => number.AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    private static string ToText(object value) => value switch
    {
        string text => text,
        Guid id => id.ToString(),
        sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw ScalarMismatch.Output("ID", value),
    };
}
