using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;

namespace Bookkeeping.Tests.Web;

/// <summary>The site by keys alone, in a real browser.</summary>
[Collection(SiteTests.Name)]
public sealed class KeyboardTests(Site site)
{
    [ChromiumFact]
    public async Task Two_keys_lead_to_a_page()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/preferences");

        foreach (var (key, heading) in new[] { ("r", "Runs"), ("f", "LHC fills"), ("e", "Environments"), ("l", "Log entries"), ("t", "Timeline"), ("h", "The logbook at a glance") })
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeAttachedAsync();
        }
    }

    [ChromiumFact]
    public async Task Keys_walk_through_rows_and_open_one()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/runs");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Run(page, "526090")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(Run(page, "526084")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 526084" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Keys_stop_at_the_ends_of_a_list_and_turn_its_pages()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/runs?size=4");

        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(Run(page, "526082")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Run(page, "526082")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("]");
        await Assertions.Expect(Run(page, "526081")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("[");
        await Assertions.Expect(Run(page, "526090")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task What_is_typed_into_a_field_is_no_shortcut()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/log-entries");
        var field = page.GetByRole(AriaRole.Searchbox, new() { Name = "Content" });

        await field.FocusAsync();
        await page.Keyboard.TypeAsync("g r?j");

        await Assertions.Expect(field).ToHaveValueAsync("g r?j");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("dialog")).ToBeHiddenAsync();
        Assert.Equal(site.Address + "/log-entries", page.Url);
    }

    [ChromiumFact]
    public async Task A_sheet_tells_the_keys_and_takes_them_for_itself_while_it_is_open()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/runs");
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(sheet).ToBeHiddenAsync();
        Assert.Equal(site.Address + "/runs", page.Url);
    }

    [ChromiumFact]
    public async Task Keys_with_control_or_alt_belong_to_the_browser()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/runs");

        await page.Keyboard.PressAsync("Alt+j");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("j");

        await Assertions.Expect(Run(page, "526090")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Shortcuts_can_be_switched_off()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/preferences");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Off" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(page.Locator("html[data-keys=off]")).ToBeAttachedAsync();

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog")).ToBeHiddenAsync();
        await page.GetByText("Anonymous", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Keys" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_browser_tells_its_zone_to_who_wants_its_times()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync(new() { TimezoneId = "Asia/Tokyo" });
        await page.GotoAsync(site.Address + "/preferences");
        await page.GetByRole(AriaRole.Radio, new() { Name = "This machine" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This machine (Asia/Tokyo)")).ToBeVisibleAsync();

        await page.GotoAsync(site.Address + "/runs?runs=526080,526080");

        await Assertions.Expect(page.Locator("table.rows time").First).ToHaveTextAsync("24/09/2022, 07:49:15");
    }

    [ChromiumFact]
    public async Task A_key_leads_into_the_search_and_a_number_to_its_run()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/fills");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("526080");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 526080" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Keys_zoom_and_move_the_time_line_and_a_click_tells_how_things_stood()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, "/timeline?from=2022-09-24T00:00:00&to=2022-09-25T00:00:00");

        await page.Keyboard.PressAsync("+");
        await page.WaitForURLAsync("**/timeline?from=2022-09-24T06:00:00&to=2022-09-24T18:00:00");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**/timeline?from=2022-09-24T12:00:00&to=2022-09-25T00:00:00");
        await page.Locator(".timeline .slot").First.ClickAsync(new() { Position = new() { X = 3, Y = 5 } });

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "At 24/09/2022" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".state-panel").GetByRole(AriaRole.Link, new() { Name = "526080" })).ToBeVisibleAsync();
    }

    private static ILocator Run(IPage page, string number) => page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true });

    private async Task<IPage> OpenAsync(Chromium browser, string address)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Address + address);
        return page;
    }
}
