using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>A scalar whose values are JSON strings of a certain form.</summary>
/// <param name="name">The scalar's name, for messages.</param>
/// <param name="example">A right value, for messages.</param>
internal abstract class TextCoercion<T>(string name, string example) : ScalarCoercion
    where T : notnull
{
    public sealed override Type RuntimeType => typeof(T);

    public sealed override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Parse(text.Value) : throw NotText(Found.In(literal));

    public sealed override object ParseVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : throw NotText(Found.In(value));

    public sealed override void Write(Utf8JsonWriter writer, object value) => WriteText(writer, Convert(value));

    public sealed override ValueNode ToLiteral(object value) => new StringValueNode { Value = Format(Convert(value)) };

    /// <summary>Reads a string's value.</summary>
    /// <exception cref="InvalidScalarException">The text has not the scalar's form.</exception>
    protected abstract T Parse(string text);

    /// <summary>The text that reads back as the value.</summary>
    protected abstract string Format(T value);

    /// <summary>Writes the text; overridden where that goes without making a string.</summary>
    protected virtual void WriteText(Utf8JsonWriter writer, T value) => writer.WriteStringValue(Format(value));

    /// <summary>Turns what a resolver gave into the scalar's own C# type; overridden where several types are good.</summary>
    protected virtual T Convert(object value) =>
        value is T own ? own : throw new InvalidScalarException($"A {value.GetType().Name} cannot be shown as {name}: give a {typeof(T).Name}.");

    /// <summary>The error for a text of another form.</summary>
    protected InvalidScalarException Invalid(string text, string reason) =>
        new($"{Found.In(text)} is not a {name}: {reason}; write for example \"{example}\".");

    private InvalidScalarException NotText(string found) => new($"{found} is not a {name}: write a string, for example \"{example}\".");
}
