using System.Net;
using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Tests.Web.Live;

namespace Bookkeeping.Tests.Web;

public sealed class HistoryPageTests : IAsyncLifetime
{
    private LiveSite site = null!;
    private FormPage pages = null!;

    public async Task InitializeAsync()
    {
        site = await LiveSite.StartAsync();
        pages = new FormPage(site.Address);
    }

    public async Task DisposeAsync()
    {
        pages.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_history_of_more_than_a_hundred_changes_is_read_to_its_beginning_and_back()
    {
        // One more was written with the sample.
        for (var i = 0; i < 100; i++) await site.JudgeAsync(526080, i % 2 == 0 ? RunQuality.Bad : RunQuality.Good);
        var panel = (await pages.OpenAsync("/runs/526080")).QuerySelector("#history")!;
        Assert.Equal("The last 100 of 101 changes. All of them", panel.QuerySelector(".part")!.Words());

        var last = await pages.OpenAsync(panel.QuerySelector(".part a")!.GetAttribute("href")!);
        var first = await pages.OpenAsync(last.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await pages.OpenAsync(first.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal("101", last.QuerySelector(".page-head .count")!.Words());
        Assert.Equal((100, 1), (Rows(last).Length, Rows(first).Length));
        Assert.Empty(Rows(last).Intersect(Rows(first)));
        Assert.Equal(Rows(last), Rows(back));
        Assert.Null(first.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/fills/8178/history", "History of fill 8178")]
    [InlineData("/environments/2aiwLmWzdkV/history", "History of environment 2aiwLmWzdkV")]
    [InlineData("/tags/TPC/history", "History of tag TPC")]
    public async Task Fills_environments_and_tags_have_theirs(string address, string title) => Assert.Equal(title, (await pages.OpenAsync(address)).QuerySelector("h1")!.Words());

    [Theory]
    [InlineData("/runs/1/history")]
    [InlineData("/runs/many/history")]
    [InlineData("/tags/NONE/history")]
    [InlineData("/detectors/TPC/history")]
    public async Task What_is_not_kept_has_none(string address)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(site.Address + address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string[] Rows(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".history-rows tbody tr[id^=change-]").Select(row => row.Id!)];
}
