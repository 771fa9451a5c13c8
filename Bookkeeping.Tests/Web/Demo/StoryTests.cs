using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Demo;

/// <summary>What the site is for, told as somebody lives it who never saw it before.</summary>
public sealed class StoryTests(DemoSite site) : IClassFixture<DemoSite>
{
    [ChromiumFact]
    public async Task A_new_person_finds_run_526080_sees_why_it_ended_and_writes_an_entry_that_appears_on_another_screen()
    {
        var wall = await site.OpenAsync("/log-entries", new() { ViewportSize = new() { Width = 1600, Height = 900 } });
        await wall.EvaluateAsync("window.isSame = true");
        var page = await site.OpenAsync("/");

        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search runs, fills, environments, words" });
        await search.FillAsync("526080");
        await search.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 526080" })).ToBeVisibleAsync();
        await Expect(page.GetByText("segfault on readout.exe").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Add log" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Runs" })).ToHaveValueAsync("526080");
        await page.GetByLabel("Title").FillAsync("Readout crash understood");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).FillAsync("The **readout** of flp148 ran out of memory.");
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "dump.txt", MimeType = "text/plain", Buffer = "what the node left behind"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Write" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Readout crash understood" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "dump.txt" })).ToBeVisibleAsync();

        var row = wall.Locator("tr[data-key]").Filter(new() { HasText = "Readout crash understood" });
        await Expect(row).ToBeVisibleAsync();
        Assert.True(await wall.EvaluateAsync<bool>("window.isSame"));
        await wall.ScreenshotAsync(new() { Path = Path.Combine(DemoSite.Pictures, "story-wall.png") });

        // Somebody at the other screen answers, and it is seen here.
        await row.GetByRole(AriaRole.Link, new() { Name = "Readout crash understood" }).ClickAsync();
        await wall.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await wall.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).FillAsync("The node has been rebooted.");
        await wall.GetByRole(AriaRole.Button, new() { Name = "Write" }).ClickAsync();
        await Expect(page.GetByText("The node has been rebooted.")).ToBeVisibleAsync();
    }
}
