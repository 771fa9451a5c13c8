using System.Buffers;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public sealed class BuiltInScalarTests
{
    [Theory]
    [InlineData("Int", "2147483647")]
    [InlineData("Int", "-2147483648")]
    [InlineData("Int", "-0")]
    [InlineData("Float", "1")]
    [InlineData("Float", "-1.5e300")]
    [InlineData("String", "\"\"")]
    [InlineData("ID", "\"run-1\"")]
    [InlineData("ID", "123456789012345678901234567890")]
    [InlineData("Boolean", "true")]
    public void A_literal_of_the_scalar_is_taken(string scalar, string literal) => Assert.NotNull(Literal(scalar, literal));

    [Theory]
    [InlineData("Int", "2147483648", "2147483648")]
    [InlineData("Int", "-2147483649", "-2147483649")]
    [InlineData("Int", "1.0", "1.0")]
    [InlineData("Int", "true", "true")]
    [InlineData("Float", "1e400", "1e400")]
    [InlineData("Float", "\"1\"", "\"1\"")]
    [InlineData("String", "RED", "RED")]
    [InlineData("Boolean", "1", "1")]
    [InlineData("ID", "1.5", "1.5")]
    [InlineData("ID", "[1]", "a list")]
    public void Another_literal_is_refused_with_what_was_found(string scalar, string literal, string found)
    {
        var refusal = Assert.Throws<InvalidScalarException>(() => Literal(scalar, literal));
        Assert.StartsWith($"{scalar} takes ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(found, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e0")]
    [InlineData("10e-1")]
    public void A_whole_JSON_number_is_an_Int_however_it_is_written(string json) => Assert.Equal(1, Variable("Int", json));

    [Theory]
    [InlineData("Int", "1.5")]
    [InlineData("Int", "2147483648")]
    [InlineData("Int", "1e10")]
    [InlineData("Float", "1e400")]
    [InlineData("Float", "\"1\"")]
    [InlineData("String", "1")]
    [InlineData("String", "\"\\ud800\"")]
    [InlineData("ID", "\"\\ud800\"")]
    [InlineData("ID", "1e3")]
    [InlineData("Boolean", "\"true\"")]
    public void Another_variable_is_refused(string scalar, string json) => Assert.Throws<InvalidScalarException>(() => Variable(scalar, json));

    [Fact]
    public void A_long_text_is_not_repeated_whole_in_the_refusal()
    {
        var refusal = Assert.Throws<InvalidScalarException>(() => Variable("Int", JsonSerializer.Serialize(new string('x', 10_000))));
        Assert.True(refusal.Message.Length < 200);
    }

    public static TheoryData<string, object, string> Results => new()
    {
        { "Int", 7L, "7" },
        { "Int", (ushort)7, "7" },
        { "Int", 7.0, "7" },
        { "Int", true, "1" },
        { "Float", 1.1f, "1.100000023841858" },
        { "Float", 12.50m, "12.50" },
        { "Float", long.MaxValue, "9223372036854775807" },
        { "String", 1.5, "\"1.5\"" },
        { "String", true, "\"true\"" },
        { "Boolean", 2, "true" },
        { "Boolean", 0.0, "false" },
        { "ID", 42L, "\"42\"" },
        { "ID", Guid.Parse("6F9619FF-8B86-D011-B42D-00CF4FC964FF"), "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_value_that_converts_without_loss_is_shown(string scalar, object value, string json) => Assert.Equal(json, Written(scalar, value));

    [Fact]
    public void Half_a_surrogate_pair_goes_out_as_the_replacement_character() => Assert.Equal("\"a\\uFFFDb\"", Written("String", "a\ud800b"));

    public static TheoryData<string, object> Misfits => new()
    {
        { "Int", long.MaxValue },
        { "Int", uint.MaxValue },
        { "Int", 1.5m },
        { "Int", double.NaN },
        { "Float", double.PositiveInfinity },
        { "Float", float.NaN },
        { "String", new object() },
        { "Boolean", "true" },
        { "Boolean", double.NaN },
        { "ID", 1.5 },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_value_that_does_not_fit_is_refused_and_nothing_is_written(string scalar, object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        Assert.Throws<InvalidScalarException>(() => Scalar(scalar).Write(writer, value));
        Assert.Equal(0, writer.BytesPending + writer.BytesCommitted);
    }

    public static TheoryData<string, object> Defaults => new()
    {
        { "Int", int.MinValue },
        { "Float", 0.1 },
        { "Float", 3.0 },
        { "Float", 1e300 },
        { "String", "say \"run\"\n" },
        { "Boolean", false },
        { "ID", "run-1" },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void A_value_reads_back_from_its_literal(string scalar, object value) =>
        Assert.Equal(value, Scalar(scalar).ParseLiteral(Parser.ParseValue(Printer.Print(Scalar(scalar).ToLiteral(value)))));

    private static ScalarCoercion Scalar(string name) => BuiltInScalars.Find(name)!.Coercion;

    private static object Literal(string scalar, string literal) => Scalar(scalar).ParseLiteral(Parser.ParseValue(literal));

    private static object Variable(string scalar, string json) => Scalar(scalar).ParseVariable(JsonDocument.Parse(json).RootElement);

    private static string Written(string scalar, object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Scalar(scalar).Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
