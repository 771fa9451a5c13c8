using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class AnyTests
{
    private static readonly ScalarProbe Any = new("Any");

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-1.50e3", "-1.50e3")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("true", "true")]
    [InlineData("GOOD", "\"GOOD\"")]
    [InlineData("[1, [null], {}]", "[1,[null],{}]")]
    [InlineData("{a: {b: [1, 2]}, c: null}", "{\"a\":{\"b\":[1,2]},\"c\":null}")]
    public void A_literal_becomes_JSON(string literal, string expected) => Assert.Equal(expected, Any.Write(Any.ReadLiteral(literal)));

    [Theory]
    [InlineData("{\"a\":[1,2.5,\"x\",true,null]}", "{a: [1, 2.5, \"x\", true, null]}")]
    [InlineData("1e3", "1e3")]
    public void JSON_becomes_a_literal(string json, string expected) => Assert.Equal(expected, Any.Literal(JsonElement.Parse(json)));

    [Fact]
    public void JSON_stays_as_it_is_and_outlives_its_request()
    {
        object value;
        using (var document = JsonDocument.Parse("{\"a\": 1}")) value = Bookkeeping.GraphQL.Types.Scalars.CustomScalars.Find("Any")!.Coercion.ParseVariable(document.RootElement);
        Assert.Equal("{\"a\":1}", Any.Write(value));
    }

    [Fact]
    public void Every_form_of_JSON_is_written()
    {
        Assert.Equal("{\"a\":1}", Any.Write(JsonNode.Parse("{\"a\":1}")!));
        Assert.Equal("[1]", Any.Write(JsonDocument.Parse("[1]")));
        Assert.Contains("cannot be shown as Any", Any.WriteRefusal("text"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_inside_is_refused() => Assert.Contains(
        "give the whole value as a variable",
        Assert.Throws<Bookkeeping.GraphQL.Types.InvalidScalarException>(() => Any.ReadLiteral("{a: $b}")).Message,
        StringComparison.Ordinal);
}
