using System.Collections.Concurrent;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;

namespace Bookkeeping.Tests.Web;

/// <summary>The pages in a real browser, with scripts switched off: they must work without.</summary>
[Collection(SiteTests.Name)]
public sealed class BrowserTests(Site site)
{
    private static readonly string[] Pages =
    [
        "/", "/runs", "/runs?magnets=strong", "/runs?quality=good&colour=red", "/runs/526080", "/fills", "/fills/8178", "/environments", "/environments/2aiwLmWzdkV", "/log-entries", "/log-entries/1", "/preferences",
        "/timeline?from=2022-09-24T00:00:00&to=2022-09-25T06:00:00&at=2022-09-24T08:00:00", "/tags", "/tags/TPC", "/detectors", "/search?q=TPC", "/about",
    ];

    private readonly ConcurrentQueue<string> complaints = new();

    [ChromiumFact]
    public async Task No_page_makes_the_browser_complain_and_none_is_wider_than_a_phone()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        foreach (var address in Pages)
        {
            var answer = await page.GotoAsync(site.Address + address);
            Assert.Equal(200, answer!.Status);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 390, $"{address} is {width} pixels wide.");
        }

        Assert.Empty(complaints);
    }

    [ChromiumFact]
    public async Task A_shifter_gets_from_home_over_a_fill_and_its_run_to_the_environment()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, new() { JavaScriptEnabled = false });
        await page.GotoAsync(site.Address);

        await page.GetByRole(AriaRole.Link, new() { Name = "8178", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "LHC fill 8178" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "526080", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 526080" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2aiwLmWzdkV", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Environment 2aiwLmWzdkV" })).ToBeVisibleAsync();

        Assert.Empty(complaints);
    }

    [ChromiumFact]
    public async Task A_filter_set_by_hand_stands_in_the_address_alone()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, new() { JavaScriptEnabled = false });
        await page.GotoAsync(site.Address + "/runs");

        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Quality: any").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "BAD" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "TEST", Exact = true }).CheckAsync();
        await page.GetByLabel("Number of EPNs", new() { Exact = true }).FillAsync("100");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        Assert.Equal(site.Address + "/runs?quality=BAD,TEST&epns=%3E%3D100", page.Url);
        await Assertions.Expect(page.Locator("table.rows tbody th")).ToHaveTextAsync(["526082", "526081"]);
    }

    [ChromiumFact]
    public async Task Dark_follows_the_browser_until_a_theme_is_chosen()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(site.Address + "/runs");
        var dark = await GroundAsync(page);

        await page.GetByText("Anonymous", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Light colours" }).ClickAsync();
        var light = await GroundAsync(page);

        Assert.Equal("rgb(14, 19, 26)", dark);
        Assert.Equal("rgb(244, 245, 247)", light);
        await page.GetByText("Anonymous", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" })).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");

    private async Task<IPage> OpenAsync(Chromium browser, BrowserNewContextOptions options)
    {
        var page = await browser.NewPageAsync(options);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.RequestFailed += (_, request) => complaints.Enqueue(request.Url);
        return page;
    }
}
