using System.Net;
using AngleSharp.Html.Parser;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bookkeeping.Tests.Web.Views;

/// <summary>Views are saved, offered in the menu, renamed and deleted by plain forms, on a logbook of their own.</summary>
public sealed class ViewsPageTests : IAsyncLifetime
{
    private readonly Site site = new();
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Task InitializeAsync() => site.InitializeAsync();

    public async Task DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_saved_from_the_menu_and_found_there_on_every_page()
    {
        var list = await site.OpenAsync("/runs?quality=GOOD&columns=start,duration&sort=-duration");
        var save = list.QuerySelectorAll(".menu-list a").Single(a => a.Words() == "Save this page …").GetAttribute("href")!;
        using var saved = await SendAsync(save, "create-view", ("Draft.Name", "Long good runs"), ("Draft.IsShared", "true"));
        var menu = await site.OpenAsync((await site.OpenAsync("/fills")).QuerySelector("details[data-fetch]")!.GetAttribute("data-fetch")!);
        var view = menu.QuerySelectorAll("a").Single(a => a.Words() == "Long good runs · shared");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("/runs?quality=GOOD&columns=start,duration&sort=-duration", view.GetAttribute("href"));
        Assert.Equal(["526080"], (await site.OpenAsync(view.GetAttribute("href")!)).Keys());
        var there = await site.OpenAsync("/views/menu?here=" + Uri.EscapeDataString(view.GetAttribute("href")!));
        Assert.Equal((null, "page"), (view.GetAttribute("aria-current"), there.QuerySelector("a")!.GetAttribute("aria-current")));
    }

    [ChromiumFact]
    public async Task The_menu_asks_for_its_views_when_it_is_opened_and_no_page_before()
    {
        await SendAsync("/views", "create-view", ("Draft.Name", "Mine"), ("Draft.Address", "/runs"));
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Address + "/fills");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mine", Exact = true })).ToHaveCountAsync(0);

        await page.GetByText("Views", new() { Exact = true }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Mine", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(site.Address + "/runs");
    }

    [Fact]
    public async Task A_view_is_renamed_and_deleted()
    {
        await SendAsync("/views", "create-view", ("Draft.Name", "Mine"), ("Draft.Address", "/runs"));
        var edit = (await site.OpenAsync("/views")).Cell("Mine", "Actions").QuerySelector("a")!.GetAttribute("href")!;

        using var renamed = await SendAsync(edit, "rename-view", ("Renamed.Name", "Ours"));
        Assert.Equal(["Ours"], (await site.OpenAsync("/views")).Keys());
        using var deleted = await SendAsync(edit, "delete-view");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (renamed.StatusCode, deleted.StatusCode));
        Assert.Empty((await site.OpenAsync("/views")).Keys());
    }

    [Fact]
    public async Task What_is_refused_is_said_and_stays_in_the_form()
    {
        using var refused = await SendAsync("/views", "create-view", ("Draft.Name", "Elsewhere"), ("Draft.Address", "https://example.org/"));
        var page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync());

        Assert.Contains("`address` is no address of the site; one looks like /runs?quality=GOOD.", page.QuerySelector(".notice.failure")!.Words());
        Assert.Equal("Elsewhere", page.QuerySelector("input[name='Draft.Name']")!.GetAttribute("value"));
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(site.Address + address));
        var sent = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form).QuerySelectorAll("input:not([type=checkbox])")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) sent[name] = value;
        return await client.PostAsync(site.Address + address, new FormUrlEncodedContent(sent));
    }
}
