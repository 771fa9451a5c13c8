using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Live;

/// <summary>Open pages in a real browser, while the logbook changes under them.</summary>
public sealed class LivePagesTests : IAsyncLifetime
{
    private LiveSite site = null!;
    private Chromium browser = null!;

    public async Task InitializeAsync() => (site, browser) = (await LiveSite.StartAsync(), await Chromium.StartAsync());

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [ChromiumFact]
    public async Task A_run_changes_appears_and_leaves_on_every_screen_that_shows_it()
    {
        var (list, good, home, details) = (await OpenAsync("/runs"), await OpenAsync("/runs?quality=GOOD"), await OpenAsync("/"), await OpenAsync("/runs/526080"));

        await site.JudgeAsync(526080, RunQuality.Bad);
        await site.StartRunAsync(526100);

        await Expect(Row(list, 526080)).ToContainTextAsync("bad");
        await Expect(Row(list, 526100)).ToContainTextAsync("RUNNING");
        await Expect(list.Locator("table.rows tbody tr").First).ToContainTextAsync("526100");
        await Expect(Row(good, 526080)).ToHaveCountAsync(0);
        await Expect(Row(home, 526080)).ToContainTextAsync("bad");
        await Expect(Row(home, 526100)).ToBeVisibleAsync();
        await Expect(details.Locator(".page-head")).ToContainTextAsync("bad");
        await Expect(details.GetByText("Run 526080 quality has changed to bad")).ToBeVisibleAsync();
        foreach (var page in new[] { list, good, home, details }) Assert.True(await WasNotReloadedAsync(page));
    }

    [ChromiumFact]
    public async Task A_quality_judged_with_a_reason_in_one_browser_shows_in_another()
    {
        var other = await OpenAsync("/runs/526080");
        var page = await OpenAsync("/runs/526080/edit");
        var section = page.Locator("#quality");
        await section.GetByRole(AriaRole.Combobox).SelectOptionAsync("BAD");
        await section.GetByLabel("Reason").FillAsync("One stave was off.");
        await section.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 526080" })).ToBeVisibleAsync();
        await Expect(other.Locator(".page-head .badge.bad")).ToBeVisibleAsync();
        await Expect(other.Locator("#history tbody tr").First).ToContainTextAsync("One stave was off.");
        Assert.True(await WasNotReloadedAsync(other));
    }

    [ChromiumFact]
    public async Task Whoever_judges_what_another_browser_judged_meanwhile_sees_both_and_chooses()
    {
        var (mine, theirs) = (await OpenAsync("/runs/526080/edit"), await OpenAsync("/runs/526080/edit"));
        await JudgeAsync(theirs, "TEST", "Theirs.");
        await Expect(theirs.GetByRole(AriaRole.Heading, new() { Name = "Run 526080" })).ToBeVisibleAsync();

        await JudgeAsync(mine, "BAD", "Mine.");
        var conflict = mine.Locator("#quality .conflict");
        await Expect(conflict).ToContainTextAsync("Theirs.");
        await Expect(conflict.Locator("tbody tr")).ToContainTextAsync("TEST");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();

        await Expect(mine.Locator(".page-head .badge.bad")).ToBeVisibleAsync();
        await Expect(theirs.Locator(".page-head .badge.bad")).ToBeVisibleAsync();

        static async Task JudgeAsync(IPage page, string quality, string reason)
        {
            var section = page.Locator("#quality");
            await section.GetByRole(AriaRole.Combobox).SelectOptionAsync(quality);
            await section.GetByLabel("Reason").FillAsync(reason);
            await section.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        }
    }

    [ChromiumFact]
    public async Task The_timeline_a_search_and_the_tags_take_up_what_is_new_without_losing_zoom_focus_or_text()
    {
        var zoomed = $"/timeline?from={At(-3)}&to={At(2)}";
        var (timeline, search, tags) = (await OpenAsync(zoomed), await OpenAsync("/search?q=quality+has+changed"), await OpenAsync("/tags"));
        var link = timeline.Locator("svg.timeline a[href='/runs/526090']");
        await link.FocusAsync();
        var name = tags.Locator("form.quick input[type=search]");
        await name.FillAsync("half-typed");

        await site.JudgeAsync(526080, RunQuality.Bad);
        await site.StartRunAsync(526100);
        using (var forms = new FormPage(site.Address)) await forms.SendAsync(await forms.OpenAsync("/tags"), "/tags", "create-tag", ("Draft.Text", "NEWTAG"));

        await Expect(timeline.Locator("svg.timeline a[href='/runs/526100']")).ToHaveCountAsync(1);
        await Expect(link).ToBeFocusedAsync();
        Assert.EndsWith(zoomed, timeline.Url);
        await Expect(search.GetByRole(AriaRole.Link, new() { Name = "Run 526080 quality has changed to bad" })).ToBeVisibleAsync();
        await Expect(tags.GetByRole(AriaRole.Link, new() { Name = "NEWTAG" })).ToBeVisibleAsync();
        await Expect(name).ToHaveValueAsync("half-typed");
        foreach (var page in new[] { timeline, search, tags }) Assert.True(await WasNotReloadedAsync(page));

        static string At(int hours) => Bookkeeping.Web.Timeline.TimelineWindow.Text(DateTimeOffset.UtcNow.AddHours(hours));
    }

    [ChromiumFact]
    public async Task A_search_that_finds_one_thing_later_says_so_and_does_not_turn_into_it()
    {
        var page = await OpenAsync("/search?q=526100");
        await Expect(page.GetByText("Nothing is known of it.")).ToBeVisibleAsync();

        await site.StartRunAsync(526100);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Run 526100" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Search for" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Half_typed_text_focus_and_an_open_panel_stay_while_rows_change()
    {
        var page = await OpenAsync("/runs");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        var topology = page.GetByLabel("Topology name");
        await topology.FillAsync("half-typed");

        await site.JudgeAsync(526080, RunQuality.Bad);
        await Expect(Row(page, 526080)).ToContainTextAsync("bad");

        await Expect(topology).ToBeFocusedAsync();
        await Expect(topology).ToHaveValueAsync("half-typed");
        await page.Keyboard.TypeAsync(" text");
        await Expect(topology).ToHaveValueAsync("half-typed text");
    }

    [ChromiumFact]
    public async Task A_focused_link_and_a_selection_stay_where_they_are()
    {
        var page = await OpenAsync("/runs");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "526081", Exact = true });
        await link.FocusAsync();
        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('tr[data-key=\"526082\"] th'))");

        await site.StartRunAsync(526100);
        await Expect(Row(page, 526100)).ToBeVisibleAsync();

        await Expect(link).ToBeFocusedAsync();
        Assert.Equal("526082", await page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [ChromiumFact]
    public async Task On_a_scrolled_list_new_rows_wait_to_be_asked_for()
    {
        var page = await OpenAsync("/runs", new() { ViewportSize = new() { Width = 700, Height = 400 } });
        var list = page.Locator("[data-list]");
        Assert.Equal(60, await list.EvaluateAsync<int>("list => { list.scrollTop = 60; return list.scrollTop; }"));

        await site.StartRunAsync(526100);
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1 new" })).ToBeVisibleAsync();
        await site.StartRunAsync(526101);
        await Expect(page.GetByText("2 new")).ToBeVisibleAsync();
        Assert.Equal(60, await list.EvaluateAsync<int>("list => list.scrollTop"));
        await Expect(Row(page, 526100)).ToHaveCountAsync(0);

        await page.GetByText("2 new").ClickAsync();

        await Expect(Row(page, 526100)).ToBeVisibleAsync();
        await Expect(Row(page, 526101)).ToBeVisibleAsync();
        await Expect(page.GetByText("2 new")).ToHaveCountAsync(0);
        Assert.Equal(0, await list.EvaluateAsync<int>("list => list.scrollTop"));
    }

    [ChromiumFact]
    public async Task On_a_later_page_of_a_list_new_rows_are_counted_and_lead_to_the_first()
    {
        var page = await OpenAsync("/runs?size=2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await page.EvaluateAsync("window.isSame = true");

        await site.StartRunAsync(526100);
        await page.GetByText("1 new").ClickAsync();

        await Expect(Row(page, 526100)).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_running_runs_duration_counts()
    {
        var page = await OpenAsync("/runs/526090");
        var duration = page.Locator("[data-since]").First;
        var before = await duration.TextContentAsync();

        await Expect(duration).Not.ToHaveTextAsync(before!);
        await Expect(duration).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^01:0[0-9]:[0-9]{2}$"));
    }

    [ChromiumFact]
    public async Task A_lost_connection_is_said_within_ten_seconds_and_the_page_catches_up_by_itself()
    {
        var page = await OpenAsync("/runs");
        var notice = page.GetByText("Connection lost");

        await site.StopServerAsync();
        await Expect(notice).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await site.StartServerAsync();
        await site.JudgeAsync(526080, RunQuality.Bad);

        await Expect(Row(page, 526080)).ToContainTextAsync("bad", new() { Timeout = 30_000 });
        await Expect(notice).ToHaveCountAsync(0);
        Assert.True(await WasNotReloadedAsync(page));
    }

    private static ILocator Row(IPage page, int run) => page.Locator($"tr[data-key='{run}']");

    private static Task<bool> WasNotReloadedAsync(IPage page) => page.EvaluateAsync<bool>("window.isSame === true");

    private async Task<IPage> OpenAsync(string address, BrowserNewContextOptions? options = null)
    {
        var page = await browser.NewPageAsync(options);
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(site.Address + address);
        await page.EvaluateAsync("window.isSame = true");
        return page;
    }
}
