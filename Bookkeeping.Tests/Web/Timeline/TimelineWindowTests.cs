using Bookkeeping.Web.Display;
using Bookkeeping.Web.Preferences;
using Bookkeeping.Web.Timeline;

namespace Bookkeeping.Tests.Web.Timeline;

public sealed class TimelineWindowTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2022-10-01T12:00:00Z");

    [Theory]
    [InlineData(null, null, "2022-09-30T14:00:00", "2022-10-01T14:00:00")]
    [InlineData("2022-09-24", null, "2022-09-24T00:00:00", "2022-09-25T00:00:00")]
    [InlineData(null, "2022-09-24", "2022-09-23T00:00:00", "2022-09-24T00:00:00")]
    [InlineData("2022-09-24T08:00", "2022-09-24T08:10", "2022-09-24T08:00:00", "2022-09-24T08:10:00")]
    [InlineData("2022-08-31", "2022-10-01", "2022-08-31T00:00:00", "2022-10-01T00:00:00")]
    public void An_address_tells_a_part_of_time(string? from, string? to, string first, string last)
    {
        var (window, warning) = TimelineWindow.Read(from, to, Now, Now);

        Assert.Null(warning);
        Assert.Equal((first, last), (TimelineWindow.Text(window.From), TimelineWindow.Text(window.To)));
    }

    [Theory]
    [InlineData("soon", null, "“soon” is not a date: write 2022-09-24 or 2022-09-24T08:30.", "2022-09-30T14:00:00")]
    [InlineData("2022-10-02", null, "The time line cannot begin in the future.", "2022-09-30T14:00:00")]
    [InlineData("2022-09-24T08:00", "2022-09-24T08:09:59", "The end comes less than 10 minutes after the beginning.", "2022-09-30T14:00:00")]
    [InlineData("2022-09-25", "2022-09-24", "The end comes less than 10 minutes after the beginning.", "2022-09-30T14:00:00")]
    [InlineData("2022-08-01", "2022-09-02", "More than 31 days cannot be shown at once: these are the last of them.", "2022-08-02T00:00:00")]
    public void What_cannot_be_shown_is_warned_of(string? from, string? to, string expected, string first)
    {
        var (window, warning) = TimelineWindow.Read(from, to, Now, Now);

        Assert.Equal(expected, warning);
        Assert.Equal(first, TimelineWindow.Text(window.From));
    }

    [Fact]
    public void Zooming_keeps_a_moment_where_it_is_and_ends_at_the_shortest_and_the_longest_part()
    {
        var window = new TimelineWindow(Now.AddHours(-24), Now);
        var moment = Now.AddHours(-6);

        Assert.Equal(window.Position(moment), window.Zoomed(TimeSpan.FromHours(8), moment).Position(moment), 9);
        Assert.Equal(TimelineWindow.Shortest, window.Zoomed(TimeSpan.FromMinutes(9), moment).Length);
        Assert.Equal(TimelineWindow.Longest, window.Zoomed(TimeSpan.FromDays(32), moment).Length);
    }

    [Fact]
    public void It_does_not_move_beyond_the_present()
    {
        var window = new TimelineWindow(Now.AddHours(-24), Now);

        Assert.Equal(Now.AddHours(-12), window.Moved(0.5, Now).From);
        Assert.Equal(window, window.Moved(1, Now));
    }

    [Fact]
    public void The_scale_has_round_moments_of_the_readers_clock_also_when_it_is_put_back()
    {
        var window = new TimelineWindow(DateTimeOffset.Parse("2022-10-29T22:30:00Z"), DateTimeOffset.Parse("2022-10-30T06:30:00Z"));

        var control = TimelineTicks.Of(window, new ViewerTime(ControlRoomTime.Zone, TimeForm.Clock)).Select(t => t.Label);
        var utc = TimelineTicks.Of(window, new ViewerTime(TimeZoneInfo.Utc, TimeForm.Clock)).Select(t => t.Label);

        Assert.Equal(["01:00", "02:00", "03:00", "04:00", "05:00", "06:00", "07:00"], control);
        Assert.Equal(["23:00", "Sun 30 Oct", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"], utc);
    }

    [Fact]
    public void A_month_has_few_enough_lines_to_be_read()
    {
        var window = new TimelineWindow(Now - TimelineWindow.Longest, Now);

        Assert.InRange(TimelineTicks.Of(window, new ViewerTime(TimeZoneInfo.Utc, TimeForm.Clock)).Count(), 3, 16);
    }
}
