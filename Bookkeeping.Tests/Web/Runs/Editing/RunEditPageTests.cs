using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Web.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Runs.Editing;

/// <summary>Editing what people say about a run, alone and against each other.</summary>
public sealed class RunEditPageTests : IAsyncLifetime
{
    private const string Edit = "/runs/526080/edit";

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
    public async Task A_quality_is_changed_with_a_reason_and_the_history_tells_who_and_why()
    {
        var (run, path) = await forms.SendAsync(await forms.OpenAsync(Edit), Edit, "quality", ("quality", "BAD"), ("reason", "One stave was off."));

        Assert.Equal("/runs/526080", path);
        Assert.Equal("Quality bad", run.QuerySelector(".page-head")!.QuerySelectorAll("span").First(s => s.Words().StartsWith("Quality", StringComparison.Ordinal)).Words());
        var change = run.QuerySelector("#history tbody tr")!.Children.Skip(1).Select(Page.Words);
        Assert.Equal(["Anonymous", "quality", "GOOD", "BAD", "One stave was off."], change);
    }

    [Fact]
    public async Task Without_scripts_the_server_says_that_a_reason_is_missing()
    {
        var (page, _) = await forms.SendAsync(await forms.OpenAsync(Edit), Edit, "quality", ("quality", "BAD"), ("reason", ""));

        Assert.Contains("reason", page.QuerySelector("#quality .notice.failure")!.Words());
        Assert.Equal("BAD", page.QuerySelector("#quality option[selected]")!.Words());
        Assert.Null(page.QuerySelector("#detectors .notice"));
    }

    [Fact]
    public async Task Detectors_tags_reasons_and_rates_are_saved_each_by_itself()
    {
        await SaveAsync("detectors", ("detector.ITS", "BAD"), ("reason", "stave"));
        await SaveAsync("tags", ("tags", "TPC"));
        await SaveAsync("reasons", ("kind.0", ""), ("kind.1", "Data Flow / Systems|FLP"), ("description.1", "another one"));
        await SaveAsync("rates", ("rate-average", "500000"), ("rate-start", "1.5e5"));

        var run = await forms.OpenAsync("/runs/526080");
        Assert.Equal("ITS: bad", run.QuerySelector(".detector-grid .bad")!.GetAttribute("title"));
        Assert.Equal(["TPC"], run.QuerySelectorAll(".page-head .tag").Select(Page.Words));
        Assert.Contains("Data Flow / Systems - FLP - another one", run.Body!.Words());
        Assert.DoesNotContain("segfault on readout.exe (", run.Body!.Words());
        Assert.Equal(("500,000 Hz", "150,000 Hz"), (run.Fact("INEL average"), run.Fact("At start")));
    }

    [Fact]
    public async Task A_rate_that_is_no_number_and_detectors_that_are_as_before_change_nothing()
    {
        var (rates, _) = await forms.SendAsync(await forms.OpenAsync(Edit), Edit, "rates", ("rate-average", "many"));
        var (detectors, _) = await forms.SendAsync(await forms.OpenAsync(Edit), Edit, "detectors", ("reason", "none"));

        Assert.Contains("“many” is not a rate in Hz", rates.QuerySelector("#rates .notice.failure")!.Words());
        Assert.Contains("No detector is judged otherwise", detectors.QuerySelector("#detectors .notice.failure")!.Words());
    }

    [Fact]
    public async Task Who_changed_it_meanwhile_is_shown_beside_what_was_sent_and_one_chooses()
    {
        var mine = await forms.OpenAsync(Edit);
        await site.JudgeAsync(526080, RunQuality.Test);

        var (conflict, _) = await forms.SendAsync(mine, Edit, "quality", ("quality", "BAD"), ("reason", "Mine."));
        var row = conflict.QuerySelector("#quality .conflict tbody tr")!;
        Assert.Equal(["Quality", "BAD", "TEST"], row.Children.Select(Page.Words));
        Assert.Contains("Anonymous: quality GOOD → TEST; A test.", conflict.QuerySelector("#quality .conflict ul")!.Words());
        Assert.Equal("test", (await forms.OpenAsync("/runs/526080")).QuerySelector(".page-head .badge.test")!.Words());
        Assert.Equal("Mine.", conflict.QuerySelector("#quality textarea")!.TextContent);

        var (saved, path) = await forms.SendAsync(conflict, Edit, "quality");

        Assert.Equal("/runs/526080", path);
        Assert.NotNull(saved.QuerySelector(".page-head .badge.bad"));
    }

    [Fact]
    public async Task A_running_run_is_not_judged_and_one_that_is_not_there_is_said()
    {
        var running = await forms.OpenAsync("/runs/526090/edit");

        Assert.Contains("Qualities are judged once the run has ended.", running.Body!.Words());
        Assert.Null(running.QuerySelector("#quality"));
        await Assert.ThrowsAsync<HttpRequestException>(() => forms.OpenAsync("/runs/1/edit"));
    }

    [ChromiumFact]
    public async Task Save_waits_for_the_reason()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Address + Edit);
        var section = page.Locator("#quality");
        var save = section.GetByRole(AriaRole.Button, new() { Name = "Save" });

        await section.GetByRole(AriaRole.Combobox).SelectOptionAsync("BAD");
        await Expect(save).ToBeDisabledAsync();
        await section.GetByLabel("Reason").FillAsync("   ");
        await Expect(save).ToBeDisabledAsync();
        await section.GetByLabel("Reason").FillAsync("One stave was off.");
        await Expect(save).ToBeEnabledAsync();
        await save.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run 526080" })).ToBeVisibleAsync();
    }

    private async Task SaveAsync(string section, params (string Name, string? Value)[] fields)
    {
        var (_, path) = await forms.SendAsync(await forms.OpenAsync(Edit), Edit, section, fields);
        Assert.Equal("/runs/526080", path);
    }
}
