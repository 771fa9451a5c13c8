namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class LocalDateAndTimeTests
{
    private static readonly ScalarProbe LocalDate = new("LocalDate");
    private static readonly ScalarProbe LocalTime = new("LocalTime");

    [Theory]
    [InlineData("2022-09-24")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_is_written_as_it_was_read(string text)
    {
        var value = LocalDate.Read($"\"{text}\"");
        Assert.Equal($"\"{text}\"", LocalDate.Write(value));
        Assert.Equal($"\"{text}\"", LocalDate.Literal(value));
    }

    [Theory]
    [InlineData("2022-9-24")]
    [InlineData("2022-02-30")]
    [InlineData("24/09/2022")]
    [InlineData("2022-09-24T00:00:00Z")]
    [InlineData(" 2022-09-24")]
    public void What_is_no_day_is_refused(string text) => Assert.Equal(
        $"\"{text}\" is not a LocalDate: it must be a day of the form yyyy-MM-dd; write for example 2022-09-24.", LocalDate.Refusal($"\"{text}\""));

    [Theory]
    [InlineData("13:45:00", "13:45:00")]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("23:59:59.9999999", "23:59:59.9999999")]
    [InlineData("13:45:10.500", "13:45:10.5")]
    public void A_time_of_day_is_written_without_trailing_zeros(string text, string expected) =>
        Assert.Equal($"\"{expected}\"", LocalTime.Write(LocalTime.Read($"\"{text}\"")));

    [Theory]
    [InlineData("13:45")]
    [InlineData("24:00:00")]
    [InlineData("1:45 PM")]
    [InlineData("13:45:00Z")]
    [InlineData("13:45:00.12345678")]
    public void What_is_no_time_of_day_is_refused(string text) =>
        Assert.StartsWith($"\"{text}\" is not a LocalTime: it must be a time of the form HH:mm:ss", LocalTime.Refusal($"\"{text}\""), StringComparison.Ordinal);
}
