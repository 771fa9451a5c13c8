using System.Collections.Concurrent;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Demo;

/// <summary>Every page with the demonstration data; pictures lie in the folder <c>Screenshots</c> beside the tests' program.</summary>
public sealed class DemoPagesTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/home"), ("runs", "/runs"), ("runs-filtered", "/runs?definition=PHYSICS&quality=GOOD"), ("run", "/runs/526080"), ("run-edit", "/runs/526080/edit"), ("fills", "/fills"), ("fill", "/fills/8178"),
        ("environments", "/environments"), ("environment", "/environments/2aiwLmWzdkV"), ("log-entries", "/log-entries"), ("log-entry-new", "/log-entries/new"), ("log-entry-on-call", "/log-entries/new?template=on-call"),
        ("timeline", "/timeline?from=2022-09-24T00:00:00&to=2022-09-27T00:00:00"), ("tags", "/tags"), ("detectors", "/detectors"), ("search", "/search?q=readout"), ("views", "/views"),
        ("export", "/runs/export"), ("preferences", "/preferences"), ("about", "/about"),
    ];

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1600)]
    [InlineData(ColorScheme.Dark, 1600)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Every_page_opens_without_a_complaint_of_the_browser(ColorScheme colours, int width)
    {
        var complaints = new ConcurrentQueue<string>();
        var page = await site.NewPageAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Enqueue(message.Text); };
        page.PageError += (_, error) => complaints.Enqueue(error);

        foreach (var (name, address) in Pages)
        {
            var answer = await page.GotoAsync(site.Address + address);
            Assert.True(answer!.Ok, $"{address} answered {answer.Status}.");
            await Expect(page.Locator("h1")).ToHaveCountAsync(1);
            await Expect(page.Locator(".notice.failure")).ToHaveCountAsync(0);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} is wider than {width} pixels.");
            await page.ScreenshotAsync(new() { Path = Path.Combine(DemoSite.Pictures, $"demo-{name}-{colours}-{width}.png".ToLowerInvariant()) });
        }

        Assert.Empty(complaints);
    }

    [ChromiumFact]
    public async Task Whoever_has_no_scripts_reads_the_same()
    {
        var (with, without) = (await site.NewPageAsync(), await site.NewPageAsync(new() { JavaScriptEnabled = false }));

        foreach (var address in Pages.Select(page => page.Address).Where(address => !address.Contains("/new") && !address.EndsWith("/edit")))
        {
            await with.GotoAsync(site.Address + address);
            await without.GotoAsync(site.Address + address);
            Assert.Equal(await with.Locator("h1").TextContentAsync(), await without.Locator("h1").TextContentAsync());
            Assert.Equal(await with.Locator("#content tbody th").AllTextContentsAsync(), await without.Locator("#content tbody th").AllTextContentsAsync());
            Assert.Equal(await with.Locator("#content dd").CountAsync(), await without.Locator("#content dd").CountAsync());
        }
    }

    [ChromiumTheory]
    [InlineData("/runs", "Fill numbers", "8178")]
    [InlineData("/fills", "Fill numbers", "8293-8299")]
    [InlineData("/environments", "Run numbers", "526077-526090")]
    [InlineData("/log-entries", "Title", "RC")]
    public async Task A_filter_that_one_person_sets_is_what_another_sees_who_is_sent_the_address(string list, string label, string text)
    {
        var mine = await site.OpenAsync(list);
        var all = await Rows(mine).AllTextContentsAsync();
        await mine.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await mine.Locator(".filter-panel").GetByLabel(label, new() { Exact = true }).FillAsync(text);
        await mine.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(mine.Locator(".chip")).ToContainTextAsync($"{label}: {text}");
        var some = await Rows(mine).AllTextContentsAsync();

        var theirs = await site.OpenAsync(mine.Url[site.Address.Length..]);

        Assert.NotEmpty(some);
        Assert.NotEqual(all, some);
        Assert.Equal(some, await Rows(theirs).AllTextContentsAsync());
        await Expect(theirs.Locator(".chip")).ToContainTextAsync($"{label}: {text}");
        await theirs.GetByRole(AriaRole.Link, new() { Name = $"Remove the filter {label}" }).ClickAsync();
        await Expect(theirs.Locator(".chip")).ToHaveCountAsync(0);
        Assert.Equal(all, await Rows(theirs).AllTextContentsAsync());
    }

    [ChromiumFact]
    public async Task A_list_is_taken_along_as_a_file()
    {
        var page = await site.OpenAsync("/runs?fills=8178");
        var shown = await Rows(page).AllTextContentsAsync();
        await page.Locator("a.export").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Export Runs" })).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".export-form button").First.ClickAsync());

        Assert.EndsWith(".csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        Assert.StartsWith("runNumber,", lines[0]);
        Assert.Equal(shown.Select(key => key.Trim()), lines[1..].Select(line => line.Split(',')[0]));
    }

    private static ILocator Rows(IPage page) => page.Locator("table.rows tbody th");
}
