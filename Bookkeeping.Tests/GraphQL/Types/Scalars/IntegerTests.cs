namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class IntegerTests
{
    [Theory]
    [InlineData("Byte", "-128", "127")]
    [InlineData("UnsignedByte", "0", "255")]
    [InlineData("Short", "-32768", "32767")]
    [InlineData("UnsignedShort", "0", "65535")]
    [InlineData("UnsignedInt", "0", "4294967295")]
    [InlineData("Long", "-9223372036854775808", "9223372036854775807")]
    [InlineData("UnsignedLong", "0", "18446744073709551615")]
    public void Numbers_are_taken_up_to_their_bounds_and_written_as_numbers(string name, string minimum, string maximum)
    {
        var scalar = new ScalarProbe(name);
        foreach (var bound in new[] { minimum, maximum, "7" })
        {
            var value = scalar.Read(bound);
            Assert.Equal(bound, scalar.Write(value));
            Assert.Equal(bound, scalar.Literal(value));
        }
    }

    [Theory]
    [InlineData("Byte", "-129")]
    [InlineData("Byte", "128")]
    [InlineData("UnsignedByte", "-1")]
    [InlineData("UnsignedByte", "256")]
    [InlineData("Short", "32768")]
    [InlineData("UnsignedShort", "65536")]
    [InlineData("UnsignedInt", "4294967296")]
    [InlineData("Long", "9223372036854775808")]
    [InlineData("Long", "-9223372036854775809")]
    [InlineData("UnsignedLong", "18446744073709551616")]
    [InlineData("UnsignedLong", "-1")]
    [InlineData("Long", "99999999999999999999999999999999999999999999")]
    [InlineData("Long", "1.5")]
    [InlineData("Long", "\"1\"")]
    [InlineData("Long", "true")]
    [InlineData("Long", "[1]")]
    public void What_does_not_fit_is_refused(string name, string text) =>
        Assert.StartsWith($"{name} takes a whole number from ", new ScalarProbe(name).Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("1.0", 1L)]
    [InlineData("1e3", 1000L)]
    [InlineData("-2.00", -2L)]
    public void JSON_may_write_a_whole_number_with_a_fraction_a_literal_may_not(string text, long expected)
    {
        var scalar = new ScalarProbe("Long");
        Assert.Equal(expected, scalar.ReadVariable(text));
        Assert.Throws<Bookkeeping.GraphQL.Types.InvalidScalarException>(() => scalar.ReadLiteral(text));
    }

    [Fact]
    public void Numbers_of_other_types_are_written_when_they_fit()
    {
        Assert.Equal("5", new ScalarProbe("Long").Write(5));
        Assert.Equal("5", new ScalarProbe("Byte").Write(5UL));
        Assert.Contains("cannot be shown as Byte", new ScalarProbe("Byte").WriteRefusal(500), StringComparison.Ordinal);
        Assert.Contains("cannot be shown as Long", new ScalarProbe("Long").WriteRefusal(1.5), StringComparison.Ordinal);
        Assert.Contains("cannot be shown as UnsignedLong", new ScalarProbe("UnsignedLong").WriteRefusal(-1L), StringComparison.Ordinal);
    }
}
