using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Web.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Logs.Writing;

/// <summary>Writing log entries: without scripts by plain forms, and in a browser with drafts, files and a server that goes away.</summary>
public sealed class LogEntryFormTests : IAsyncLifetime
{
    private const string New = "/log-entries/new";

    private LiveSite site = null!;
    private FormPage forms = null!;

    public async Task InitializeAsync()
    {
        site = await LiveSite.StartAsync();
        forms = new FormPage(site.Address);
    }

    public async Task DisposeAsync()
    {
        forms.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task An_entry_is_written_with_what_it_is_about_and_its_files()
    {
        var page = await forms.OpenAsync(New + "?runs=526080&tags=TPC&title=Prefilled");
        Assert.Equal("Prefilled", page.QuerySelector("[name=title]")!.GetAttribute("value"));

        var (entry, path) = await forms.SendAsync(page, New, "log-entry", ("text", "Sector **A07**\r\ntripped."), ("fills", "8178"), ("environments", "2aiwLmWzdkV"), ("file:trip.txt", "what the log says"));

        Assert.Matches("^/log-entries/[0-9]+$", path);
        Assert.Equal("Prefilled", entry.QuerySelector("h1")!.Words());
        Assert.Contains("<strong>A07</strong><br", entry.QuerySelector(".markdown")!.InnerHtml);
        Assert.Equal(("526080", "8178", "2aiwLmWzdkV"), (entry.Fact("Runs"), entry.Fact("Fills"), entry.Fact("Environments")));
        Assert.Contains("trip.txt (text/plain, 17 B)", entry.Fact("Attachments"));
        Assert.Contains("TPC", entry.QuerySelector(".post header")!.Words());
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_told_with_the_reason()
    {
        await using var small = await LiveSite.StartAsync("--Bookkeeping:MaxAttachmentBytes", "10");
        using var there = new FormPage(small.Address);

        var (answer, _) = await there.SendAsync(await there.OpenAsync(New), New, "log-entry", ("title", "With a file"), ("text", "It is too large."), ("file:trip.txt", "eleven byte"));

        var problems = answer.QuerySelector("#entry-problems")!.Words();
        Assert.Contains("The entry is written, but not all of its files are with it.", problems);
        Assert.Contains("trip.txt is larger than 10 bytes, the most that a file may have.", problems);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_entry()
    {
        var page = await forms.OpenAsync(New);

        var (_, first) = await forms.SendAsync(page, New, "log-entry", ("title", "Only once"), ("text", "Sent twice."));
        var (_, second) = await forms.SendAsync(page, New, "log-entry", ("title", "Only once"), ("text", "Sent twice."));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_reply_stands_under_its_entry_and_takes_over_what_that_is_about()
    {
        var page = await forms.OpenAsync(New + "?parent=1");
        Assert.Equal("TPC trip in sector A07", page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Equal("2aiwLmWzdkV", page.QuerySelector("[name=environments]")!.GetAttribute("value"));

        var (thread, path) = await forms.SendAsync(page, New, "log-entry", ("text", "Ramped up once more."));

        Assert.Equal("5 entries", thread.QuerySelector(".page-head .count")!.Words());
        Assert.Contains("Ramped up once more.", thread.QuerySelector($"#entry-{path[(path.LastIndexOf('/') + 1)..]}")!.Words());
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        var page = await forms.OpenAsync(New);

        var (again, _) = await forms.SendAsync(page, New, "log-entry", ("title", "About nothing"), ("text", "Kept."), ("runs", "526080, many"));
        var (refused, _) = await forms.SendAsync(page, New, "log-entry", ("title", "About nothing"), ("text", "Kept."), ("runs", "999999"));

        Assert.Contains("“many” is not the number of a run", again.QuerySelector("#entry-problems")!.Words());
        Assert.Contains("999999", refused.QuerySelector("#entry-problems")!.Words());
        Assert.Equal("Kept.", refused.QuerySelector("textarea")!.TextContent);
        Assert.Equal("999999", refused.QuerySelector("[name=runs]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_preview_needs_no_script_and_writes_nothing()
    {
        var page = await forms.OpenAsync(New);

        var (preview, _) = await forms.SendAsync(page, New, "log-entry", ("text", "*so* <script>"), ("act", "preview"));

        Assert.Contains("<em>so</em> &lt;script&gt;", preview.QuerySelector(".preview .markdown")!.InnerHtml);
        Assert.Null(preview.QuerySelector("#entry-problems"));
    }

    [Fact]
    public async Task A_template_asks_for_its_fields_and_makes_the_entry_of_them()
    {
        const string address = New + "?template=on-call&detectorOrSubsystem=TPC&issueDescription=Trip";
        var page = await forms.OpenAsync(address);
        (string, string?)[] answers =
        [
            ("field.severity", "Severe"), ("field.scope", "Data taking"), ("field.shifter", "Silvia Pisano"), ("field.position", "DCS"), ("field.beamMode", "STABLE BEAMS"),
            ("field.description", "Sector A07."), ("field.reason", "Does not ramp."), ("field.actions", "None."),
        ];

        var (missing, _) = await forms.SendAsync(page, address, "log-entry", answers[1..]);
        var (entry, _) = await forms.SendAsync(page, address, "log-entry", answers);

        Assert.Contains("Severity must be given.", missing.QuerySelector("#entry-problems")!.Words());
        Assert.Equal("Trip - Call on-call for TPC", entry.QuerySelector("h1")!.Words());
        Assert.Equal(["Importance", "Shifter", "LHC beam mode", "Description", "Reason to call this on-call", "Actions already taken"], entry.QuerySelectorAll(".markdown h2").Select(Page.Words));
        Assert.Contains("TPC", entry.QuerySelector(".post header")!.Words());
    }

    [ChromiumFact]
    public async Task A_draft_survives_a_reload_and_is_gone_once_the_entry_is_written()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser);
        await page.GetByLabel("Title").FillAsync("Half a thought");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).FillAsync("To be continued.");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "TPC" }).CheckAsync();

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Half a thought");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "TPC" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Half a thought" })).ToBeVisibleAsync();

        await page.GotoAsync(site.Address + New);
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("");
    }

    [ChromiumFact]
    public async Task An_entry_written_while_the_server_is_away_is_sent_once_it_is_back()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser);
        await page.GetByLabel("Title").FillAsync("Written in the dark");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).FillAsync("The server was away.");

        await site.StopServerAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write" }).ClickAsync();
        await Expect(page.GetByText("The logbook does not answer.")).ToBeVisibleAsync();
        await site.StartServerAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Written in the dark" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [ChromiumFact]
    public async Task A_preview_a_dropped_file_and_a_tag_search_in_the_browser_and_the_entry_on_another_screen()
    {
        await using var browser = await Chromium.StartAsync();
        var other = await browser.NewPageAsync();
        await other.GotoAsync(site.Address + "/log-entries");
        var page = await OpenAsync(browser);
        await page.GetByLabel("Title").FillAsync("With a plot");
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Text" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await text.FillAsync("See **this**.");
        await Expect(page.Locator(".preview strong")).ToHaveTextAsync("this");
        await text.EvaluateAsync("""
            target => {
              const data = new DataTransfer();
              data.items.add(new File(['content'], 'dropped.txt', { type: 'text/plain' }));
              target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(page.GetByText("dropped.txt")).ToBeVisibleAsync();
        await page.GetByPlaceholder("Search tags").FillAsync("tp");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "PHYSICS" })).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Write" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "dropped.txt" })).ToBeVisibleAsync();
        await Expect(other.GetByRole(AriaRole.Link, new() { Name = "With a plot" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    private async Task<IPage> OpenAsync(Chromium browser)
    {
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(site.Address + New);
        return page;
    }
}
