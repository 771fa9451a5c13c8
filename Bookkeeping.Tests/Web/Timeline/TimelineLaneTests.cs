using Bookkeeping.Web.Timeline;

namespace Bookkeeping.Tests.Web.Timeline;

public sealed class TimelineLaneTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2022-09-24T00:00:00Z");

    [Fact]
    public void What_does_not_overlap_shares_a_row()
    {
        var lane = TimelineLane.Pack("Runs", [[Bar(0, 2)], [Bar(1, 3)], [Bar(2, 4)], [Bar(3, 5)]]);

        Assert.Equal([[0, 2], [1, 3]], lane.Rows.Select(r => r.Bars.Select(b => (b.From - Start).TotalHours)));
        Assert.Equal(0, lane.LeftOut);
    }

    [Fact]
    public void What_belongs_together_stays_in_one_row()
    {
        var lane = TimelineLane.Pack("Environments", [[Bar(0, 1), Bar(1, 9)], [Bar(2, 3)]]);

        Assert.Equal([2, 1], lane.Rows.Select(r => r.Bars.Count));
    }

    [Fact]
    public void What_has_no_row_left_is_counted()
    {
        var lane = TimelineLane.Pack("Runs", Enumerable.Range(0, TimelineLane.MostRows + 3).Select(n => (IReadOnlyList<TimelineBar>)[Bar(n * 0.1, 9)]));

        Assert.Equal(TimelineLane.MostRows, lane.Rows.Count);
        Assert.Equal(3, lane.LeftOut);
    }

    [Fact]
    public void Moments_too_close_to_be_told_apart_are_one_mark_that_leads_to_all_of_them()
    {
        var window = new TimelineWindow(Start, Start.AddDays(1));
        var marks = TimelineMarks.Join(window, new[] { 0.0, 0.05, 12 }.Select(h => new TimelineMark(Start.AddHours(h), 1, $"at {h}", "/log-entries/1")), "log entries", (from, to) => $"/log-entries?from={TimelineWindow.Text(from)}&to={TimelineWindow.Text(to)}");

        Assert.Equal([2, 1], marks.Select(m => m.Count));
        Assert.Equal("2 log entries: at 0; at 0.05", marks[0].Words);
        Assert.Equal("/log-entries?from=2022-09-24T02:00:00&to=2022-09-24T02:03:01", marks[0].Href);
    }

    private static TimelineBar Bar(double from, double to) => new(Start.AddHours(from), Start.AddHours(to), "good", "", "", "/");
}
