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
    public async Task A_file_that_is_refused_leaves_no_entry_behind_and_the_reason_is_told()
    {
        await using var small = await LiveSite.StartAsync("--Bookkeeping:MaxAttachmentBytes", "10", "--Bookkeeping:MaxAttachmentsPerEntry", "1");
        using var there = new FormPage(small.Address);
        var page = await there.OpenAsync(New);

        var (large, _) = await there.SendAsync(page, New, "log-entry", ("title", "With a file"), ("text", "It is too large."), ("file:fits.txt", "ten bytes."), ("file:trip.txt", "eleven byte"));
        var (many, _) = await there.SendAsync(page, New, "log-entry", ("title", "With files"), ("text", "They are too many."), ("file:one.txt", "1"), ("file:two.txt", "2"));

        Assert.StartsWith("The entry was not written.trip.txt is larger than 10 bytes, the most that a file may have.", large.QuerySelector("#entry-problems")!.Words());
        Assert.Contains("an entry has at most 1.", many.QuerySelector("#entry-problems")!.Words());
        Assert.Equal("It is too large.", large.QuerySelector("textarea")!.TextContent);
        Assert.DoesNotContain("With", string.Join(' ', (await there.OpenAsync("/log-entries")).Keys()));
        var (_, path) = await there.SendAsync(page, New, "log-entry", ("title", "With a file"), ("text", "It fits."), ("file:fits.txt", "ten bytes."));
        Assert.StartsWith("/log-entries/", path);
    }

    [Fact]
    public async Task A_site_whose_API_is_elsewhere_sends_the_files_along_too()
    {
        await using var front = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", site.Address, "--Logging:LogLevel:Default", "None"]);
        await front.StartAsync();
        using var there = new FormPage(front.Urls.Single());

        var (entry, _) = await there.SendAsync(await there.OpenAsync(New), New, "log-entry", ("title", "From afar"), ("text", "With two files."), ("file:one.txt", "first"), ("file:zwei ä.txt", "second"));

        Assert.Contains("one.txt (text/plain, 5 B)", entry.Fact("Attachments"));
        Assert.Contains("zwei ä.txt (text/plain, 6 B)", entry.Fact("Attachments"));
    }

    [Fact]
    public async Task A_draft_that_was_changed_after_its_answer_was_lost_goes_on_as_a_reply_and_is_never_a_second_entry()
    {
        var page = await forms.OpenAsync(New);
        var (_, first) = await forms.SendAsync(page, New, "log-entry", ("title", "Lost answer"), ("text", "As it was sent."));

        var (told, _) = await forms.SendAsync(page, New, "log-entry", ("title", "Lost answer"), ("text", "As it was changed."));
        Assert.Equal(first, told.QuerySelector("#entry-problems a")!.GetAttribute("href"));
        Assert.Equal("As it was changed.", told.QuerySelector("textarea")!.TextContent);
        var (thread, second) = await forms.SendAsync(told, New, "log-entry");

        Assert.NotEqual(first, second);
        Assert.Equal(["As it was sent.", "As it was changed."], thread.QuerySelectorAll("article .markdown").Select(Page.Words));
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

    [Fact]
    public async Task A_template_about_a_call_begins_with_what_goes_on()
    {
        var page = await forms.OpenAsync(New + "?template=on-call");

        Assert.Equal("STABLE BEAMS", page.QuerySelector("[name='field.beamMode'] option[selected]")!.TextContent);
        Assert.Equal(("526090", "8310"), (page.QuerySelector("[name=runs]")!.GetAttribute("value"), page.QuerySelector("[name=fills]")!.GetAttribute("value")));
        var given = await forms.OpenAsync(New + "?template=on-call&runs=526080&beamMode=RAMP");
        Assert.Equal("526080", given.QuerySelector("[name=runs]")!.GetAttribute("value"));
        Assert.Equal("RAMP", given.QuerySelector("[name='field.beamMode'] option[selected]")!.TextContent);
    }

    [Fact]
    public async Task The_minutes_of_the_daily_meeting_tell_what_the_logbook_knows_of_a_chosen_period_to_be_edited()
    {
        const string address = New + "?template=rc-daily-meeting&from=2022-09-24T00:00&to=2022-09-27T16:00&runsFrom=2022-09-24T00:00&runsTo=2022-09-25T00:00";
        var page = await forms.OpenAsync(address);
        var text = page.QuerySelector("textarea")!.TextContent;

        Assert.Contains("- [Fill 8178](/fills/8178): stable beams 24/09 00:21 to 26/09 09:36 (57:14:59), efficiency 34.12 %, before 1st run 00:28:00 (0.82 %), after last run 37:14:59 (65.07 %)", text);
        Assert.Contains("- All: 34.12 % of 57:14:59 of stable beams\n- By detector: FT0 34.12 %, ITS 34.12 %, TPC 34.12 %", text);
        Assert.Contains("- 24/09 00:49: L3 +30,000 A, dipole −5,999 A", text);
        Assert.Contains("PHYSICS runs 24/09 00:00 to 25/09 00:00: 2 (1 bad, 1 good)", text);
        Assert.Contains("| Run | Fill | Start | Stop | Duration | Quality | End of run | FT0 | ITS | TPC |", text);
        Assert.Contains("| [526080](/runs/526080) | 8178 | 24/09 00:49 | 24/09 20:21 | 19:32:00 | good | Data Flow / Systems - FLP - segfault on readout.exe | good | good | good |", text);
        Assert.Contains("| bad |  | bad | good | good |", text);
        Assert.DoesNotContain("526082", text);

        var (entry, _) = await forms.SendAsync(page, address, "log-entry", ("text", text + "\nEdited by hand."));
        Assert.Equal("/runs/526080", entry.QuerySelector(".markdown td a")!.GetAttribute("href"));
        Assert.Contains("Edited by hand.", entry.QuerySelector(".markdown")!.Words());
    }

    [Fact]
    public async Task The_minutes_list_the_entries_of_the_last_day_under_their_tags_and_leave_replies_and_reports_of_shifts_out()
    {
        foreach (var (title, tags) in new[] { ("Trip [A07]", "TPC"), ("Shift is over", "TPC,EoS") }) await WriteAsync(title, tags);

        var page = await forms.OpenAsync($"{New}?template=rc-daily-meeting&from={Hour(-1)}&to={Hour(1)}");
        var text = page.QuerySelector("textarea")!.TextContent;

        Assert.Matches(@"### TPC\s+- \[Trip \\\[A07\\\]\]\(/log-entries/[0-9]+\) .*, Anonymous\s+### TRD", text);
        Assert.Matches(@"### EOS\s+- \[Shift is over\]", text);

        static string Hour(int hours) => Bookkeeping.Web.Display.ControlRoomTime.Local(DateTimeOffset.UtcNow.AddHours(hours)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("from=yesterday", "“yesterday” is not a time: write 2022-09-24T16:00.")]
    [InlineData("from=2022-09-24T16:00&to=2022-09-24T16:00", "the period must begin before it ends.")]
    [InlineData("from=2022-08-01T16:00&to=2022-09-24T16:00", "the period can last 31 days at most.")]
    [InlineData("from=2999-08-01T16:00&to=2999-08-02T16:00", "the period has not begun.")]
    public async Task A_period_that_is_none_is_told_and_the_last_one_taken(string query, string problem)
    {
        var page = await forms.OpenAsync($"{New}?template=rc-daily-meeting&{query}");

        Assert.Equal($"Fills, magnets and log entries: {problem}", Assert.Single(page.Warnings()));
        Assert.EndsWith("T16:00", page.QuerySelector("[name=to]")!.GetAttribute("value"));
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

    private async Task WriteAsync(string title, string tags)
    {
        if (tags.Contains("EoS")) await forms.SendAsync(await forms.OpenAsync("/tags"), "/tags", "create-tag", ("Draft.Text", "EoS"));
        var address = $"{New}?tags={tags}";
        var (_, path) = await forms.SendAsync(await forms.OpenAsync(address), address, "log-entry", ("title", title), ("text", "For the minutes."));
        Assert.Matches("^/log-entries/[0-9]+$", path);
    }

    private async Task<IPage> OpenAsync(Chromium browser)
    {
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(site.Address + New);
        return page;
    }
}
