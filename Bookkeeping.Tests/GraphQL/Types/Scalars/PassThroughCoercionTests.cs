using System.Buffers;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public sealed class PassThroughCoercionTests
{
    private static readonly PassThroughCoercion Scalar = new("Anything");

    [Theory]
    [InlineData("""{ number: 1, text: "a", list: [true, null, 1.5e3], word: RED }""", """{"number":1,"text":"a","list":[true,null,1.5e3],"word":"RED"}""")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void A_literal_comes_in_as_JSON(string literal, string json) =>
        Assert.Equal(json, ((JsonElement)Scalar.ParseLiteral(Parser.ParseValue(literal))).GetRawText());

    [Fact]
    public void JSON_like_values_go_out()
    {
        var value = new Dictionary<string, object?> { ["a"] = new object?[] { 1, null, "x", true, 2.5m }, ["b"] = JsonDocument.Parse("[1]").RootElement };
        Assert.Equal("""{"a":[1,null,"x",true,2.5],"b":[1]}""", Written(value));
    }

    [Fact]
    public void A_value_that_is_not_JSON_is_refused_before_anything_is_written()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        Assert.Throws<InvalidScalarException>(() => Scalar.Write(writer, new object?[] { 1, new object() }));
        Assert.Equal(0, writer.BytesPending + writer.BytesCommitted);
    }

    [Fact]
    public void A_value_within_itself_is_refused()
    {
        var endless = new List<object?>();
        endless.Add(endless);
        Assert.Throws<InvalidScalarException>(() => Written(endless));
    }

    [Fact]
    public void A_value_reads_back_from_its_literal() =>
        Assert.Equal("""{a: [1, "x", null]}""", Printer.Print(Scalar.ToLiteral(new Dictionary<string, object?> { ["a"] = new object?[] { 1, "x", null } })));

    private static string Written(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Scalar.Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
