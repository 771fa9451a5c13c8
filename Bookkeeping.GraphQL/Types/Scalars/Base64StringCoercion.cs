using System.Text.Json;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Bytes, as base64 with padding.</summary>
internal sealed class Base64StringCoercion() : TextCoercion<byte[]>("Base64String", "aGVsbG8=")
{
    protected override byte[] Parse(string text)
    {
        try
        {
            return System.Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw Invalid(text, "it must be base64 with padding");
        }
    }

    protected override string Format(byte[] value) => System.Convert.ToBase64String(value);

    public override void WriteValue(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);
}
