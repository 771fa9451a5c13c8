using System.Net;
using AngleSharp.Html.Parser;

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
        var page = await site.OpenAsync("/fills");
        var view = page.QuerySelectorAll(".menu-list a").Single(a => a.Words() == "Long good runs · shared");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("/runs?quality=GOOD&columns=start,duration&sort=-duration", view.GetAttribute("href"));
        Assert.Equal(["526080"], (await site.OpenAsync(view.GetAttribute("href")!)).Keys());
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
