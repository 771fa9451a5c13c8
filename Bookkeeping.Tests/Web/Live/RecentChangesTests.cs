using Bookkeeping.Web.Live;

namespace Bookkeeping.Tests.Web.Live;

/// <summary>What open pages are told of, each at its own pace, out of one bounded list.</summary>
public sealed class RecentChangesTests
{
    private readonly RecentChanges recent = new(capacity: 3);

    [Fact]
    public void Before_the_journal_was_read_nothing_is_known()
    {
        Assert.Null(recent.Cursor);
        Assert.Equal((null, null), recent.After("c0"));
    }

    [Fact]
    public void Each_reader_gets_what_came_behind_its_cursor()
    {
        Fill(2);

        Assert.Equal(("1 2", "c2"), After("c0"));
        Assert.Equal(("2", "c2"), After("c1"));
        Assert.Equal(("", "c2"), After("c2"));
    }

    [Fact]
    public void The_oldest_are_forgotten_and_whoever_stands_there_reads_everything_anew()
    {
        Fill(5);

        Assert.Equal(("3 4 5", "c5"), After("c2"));
        Assert.Equal((null, "c5"), After("c1"));
        Assert.Equal((null, "c5"), After("c0"));
    }

    [Fact]
    public void A_cursor_of_somebody_else_is_not_known() => Assert.Equal((null, "c1"), AfterFilling(1, "nonsense"));

    [Fact]
    public void After_a_gap_in_the_journal_nobody_goes_on_across_it()
    {
        Fill(2);
        recent.Begin("c9");

        Assert.Equal((null, "c9"), After("c1"));
        Assert.Equal((null, "c9"), After("c2"));
        Assert.Equal(("", "c9"), After("c9"));
        recent.Add("c10", new LiveChange("RUN", "10"));
        Assert.Equal(("10", "c10"), After("c9"));
    }

    [Fact]
    public void Whoever_has_everything_waits_and_all_are_woken_by_the_next()
    {
        Fill(1);
        var waiting = new[] { recent.WhenMoreThanAsync("c1"), recent.WhenMoreThanAsync("c1") };
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
        Assert.True(recent.WhenMoreThanAsync("c0").IsCompleted);

        recent.Add("c2", new LiveChange("RUN", "2"));

        Assert.All(waiting, task => Assert.True(task.IsCompleted));
    }

    [Fact]
    public void A_screen_can_tell_whether_something_was_changed_that_it_watches()
    {
        Fill(1);
        var here = recent.Position;
        Assert.False(Has("RUN"));
        recent.Add("c2", new LiveChange("RUN", "2"));

        Assert.True(Has("RUN"));
        Assert.True(Has("FILL,RUN:2"));
        Assert.False(Has("RUN:1"));
        Assert.False(Has("FILL"));

        // What was forgotten may have been anything.
        for (var i = 3; i <= 5; i++) recent.Add($"c{i}", new LiveChange("TAG", $"{i}"));
        Assert.True(Has("FILL"));
        here = recent.Position;
        Assert.False(Has("FILL"));
        recent.Begin("c9");
        Assert.True(Has("FILL"));

        bool Has(string watch) => recent.HasSince(here, LiveInterest.Parse(watch)!);
    }

    [Theory]
    [InlineData("RUN", "RUN", "526080", true)]
    [InlineData("RUN:526080", "RUN", "526080", true)]
    [InlineData("RUN:526080", "RUN", "526081", false)]
    [InlineData("FILL, RUN:1", "FILL", "8178", true)]
    [InlineData("FILL", "RUN", "8178", false)]
    [InlineData("ENVIRONMENT:a:b", "ENVIRONMENT", "a:b", true)]
    public void A_screen_hears_of_what_it_watches(string watch, string subject, string key, bool isTold) =>
        Assert.Equal(isTold, LiveInterest.Parse(watch)!.Has(new LiveChange(subject, key)));

    [Fact]
    public void A_watch_of_nothing_or_of_far_too_much_is_none()
    {
        Assert.Null(LiveInterest.Parse(null));
        Assert.Null(LiveInterest.Parse(","));
        Assert.NotNull(LiveInterest.Parse(string.Join(',', Enumerable.Repeat("RUN:1", 32))));
        Assert.Null(LiveInterest.Parse(string.Join(',', Enumerable.Repeat("RUN:1", 33))));
        Assert.NotNull(LiveInterest.Parse(new string('x', 1024)));
        Assert.Null(LiveInterest.Parse(new string('x', 1025)));
    }

    private (string? Keys, string? Cursor) AfterFilling(int count, string cursor)
    {
        Fill(count);
        return After(cursor);
    }

    private (string? Keys, string? Cursor) After(string cursor)
    {
        var (changes, next) = recent.After(cursor);
        return (changes is null ? null : string.Join(' ', changes.Select(change => change.Key)), next);
    }

    private void Fill(int count)
    {
        recent.Begin("c0");
        for (var i = 1; i <= count; i++) recent.Add($"c{i}", new LiveChange("RUN", $"{i}"));
    }
}
