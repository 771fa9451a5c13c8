using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Leaves;

/// <summary>An enum, whose values are known and encoded beforehand.</summary>
internal sealed class EnumFormat : LeafFormat
{
    private readonly EnumType type;
    private readonly Dictionary<object, Encoded> byValue = [];

    public EnumFormat(EnumType type)
    {
        this.type = type;
        foreach (var value in type.Values) byValue.TryAdd(value.Value, new Encoded(JsonEncodedText.Encode(value.Name)));
    }

    public override object Prepare(object value) => byValue.TryGetValue(value, out var encoded)
        ? encoded
        : throw new InvalidScalarException($"`{type.Name}` has no value for what the field gave.");

    public override void Write(Utf8JsonWriter writer, object prepared) => writer.WriteStringValue(((Encoded)prepared).Name);

    private sealed record Encoded(JsonEncodedText Name);
}
