using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Tests.Web.Live;

namespace Bookkeeping.Tests.Web.Timeline;

[Collection(SiteTests.Name)]
public sealed class TimelinePageTests(Site site)
{
    private const string Night = "/timeline?from=2022-09-24T00:00:00&to=2022-09-25T06:00:00";

    [Fact]
    public async Task Lanes_show_what_lasted_and_lead_to_it()
    {
        var page = await site.OpenAsync(Night);
        var words = page.QuerySelectorAll("svg.timeline a[aria-label]:not(.slot)").ToDictionary(a => a.GetAttribute("aria-label")!, a => a.GetAttribute("href"));

        Assert.Equal("/fills/8178", words["Fill 8178: stable beams 24/09/2022, 00:21:15 to 26/09/2022, 09:36:14"]);
        Assert.Equal("/runs/526080", words["Run 526080: PHYSICS, quality good, 24/09/2022, 00:49:15 to 24/09/2022, 20:21:15"]);
        Assert.Equal("/environments/2aiwLmWzdkV", words["Environment 2aiwLmWzdkV: RUNNING 24/09/2022, 00:24:15 to 24/09/2022, 00:25:15"]);
        Assert.Equal("/runs?beam-modes=RAMP", words["Beam mode RAMP, from run 526082"]);
        Assert.Empty(page.QuerySelectorAll(".notice"));
    }

    [Fact]
    public async Task What_began_before_the_part_shown_is_there()
    {
        var page = await site.OpenAsync("/timeline?from=2022-09-24T06:00:00&to=2022-09-24T07:00:00");

        var run = page.QuerySelector("svg.timeline a[href='/runs/526080'] svg")!;
        Assert.Equal(("0%", "100%"), (run.GetAttribute("x"), run.GetAttribute("width")));
    }

    [Fact]
    public async Task A_moment_tells_how_things_stood()
    {
        var page = await site.OpenAsync(Night + "&at=2022-09-24T08:00:00");
        var state = page.QuerySelector(".state-panel")!;

        Assert.Equal("8178 stable beams", state.Fact("LHC fill"));
        Assert.Equal("+30,000 A", state.Fact("L3 solenoid"));
        Assert.Equal("−5,999 A", state.Fact("Dipole"));
        Assert.StartsWith("526080 PHYSICS good", state.QuerySelector(".state-item")!.Words());
        Assert.Equal(["FT0", "ITS", "TPC"], state.QuerySelectorAll(".detector").Select(d => d.Words()));
        Assert.Equal("/timeline?from=2022-09-24T00:00:00&to=2022-09-25T06:00:00", state.QuerySelector("header a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_present_has_a_line_and_what_goes_on_ends_there()
    {
        var page = await site.OpenAsync("/timeline");

        Assert.NotNull(page.QuerySelector("svg.timeline a[href='/runs/526090']"));
        Assert.NotNull(page.QuerySelector("svg.timeline a[href='/fills/8310']"));
        Assert.Equal("Log entries", page.QuerySelectorAll("svg.timeline .lane-name").Last().TextContent);
    }

    [Fact]
    public async Task Why_a_run_ended_has_a_mark_that_leads_to_the_reasons_of_the_run()
    {
        var page = await site.OpenAsync("/timeline");

        var mark = page.QuerySelectorAll("svg.timeline a").Single(a => a.GetAttribute("href") == "/runs/526080#reasons");
        Assert.EndsWith("run 526080: Data Flow / Systems - FLP - segfault on readout.exe", mark.GetAttribute("aria-label"));
        Assert.Equal("Why it ended", (await site.OpenAsync("/runs/526080")).QuerySelector("#reasons h2")!.Words());
    }

    [Fact]
    public async Task A_judgement_has_a_mark_that_leads_to_that_change_and_several_that_lie_together_to_a_closer_look()
    {
        await using var own = await LiveSite.StartAsync();
        using var pages = new FormPage(own.Address);
        await own.JudgeAsync(526080, RunQuality.Bad);
        var one = (await pages.OpenAsync("/timeline")).QuerySelectorAll("svg.timeline a").Single(a => a.GetAttribute("aria-label")!.Contains("run 526080: quality bad - A test."));
        await own.JudgeAsync(526081, RunQuality.Good);
        var both = (await pages.OpenAsync("/timeline")).QuerySelectorAll("svg.timeline a").Single(a => a.GetAttribute("aria-label")!.StartsWith("2 changes of quality: ", StringComparison.Ordinal));

        Assert.Matches("^/runs/526080/history\\?at=[0-9]+$", one.GetAttribute("href"));
        Assert.Equal("quality", (await pages.OpenAsync(one.GetAttribute("href")!)).QuerySelector(".history-rows tbody td.mono")!.Words());
        Assert.StartsWith("/timeline?from=", both.GetAttribute("href"));
        Assert.Empty((await pages.OpenAsync(both.GetAttribute("href")!)).Warnings());
    }

    [Theory]
    [InlineData("/timeline?from=soon", "“soon” is not a date: write 2022-09-24 or 2022-09-24T08:30.")]
    [InlineData("/timeline?at=soon", "“soon” is not a date: write 2022-09-24 or 2022-09-24T08:30.")]
    [InlineData("/timeline?at=2999-01-01", "How things will stand is not known: the moment lies in the future.")]
    public async Task What_cannot_be_shown_is_warned_of(string address, string warning) => Assert.Equal([warning], (await site.OpenAsync(address)).Warnings());
}
