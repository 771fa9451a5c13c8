using System.Collections;
using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>A scalar that takes and gives any JSON value: what is known of a scalar that was only named in SDL.</summary>
/// <remarks>Values come in as <see cref="JsonElement"/>. They go out from anything JSON-like: elements, text, numbers, booleans,
/// dictionaries with text keys, lists and null.</remarks>
public sealed class PassThroughCoercion : ScalarCoercion
{
    private const int MaxDepth = 64;

    private static readonly AnyCoercion Json = new();

    private readonly string name;

    /// <summary>Makes the coercion of a scalar.</summary>
    /// <param name="name">The scalar's name, for error messages.</param>
    public PassThroughCoercion(string name) => this.name = name;

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(JsonElement);

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal) => Json.ParseLiteral(literal);

    /// <inheritdoc/>
    public override object ParseVariable(JsonElement value) => value.Clone();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        // The value is checked as a whole before anything goes out: a field that fails must leave no trace in the answer.
        Check(value, 0);
        WriteAny(writer, value);
    }

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value)
    {
        Check(value, 0);
        return Json.ToLiteral(JsonSerializer.SerializeToElement(value));
    }

    private void Check(object? value, int depth)
    {
        if (depth > MaxDepth) throw new InvalidScalarException($"A value of {name} is nested deeper than {MaxDepth} levels.");
        switch (value)
        {
            case null or string or bool or JsonElement or decimal: break;
            case sbyte or byte or short or ushort or int or uint or long or ulong: break;
            case double or float when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)): break;
            case IReadOnlyDictionary<string, object?> fields:
                foreach (var field in fields) Check(field.Value, depth + 1);
                break;
            case IEnumerable items and not IDictionary:
                foreach (var item in items) Check(item, depth + 1);
                break;
            default: throw ScalarMismatch.Output(name, value);
        }
    }

    private static void WriteAny(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case JsonElement element: element.WriteTo(writer); break;
            case IReadOnlyDictionary<string, object?> fields:
                writer.WriteStartObject();
                foreach (var (key, field) in fields)
                {
                    writer.WritePropertyName(key);
                    WriteAny(writer, field);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items and not string:
                writer.WriteStartArray();
                foreach (var item in items) WriteAny(writer, item);
                writer.WriteEndArray();
                break;
            default: JsonSerializer.Serialize(writer, value); break;
        }
    }
}
