using System.Net;
using Bookkeeping.Web.Search;

namespace Bookkeeping.Tests.Web.Search;

[Collection(SiteTests.Name)]
public sealed class SearchTests(Site site)
{
    [Theory]
    [InlineData("526080", "/runs/526080")]
    [InlineData("#526080", "/runs/526080")]
    [InlineData(" 8178 ", "/fills/8178")]
    [InlineData("fill 8178", "/fills/8178")]
    [InlineData("Run: 526080", "/runs/526080")]
    [InlineData("2aiwLmWzdkV", "/environments/2aiwLmWzdkV")]
    [InlineData("env 2aiwLmWzdkV", "/environments/2aiwLmWzdkV")]
    [InlineData("log 2", "/log-entries/2")]
    public async Task A_number_or_an_id_leads_to_what_bears_it(string typed, string address)
    {
        using var answer = await site.Client.GetAsync("/search?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith(address, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("tripped", "Log entries", "/log-entries?content=tripped")]
    [InlineData("segfault", "Reasons why runs ended", "/runs?reason=segfault")]
    [InlineData("DCS_Enabled", "Configurations of environments", "/environments?configuration=DCS_Enabled")]
    [InlineData("dcs_enabled", "Configurations of environments", "/environments?configuration=dcs_enabled")]
    [InlineData("PHYSICS", "Tags", "/tags?name=PHYSICS")]
    public async Task Words_are_found_where_they_stand_and_the_list_has_the_same_filter(string typed, string section, string list)
    {
        var page = await site.OpenAsync("/search?q=" + typed);
        var head = page.QuerySelectorAll("section header").Single(h => h.QuerySelector("h2")!.Words() == section);
        var all = await site.OpenAsync(head.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Equal("1", head.QuerySelector(".count")!.Words());
        Assert.Equal(list, head.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(all.QuerySelectorAll(".notice"));
        Assert.Single(all.Keys());
    }

    [Fact]
    public async Task A_log_entrys_number_is_offered_and_does_not_lead_away()
    {
        var page = await site.OpenAsync("/search?q=2");

        Assert.Contains("Log entry 2 Re: TPC trip", page.QuerySelectorAll(".hits li").Select(l => l.Words()));
    }

    [Theory]
    [InlineData("nothingofthekind")]
    [InlineData("%25_")]
    [InlineData("run 99")]
    public async Task What_is_not_known_is_said_to_be_so(string typed) =>
        Assert.StartsWith("Nothing is known of it.", (await site.OpenAsync("/search?q=" + typed)).QuerySelector(".empty")!.Words());

    [Fact]
    public void What_is_too_long_is_cut() => Assert.Equal(SearchText.Longest, SearchText.Read(new string('a', SearchText.Longest + 1)).Text.Length);

    [Fact]
    public void A_number_that_no_run_can_have_is_words() => Assert.Null(SearchText.Read("99999999999").Number);
}
