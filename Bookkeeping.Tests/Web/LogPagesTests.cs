using System.Net;

namespace Bookkeeping.Tests.Web;

[Collection(SiteTests.Name)]
public sealed class LogPagesTests(Site site)
{
    [Fact]
    public async Task Entries_are_listed_newest_first_with_what_they_are_about()
    {
        var page = await site.OpenAsync("/log-entries");

        Assert.Equal("Report 24", page.Keys()[0]);
        Assert.Equal("Silvia Pisano", page.Cell("TPC trip in sector A07", "Author").Words());
        Assert.Equal("TPC", page.Cell("TPC trip in sector A07", "Tags").Words());
        Assert.Equal("2aiwLmWzdkV", page.Cell("TPC trip in sector A07", "Environments").Words());
        Assert.Equal("3", page.Cell("TPC trip in sector A07", "Replies").Words());
        Assert.Equal("1", page.Cell("TPC trip in sector A07", "Attachments").Words());
        Assert.Equal("Anonymous", page.Cell("Report 24", "Author").Words());
    }

    [Theory]
    [InlineData("author=!Anonymous")]
    [InlineData("tags=TPC")]
    [InlineData("environments=2aiwLmWzdkV")]
    [InlineData("content=tripped")]
    [InlineData("title=sector A07")]
    public async Task The_address_filters(string query)
    {
        var page = await site.OpenAsync("/log-entries?" + query);

        Assert.Empty(page.QuerySelectorAll(".notice"));
        Assert.Equal(["TPC trip in sector A07"], page.Keys());
    }

    [Fact]
    public async Task A_thread_is_read_from_any_of_its_entries_each_answer_under_what_it_answers()
    {
        var page = await site.OpenAsync("/log-entries/4");

        Assert.Equal("TPC trip in sector A07", page.QuerySelector("h1")!.Words());
        Assert.Equal(["entry-1", "entry-2", "entry-4", "entry-3"], page.QuerySelectorAll("article").Select(a => a.Id));
        Assert.Equal(["0", "1", "2", "1"], page.QuerySelectorAll("article").Select(a => a.GetAttribute("data-depth")));
        Assert.Equal("entry-4", page.QuerySelector("article.is-selected")!.Id);
    }

    [Fact]
    public async Task An_entry_with_many_files_shows_the_first_ones_says_so_and_leads_to_all()
    {
        var entry = await site.OpenAsync("/log-entries/5");
        var note = entry.QuerySelector("#entry-5 .part")!;
        Assert.Equal("The first 20 of 21. All of them", note.Words());

        var all = await site.OpenAsync(note.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(21, all.QuerySelectorAll(".panel .tag").Length);
        Assert.Contains("plot-21.png (image/png, 1.5 kB)", all.Body!.Words());
        Assert.Empty(all.QuerySelectorAll(".part"));
    }

    [Theory]
    [InlineData("/environments?log-entry=1", "2aiwLmWzdkV")]
    [InlineData("/environments?log-entry=2", null)]
    [InlineData("/runs?log-entry=1", null)]
    [InlineData("/fills?beams=all&log-entry=1", null)]
    public async Task What_an_entry_names_is_a_list(string address, string? only)
    {
        var page = await site.OpenAsync(address);

        Assert.Empty(page.QuerySelectorAll(".notice"));
        Assert.Equal(only is null ? [] : [only], page.Keys());
    }

    [Fact]
    public async Task The_files_of_an_entry_that_is_not_kept_are_not_found() => await site.OpenAsync("/log-entries/99999/attachments", HttpStatusCode.NotFound);

    [Fact]
    public async Task An_entry_cannot_bring_scripts_images_or_strange_links_into_the_page()
    {
        var page = await site.OpenAsync("/log-entries/1");
        var text = page.QuerySelector("#entry-1 .markdown")!;

        Assert.Empty(page.QuerySelectorAll("body script, img, iframe, [onerror]"));
        Assert.Contains("<script>alert(1)</script>", text.TextContent);
        Assert.Equal("tripped", text.QuerySelector("strong")!.Words());
        Assert.Equal(["#", "#", "https://example.org/plot", "https://example.org/pixel.png"], text.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.All(text.QuerySelectorAll("a"), a => Assert.Contains("noopener", a.GetAttribute("rel")));
    }

    [Fact]
    public async Task An_entry_that_is_not_kept_is_not_found()
    {
        var page = await site.OpenAsync("/log-entries/99999", HttpStatusCode.NotFound);

        Assert.Contains("The logbook has no log entry 99999.", page.Body!.Words());
    }
}
