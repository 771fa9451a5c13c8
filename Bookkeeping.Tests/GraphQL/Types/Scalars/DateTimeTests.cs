using System.Globalization;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class DateTimeTests
{
    private static readonly ScalarProbe DateTime = new("DateTime");

    [Theory]
    [InlineData("2022-09-24T00:21:15Z")]
    [InlineData("2022-09-24T00:21:15+02:00")]
    [InlineData("2022-09-24T00:21:15-09:30")]
    [InlineData("2022-09-24T00:21:10Z")]
    [InlineData("2022-09-24T00:21:00+02:00")]
    [InlineData("2022-09-24T00:21:15.1Z")]
    [InlineData("2022-09-24T00:21:15.123Z")]
    [InlineData("2022-09-24T00:21:15.1234567+02:00")]
    [InlineData("2022-09-24T00:21:15.0000001Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T12:00:00Z")]
    public void An_instant_is_written_as_it_was_read(string text)
    {
        var value = DateTime.Read($"\"{text}\"");
        Assert.Equal(System.DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), value);
        Assert.Equal($"\"{text}\"", DateTime.Write(value));
        Assert.Equal($"\"{text}\"", DateTime.Literal(value));
    }

    [Theory]
    [InlineData("2022-09-24T00:21:15.100Z", "2022-09-24T00:21:15.1Z")]
    [InlineData("2022-09-24T00:21:15.0Z", "2022-09-24T00:21:15Z")]
    [InlineData("2022-09-24T00:21:15+00:00", "2022-09-24T00:21:15Z")]
    [InlineData("2022-09-24t00:21:15z", "2022-09-24T00:21:15Z")]
    public void Trailing_zeros_are_cut_and_UTC_is_Z(string text, string expected) =>
        Assert.Equal($"\"{expected}\"", DateTime.Write(DateTime.Read($"\"{text}\"")));

    [Theory]
    [InlineData("2022-09-24T00:21:15", "an offset is missing; write 2022-09-24T00:21:15+02:00 or 2022-09-24T00:21:15Z.")]
    [InlineData("2022-09-24T00:21:15.5", "an offset is missing; write 2022-09-24T00:21:15.5+02:00 or 2022-09-24T00:21:15.5Z.")]
    [InlineData("2022-09-24", "it must have the form")]
    [InlineData("2022-09-24 00:21:15Z", "it must have the form")]
    [InlineData("2022-9-24T00:21:15Z", "it must have the form")]
    [InlineData("2022-09-24T00:21Z", "it must have the form")]
    [InlineData("24.09.2022", "it must have the form")]
    [InlineData("", "it must have the form")]
    [InlineData("2022-09-24T00:21:15.12345678Z", "at most seven fraction digits")]
    [InlineData("2022-09-24T00:21:15.Z", "a fraction needs a digit")]
    [InlineData("2022-09-24T00:21:15+02", "its offset must be Z or have the form +02:00")]
    [InlineData("2022-09-24T00:21:15+0200", "its offset must be Z or have the form +02:00")]
    [InlineData("2022-09-24T00:21:15ZZ", "its offset must be Z or have the form +02:00")]
    [InlineData("2022-09-24T00:21:15Z ", "its offset must be Z or have the form +02:00")]
    [InlineData("2022-09-31T00:21:15Z", "there is no such day, time or offset")]
    [InlineData("2023-02-29T00:21:15Z", "there is no such day, time or offset")]
    [InlineData("2022-09-24T24:21:15Z", "there is no such day, time or offset")]
    [InlineData("2022-09-24T00:21:60Z", "there is no such day, time or offset")]
    [InlineData("2022-09-24T00:21:15+19:00", "there is no such day, time or offset")]
    [InlineData("0001-01-01T00:00:00+02:00", "there is no such day, time or offset")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "there is no such day, time or offset")]
    public void What_is_no_instant_is_refused_with_what_would_be_right(string text, string expected)
    {
        var message = DateTime.Refusal($"\"{text}\"");
        Assert.StartsWith($"\"{text}\" is not a DateTime: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1663971675")]
    [InlineData("true")]
    [InlineData("[\"2022-09-24T00:21:15Z\"]")]
    public void Only_strings_are_taken(string text) =>
        Assert.StartsWith("DateTime takes a string, for example \"2022-09-24T00:21:15+02:00\"", DateTime.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void A_DateTime_of_UTC_is_written_one_of_nowhere_is_not()
    {
        Assert.Equal("\"2022-09-24T00:21:15Z\"", DateTime.Write(new System.DateTime(2022, 9, 24, 0, 21, 15, DateTimeKind.Utc)));
        Assert.Contains("without an offset", DateTime.WriteRefusal(new System.DateTime(2022, 9, 24, 0, 21, 15, DateTimeKind.Unspecified)), StringComparison.Ordinal);
        Assert.Contains("cannot be shown as DateTime", DateTime.WriteRefusal("2022-09-24T00:21:15Z"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_shortened_in_the_message() => Assert.InRange(DateTime.Refusal($"\"{new string('x', 5000)}\"").Length, 50, 250);
}
