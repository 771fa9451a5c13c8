using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>A scalar whose values are JSON strings of a certain form.</summary>
/// <param name="name">The scalar's name, for messages.</param>
/// <param name="example">A right value, for messages.</param>
internal abstract class TextCoercion<T>(string name, string example) : ScalarCoercion<T>
    where T : notnull
{
    private const int LongestQuote = 60;

    private string Expectation => $"{name} takes a string, for example \"{example}\"";

    public sealed override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Parse(text.Value) : throw ScalarMismatch.Literal(Expectation, literal);

    public sealed override object ParseVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : throw ScalarMismatch.Variable(Expectation, value);

    public sealed override void Write(Utf8JsonWriter writer, object value) => WriteValue(writer, Convert(value));

    public sealed override ValueNode ToLiteral(object value) => new StringValueNode { Value = Format(Convert(value)) };

    public override void WriteValue(Utf8JsonWriter writer, T value) => writer.WriteStringValue(Format(value));

    /// <summary>Reads a string's value.</summary>
    /// <exception cref="InvalidScalarException">The text has not the scalar's form.</exception>
    protected abstract T Parse(string text);

    /// <summary>The text that reads back as the value.</summary>
    protected abstract string Format(T value);

    /// <summary>Turns what a resolver gave into the scalar's own C# type; overridden where several types are good.</summary>
    protected virtual T Convert(object value) => value is T own ? own : throw ScalarMismatch.Output(name, value);

    /// <summary>The error for a text of another form.</summary>
    protected InvalidScalarException Invalid(string text, string reason) => Invalid(text, reason, $"for example {example}");

    /// <summary>The error for a text of another form, with what to write instead.</summary>
    protected InvalidScalarException Invalid(string text, string reason, string instead) =>
        new($"\"{(text.Length <= LongestQuote ? text : text[..LongestQuote] + "…")}\" is not a {name}: {reason}; write {instead}.");
}
