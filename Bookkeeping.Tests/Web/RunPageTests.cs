using System.Net;

namespace Bookkeeping.Tests.Web;

[Collection(SiteTests.Name)]
public sealed class RunPageTests(Site site)
{
    [Fact]
    public async Task A_run_shows_its_time_line_its_parts_and_its_fill()
    {
        var page = await site.OpenAsync("/runs/526080");

        Assert.Equal("Run 526080", page.QuerySelector("h1")!.Words());
        Assert.Equal("24/09/2022, 00:49:05", page.Fact("O2 start"));
        Assert.Equal("24/09/2022, 00:49:15", page.Fact("Trigger start"));
        Assert.Equal("8178", page.Fact("Fill"));
        Assert.Equal("35", page.Fact("Colliding bunches"));
        Assert.Equal("2aiwLmWzdkV", page.Fact("Environment"));
        Assert.Contains("segfault on readout.exe", page.Body!.TextContent);
        Assert.Contains("1,234,567", page.Body.TextContent);
        Assert.Contains("alio2-cr1-flp187", page.Body.TextContent);
    }

    [Fact]
    public async Task A_PHYSICS_run_tells_its_luminosity()
    {
        var page = await site.OpenAsync("/runs/526080");

        Assert.Equal("1,234,567", page.Fact("Triggers"));
        Assert.Equal("17.556414 Hz", page.Fact("Rate (Vis)"));
        Assert.Equal("0.000045", page.Fact("µ (Vis)"));
        Assert.Equal("29.06296 µb⁻¹", page.Fact("Integrated luminosity"));
    }

    [Fact]
    public async Task Other_runs_have_no_panel_of_luminosity()
    {
        var page = await site.OpenAsync("/runs/526082");

        Assert.DoesNotContain(page.QuerySelectorAll("h2"), h => h.Words() == "INEL and luminosity");
    }

    [Fact]
    public async Task A_time_tells_its_instant_in_UTC()
    {
        var page = await site.OpenAsync("/runs/526080");

        var time = page.QuerySelectorAll("time").Single(t => t.Words() == "24/09/2022, 00:49:15");
        Assert.Equal("2022-09-23 22:49:15 UTC", time.GetAttribute("title"));
        Assert.StartsWith("2022-09-23T22:49:15", time.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Detectors_that_did_not_take_part_are_told_apart()
    {
        var page = await site.OpenAsync("/runs/526083");

        Assert.Equal(3, page.QuerySelectorAll(".detector-grid .absent").Length);
    }

    [Fact]
    public async Task Neighbours_are_runs_that_exist()
    {
        var page = await site.OpenAsync("/runs/526084");

        Assert.Equal("/runs/526083", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/runs/526090", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task In_another_beam_mode_the_fill_is_not_told()
    {
        var page = await site.OpenAsync("/runs/526082");

        Assert.Equal("RAMP", page.Fact("Beam mode"));
        Assert.DoesNotContain(page.QuerySelectorAll("dt"), t => t.Words() == "Fill");
    }

    [Fact]
    public async Task Many_trigger_counters_are_shown_in_parts_and_the_page_says_so()
    {
        var page = await site.OpenAsync("/runs/526081");
        var note = page.QuerySelector("#trigger-counters .part")!;
        Assert.Equal("The first 500 of 501. The next ›", note.Words());
        Assert.False(page.QuerySelector("#trigger-counters")!.HasAttribute("open"));

        var next = await site.OpenAsync(note.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("Another 1 of 501. From the first", next.QuerySelector("#trigger-counters .part")!.Words());
        Assert.True(next.QuerySelector("#trigger-counters")!.HasAttribute("open"));
        Assert.Equal(["C501"], next.QuerySelectorAll("#trigger-counters tbody th").Select(row => row.Words()));
    }

    [Fact]
    public async Task A_run_whose_lists_are_whole_has_no_note_of_parts() => Assert.Empty((await site.OpenAsync("/runs/526080")).QuerySelectorAll(".part"));

    [Fact]
    public async Task A_run_that_is_not_kept_is_not_found()
    {
        var page = await site.OpenAsync("/runs/1", HttpStatusCode.NotFound);

        Assert.Contains("The logbook has no run 1.", page.Body!.Words());
    }
}
