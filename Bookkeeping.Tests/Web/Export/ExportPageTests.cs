using System.Net;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Export;

[Collection(SiteTests.Name)]
public sealed class ExportPageTests(Site site)
{
    [Theory]
    [InlineData("/runs", "Export Runs", "runNumber")]
    [InlineData("/fills", "Export LHC fills", "fillNumber")]
    [InlineData("/environments", "Export Environments", "environmentId")]
    [InlineData("/log-entries", "Export Log entries", "number")]
    public async Task Each_list_leads_to_its_export_where_columns_are_chosen(string list, string title, string key)
    {
        var link = (await site.OpenAsync(list)).QuerySelector("a.export")!.GetAttribute("href")!;
        Assert.Equal(list + "/export", link);
        var page = await site.OpenAsync(link);
        Assert.Equal(title, page.QuerySelector("h1")!.Words());
        Assert.Contains(key, page.QuerySelectorAll("input[name=columns][checked]").Select(box => box.GetAttribute("value")));
        Assert.Contains(page.QuerySelectorAll("input[name=columns]"), box => !box.HasAttribute("checked"));

        // Every column that is offered is one of the graph.
        var columns = string.Join(',', page.QuerySelectorAll("input[name=columns]").Select(box => box.GetAttribute("value")));
        var text = await FileAsync($"{list}/export/file?columns={columns}");
        Assert.Equal(columns, text.Split("\r\n")[0]);
    }

    [Fact]
    public async Task The_address_of_the_list_is_that_of_its_export()
    {
        var list = await site.OpenAsync("/runs?definition=PHYSICS&sort=run&size=5");
        var page = await site.OpenAsync(list.QuerySelector("a.export")!.GetAttribute("href")!);
        Assert.Equal("Definition: PHYSICS", page.QuerySelector(".chip")!.Words());
        Assert.Equal(["PHYSICS", "run"], page.QuerySelectorAll("form[action='/runs/export/file'] input[type=hidden]").Select(input => input.GetAttribute("value")));

        var rows = (await FileAsync("/runs/export/file?definition=PHYSICS&sort=run&columns=runNumber&columns=definition")).TrimEnd().Split("\r\n");
        Assert.Equal(["runNumber,definition", .. list.Keys().Select(key => $"{key},PHYSICS")], rows);
    }

    [Fact]
    public async Task Fills_are_those_with_stable_beams_unless_all_are_asked_for()
    {
        var some = (await FileAsync("/fills/export/file?columns=fillNumber")).Split("\r\n");
        var all = (await FileAsync("/fills/export/file?columns=fillNumber&beams=all")).Split("\r\n");
        Assert.Equal((await site.OpenAsync("/fills")).Keys(), some[1..^1]);
        Assert.Equal((await site.OpenAsync("/fills?beams=all")).Keys(), all[1..^1]);
        Assert.True(all.Length > some.Length);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_gives_no_file()
    {
        using var response = await site.Client.GetAsync("/runs/export/file?fills=many");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("“many” is neither a number nor a range", await response.Content.ReadAsStringAsync());
        var page = await site.OpenAsync("/runs/export?fills=many");
        Assert.Single(page.Warnings());
    }

    [Fact]
    public async Task With_an_API_elsewhere_the_site_hands_its_file_on()
    {
        await using var pages = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", site.Address, "--Logging:LogLevel:Default", "None"]);
        await pages.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(pages.Urls.Single()) };
        using var file = await client.GetAsync("/runs/export/file?columns=runNumber&definition=PHYSICS&format=jsonl");
        Assert.Equal(("application/jsonl", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        var lines = (await file.Content.ReadAsStringAsync()).TrimEnd().Split('\n');
        Assert.Equal(file.Headers.GetValues("X-Total-Count").Single(), $"{lines.Length}");
        Assert.All(lines, line => Assert.StartsWith("{\"runNumber\":", line));
        using var wrong = await client.GetAsync("/runs/export/file?columns=nothing");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await pages.StopAsync();

        await using var lonely = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", "http://127.0.0.1:1", "--Logging:LogLevel:Default", "None"]);
        await lonely.StartAsync();
        using var nobody = new HttpClient { BaseAddress = new Uri(lonely.Urls.Single()) };
        Assert.Equal(HttpStatusCode.BadGateway, (await nobody.GetAsync("/runs/export/file")).StatusCode);
    }

    [Fact]
    public async Task The_columns_that_a_list_shows_are_those_of_its_export()
    {
        var list = await site.OpenAsync("/runs?columns=start,reason,o2-start&quality=good");
        var page = await site.OpenAsync(list.QuerySelector("a.export")!.GetAttribute("href")!);

        Assert.Equal(
            ["runNumber", "startTime", "endOfRunReasons.category", "endOfRunReasons.title", "endOfRunReasons.description", "timeO2Start"],
            page.QuerySelectorAll("input[name=columns][checked]").Select(box => box.GetAttribute("value")));
    }

    [ChromiumFact]
    public async Task A_file_tells_how_far_it_is_can_be_stopped_and_is_saved_whole()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Address + "/runs/export?definition=PHYSICS");
        await page.RouteAsync("**/export/file?*", route => Task.CompletedTask);
        await page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync();
        await Expect(page.GetByText("The file is being prepared.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByText("Cancelled; nothing was saved.")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());

        Assert.EndsWith(".csv", file.SuggestedFilename);
        var rows = (await File.ReadAllTextAsync(await file.PathAsync())).TrimEnd().Split("\r\n").Length - 1;
        await Expect(page.GetByText($"Done: {rows} of {rows} rows, ")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_file_that_cannot_be_had_is_told_with_the_reason()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Address + "/runs/export");
        await page.EvalOnSelectorAsync("input[name=columns]", "box => box.value = 'runNumbr'");

        await page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync();

        await Expect(page.GetByText("The column `runNumbr`: there is no field `runNumbr` of Run.")).ToBeVisibleAsync();
    }

    private async Task<string> FileAsync(string address)
    {
        for (var redirections = 0; redirections < 3; redirections++)
        {
            using var response = await site.Client.GetAsync(address);
            if (response.StatusCode != HttpStatusCode.Redirect)
            {
                var text = await response.Content.ReadAsStringAsync();
                Assert.True(response.IsSuccessStatusCode, text);
                return text;
            }

            address = response.Headers.Location!.ToString();
        }

        throw new InvalidOperationException($"{address} leads on and on.");
    }
}
