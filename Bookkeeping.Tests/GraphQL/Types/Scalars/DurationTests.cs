namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class DurationTests
{
    private static readonly ScalarProbe Duration = new("Duration");

    [Theory]
    [InlineData("PT1H2M3.004S", "PT1H2M3.004S")]
    [InlineData("P1DT2H", "P1DT2H")]
    [InlineData("PT0S", "PT0S")]
    [InlineData("P0D", "PT0S")]
    [InlineData("-PT1H", "-PT1H")]
    [InlineData("P1W", "P7D")]
    [InlineData("P1W1D", "P8D")]
    [InlineData("PT57H14M59S", "P2DT9H14M59S")]
    [InlineData("PT90M", "PT1H30M")]
    [InlineData("PT0.0000001S", "PT0.0000001S")]
    [InlineData("PT1.500S", "PT1.5S")]
    [InlineData("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S")]
    [InlineData("-P10675199DT2H48M5.4775808S", "-P10675199DT2H48M5.4775808S")]
    public void A_duration_is_written_in_its_largest_units(string text, string expected)
    {
        var value = Duration.Read($"\"{text}\"");
        Assert.Equal($"\"{expected}\"", Duration.Write(value));
        Assert.Equal($"\"{expected}\"", Duration.Literal(value));
    }

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("")]
    [InlineData("1H")]
    [InlineData("PT1H2H")]
    [InlineData("PT1M1H")]
    [InlineData("PT1.5H")]
    [InlineData("PT1.S")]
    [InlineData("PT.5S")]
    [InlineData("PT1.12345678S")]
    [InlineData("pt1h")]
    [InlineData("+PT1H")]
    [InlineData("PT-1H")]
    [InlineData("PT1H\\n")]
    [InlineData("1.02:03:04")]
    [InlineData("PT١H")]
    public void What_is_no_duration_is_refused(string text) =>
        Assert.Contains("is not a Duration: it must have the form of ISO 8601", Duration.Refusal($"\"{text}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("P10675199DT2H48M5.4775808S")]
    [InlineData("P99999999999999999999999999999999999999999W")]
    [InlineData("PT79228162514264337593543950335H")]
    public void What_is_too_long_is_refused(string text) => Assert.Equal(
        $"\"{text}\" is not a Duration: it must not exceed P10675199DT2H48M5.4775807S; write for example P1DT2H3M4.005S.", Duration.Refusal($"\"{text}\""));
}
