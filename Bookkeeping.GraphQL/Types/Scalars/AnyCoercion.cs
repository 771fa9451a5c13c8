using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Any JSON value, embedded as it is. In a literal, an enum value's name is a string.</summary>
internal sealed class AnyCoercion : ScalarCoercion<JsonElement>
{
    public override object ParseLiteral(ValueNode literal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, literal);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public override object ParseVariable(JsonElement value) => value.Clone();

    public override void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case JsonElement element: element.WriteTo(writer); break;
            case JsonDocument document: document.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer); break;
            default: throw ScalarMismatch.Output("Any", value);
        }
    }

    public override ValueNode ToLiteral(object value) =>
        value is JsonElement element ? Literal(element) : throw ScalarMismatch.Output("Any", value);

    public override void WriteValue(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);

    private static void Write(Utf8JsonWriter writer, ValueNode literal)
    {
        switch (literal)
        {
            case StringValueNode text: writer.WriteStringValue(text.Value); break;
            case EnumValueNode name: writer.WriteStringValue(name.Value); break;
            case IntValueNode number: writer.WriteRawValue(number.Value); break;
            case FloatValueNode number: writer.WriteRawValue(number.Value); break;
            case BooleanValueNode boolean: writer.WriteBooleanValue(boolean.Value); break;
            case ListValueNode list: WriteList(writer, list); break;
            case ObjectValueNode fields: WriteObject(writer, fields); break;
            case NullValueNode: writer.WriteNullValue(); break;
            default: throw new InvalidScalarException("A variable cannot stand inside a value of Any: give the whole value as a variable.");
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ListValueNode list)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items) Write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, ObjectValueNode fields)
    {
        writer.WriteStartObject();
        foreach (var field in fields.Fields)
        {
            writer.WritePropertyName(field.Name.Value);
            Write(writer, field.Value);
        }
        writer.WriteEndObject();
    }

    private static ValueNode Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode { Value = value.GetString()! },
        JsonValueKind.Number when value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => new FloatValueNode { Value = value.GetRawText() },
        JsonValueKind.Number => new IntValueNode { Value = value.GetRawText() },
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode { Value = value.GetBoolean() },
        JsonValueKind.Array => new ListValueNode { Items = [.. value.EnumerateArray().Select(Literal)] },
        JsonValueKind.Object => new ObjectValueNode { Fields = [.. value.EnumerateObject().Select(Literal)] },
        _ => new NullValueNode(),
    };

    private static ObjectFieldNode Literal(JsonProperty property) =>
        new() { Name = new NameNode { Value = property.Name }, Value = Literal(property.Value) };
}
