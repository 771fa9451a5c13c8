using System.Net;

namespace Bookkeeping.Tests.Web;

[Collection(SiteTests.Name)]
public sealed class FillPagesTests(Site site)
{
    [Fact]
    public async Task Only_fills_with_stable_beams_are_listed_at_first()
    {
        var page = await site.OpenAsync("/fills");

        Assert.Equal(["8310", "8178"], page.Keys());
        Assert.Equal("true", page.QuerySelector("[role=switch]")!.GetAttribute("aria-checked"));
    }

    [Fact]
    public async Task The_switch_shows_the_others_too()
    {
        var stable = await site.OpenAsync("/fills");
        var all = await site.OpenAsync(stable.QuerySelector("[role=switch]")!.GetAttribute("href")!);

        Assert.Equal(["8310", "8300", "8178"], all.Keys());
        Assert.Empty(all.Cell("8300", "PHYSICS runs").QuerySelectorAll("a"));
    }

    [Fact]
    public async Task A_fill_tells_how_stable_beams_were_used()
    {
        var page = await site.OpenAsync("/fills");

        Assert.Equal("57:14:59", page.Cell("8178", "Duration").Words());
        Assert.Equal("00:28:00 (0.82 %)", page.Cell("8178", "Before 1st run").Words());
        Assert.Equal("19:32:00", page.Cell("8178", "Total runs duration").Words());
        Assert.Equal("34.12 %", page.Cell("8178", "Efficiency").Words());
        Assert.Equal("35", page.Cell("8178", "Colliding bunches").Words());
        Assert.Equal("526080 526081", page.Cell("8178", "PHYSICS runs").Words());
    }

    [Fact]
    public async Task Stable_beams_without_end_are_ongoing()
    {
        var page = await site.OpenAsync("/fills");

        Assert.Equal("ONGOING", page.Cell("8310", "Duration").Words());
    }

    [Theory]
    [InlineData("fills=8178", "8178")]
    [InlineData("beam-types=Pb - Pb", "8310")]
    [InlineData("scheme=146b", "8178")]
    [InlineData("duration=>50:00:00", "8178")]
    [InlineData("runs-duration=>=19:32:00", "8178")]
    [InlineData("fills=8300&beams=all", "8300")]
    [InlineData("beam-types=Pb - Pb,XeXe", "8310")]
    [InlineData("end-from=2022-09-26T09:00&end-to=2022-09-26T10:00", "8178")]
    [InlineData("runs-duration=<=00:00:00&beams=all", "8310 8300")]
    [InlineData("runs-duration=<00:00:01&beams=all", "8310")]
    public async Task The_address_filters(string query, string expected)
    {
        var page = await site.OpenAsync("/fills?" + query);

        Assert.Empty(page.QuerySelectorAll(".notice"));
        Assert.Equal(expected, string.Join(' ', page.Keys()));
    }

    [Fact]
    public async Task A_fill_has_its_statistics_and_its_PHYSICS_runs()
    {
        var page = await site.OpenAsync("/fills/8178");

        Assert.Equal("34.12 %", page.Fact("Efficiency"));
        Assert.Equal("19:32:00", page.Fact("Mean run duration"));
        Assert.Equal("01:00:00", page.Fact("Between runs"));
        Assert.Equal(["526080", "526081"], page.Keys());
        Assert.Equal("01:00:00", page.Cell("526081", "Since prev.").Words());
        Assert.Equal(2, page.QuerySelectorAll("svg.fill-bar .run").Length);
        Assert.Contains(page.QuerySelectorAll(".shares li"), l => l.Words().Contains("ITS 34.12 %"));
    }

    [Fact]
    public async Task The_other_runs_are_a_click_away()
    {
        var page = await site.OpenAsync("/fills/8178?runs=all");

        Assert.Equal(["526080", "526081", "526082"], page.Keys());
        Assert.Equal("01:00:00", page.Cell("526082", "Since prev.").Words());
        Assert.Equal("false", page.QuerySelector("[role=switch]")!.GetAttribute("aria-checked"));
        Assert.Equal("/fills/8178", page.QuerySelector("[role=switch]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_statistics_are_those_of_the_runs_shown()
    {
        var page = await site.OpenAsync("/fills/8178?runs=all");

        Assert.Contains(page.QuerySelectorAll("h2"), h => h.Words() == "All runs by quality");
        Assert.Equal("3", page.Fact("Over 2 minutes"));
        Assert.Equal("02:00:00", page.Fact("Between runs"));
        Assert.Contains(page.QuerySelectorAll(".shares li"), l => l.Words().EndsWith("34.12 % 3 runs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_edge_is_warned_of_beside_the_time_between_runs()
    {
        var page = await site.OpenAsync("/fills/8310?runs=all");

        Assert.Equal("00:00:00 an edge was missing", page.Fact("Between runs"));
        Assert.Equal("-", page.Cell("526090", "Since prev.").Words());
    }

    [Fact]
    public async Task A_fill_without_stable_beams_has_no_statistics()
    {
        var page = await site.OpenAsync("/fills/8300");

        Assert.Null(page.QuerySelector("svg.fill-bar"));
        Assert.DoesNotContain(page.QuerySelectorAll("h2"), h => h.Words() == "Statistics");
    }

    [Fact]
    public async Task A_fill_that_is_not_kept_is_not_found()
    {
        var page = await site.OpenAsync("/fills/1", HttpStatusCode.NotFound);

        Assert.Contains("The logbook has no fill 1.", page.Body!.Words());
    }
}
