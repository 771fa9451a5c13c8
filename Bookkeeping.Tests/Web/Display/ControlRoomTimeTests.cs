using Bookkeeping.Web.Display;

namespace Bookkeeping.Tests.Web.Display;

public sealed class ControlRoomTimeTests
{
    [Theory]
    [InlineData("2022-09-23T22:21:15Z", "24/09/2022, 00:21:15")]
    [InlineData("2022-12-31T23:00:00Z", "01/01/2023, 00:00:00")]
    [InlineData("2022-10-30T00:59:59Z", "30/10/2022, 02:59:59")]
    [InlineData("2022-10-30T01:00:00Z", "30/10/2022, 02:00:00")]
    public void An_instant_is_written_in_the_control_rooms_zone(string instant, string text) => Assert.Equal(text, ControlRoomTime.Text(DateTimeOffset.Parse(instant)));

    [Fact]
    public void UTC_is_written_with_its_name() =>
        Assert.Equal("2022-09-23 22:21:15 UTC", ControlRoomTime.Utc(DateTimeOffset.Parse("2022-09-24T00:21:15+02:00")));

    [Theory]
    [InlineData(0, "00:00:00")]
    [InlineData(59.999, "00:00:59")]
    [InlineData(206_099, "57:14:59")]
    [InlineData(360_000, "100:00:00")]
    [InlineData(-61, "-00:01:01")]
    public void Durations_may_pass_a_day(double seconds, string text) => Assert.Equal(text, ControlRoomTime.Text(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("tomorrow")]
    [InlineData("2022-13-01")]
    public void Not_a_time(string? text) => Assert.Null(ControlRoomTime.Parse(text));
}
