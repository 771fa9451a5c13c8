namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class DecimalTests
{
    private static readonly ScalarProbe Decimal = new("Decimal");

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("1", "1")]
    [InlineData("-0.001", "-0.001")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_decimal_keeps_its_digits(string text, string expected)
    {
        var value = Decimal.Read(text);
        Assert.Equal(expected, Decimal.Write(value));
        Assert.Equal(expected, Decimal.Literal(value));
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e400")]
    [InlineData("\"1.5\"")]
    [InlineData("true")]
    public void What_is_no_decimal_is_refused(string text) =>
        Assert.StartsWith("Decimal takes a number of at most 28 digits", Decimal.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void Whole_numbers_are_written_binary_fractions_are_not()
    {
        Assert.Equal("3", Decimal.Write(3L));
        Assert.Contains("cannot be shown as Decimal", Decimal.WriteRefusal(0.1), StringComparison.Ordinal);
    }
}
