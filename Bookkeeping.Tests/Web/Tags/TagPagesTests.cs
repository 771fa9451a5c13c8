using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bookkeeping.Tests.Web.Tags;

/// <summary>Tags are read and changed by plain forms, on a logbook of their own.</summary>
public sealed class TagPagesTests : IAsyncLifetime
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
    public async Task Tags_stand_by_text_archived_ones_last_and_are_found_by_a_part()
    {
        await SendAsync("/tags/PHYSICS", "archive-tag");

        Assert.Equal(["TPC", "PHYSICS archived"], (await site.OpenAsync("/tags")).Keys());
        Assert.Equal(["TPC"], (await site.OpenAsync("/tags?name=TP")).Keys());
    }

    [Fact]
    public async Task A_tag_is_created_and_what_is_refused_stays_in_the_form()
    {
        using var refused = await SendAsync("/tags", "create-tag", ("Draft.Text", "X"), ("Draft.Description", "too short"));
        using var known = await SendAsync("/tags", "create-tag", ("Draft.Text", "TPC"));
        using var created = await SendAsync("/tags", "create-tag", ("Draft.Text", "Ramp & dump"), ("Draft.Color", "#4caf50"));
        var page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync());

        Assert.Contains("Nothing was changed.", page.QuerySelector(".notice.failure")!.Words());
        Assert.Equal("too short", page.QuerySelector("input[name='Draft.Description']")!.GetAttribute("value"));
        Assert.Contains("There is a tag", await known.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.Equal("Tag Ramp & dump", (await site.OpenAsync("/tags/Ramp%20%26%20dump")).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_tag_is_changed_and_tells_who_did()
    {
        using var saved = await SendAsync("/tags/TPC", "edit-tag", ("Draft.Description", "Time projection chamber"), ("Draft.Email", "tpc@example.org"));
        var page = await site.OpenAsync("/tags/TPC");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Time projection chamber", page.Fact("Description"));
        Assert.EndsWith("by Anonymous", page.Fact("Updated"));
        Assert.Contains("description: empty → Time projection chamber", page.QuerySelector("ol.history")!.Words());
        Assert.Equal("TPC trip in sector A07", Assert.Single(page.Keys()));
    }

    [Fact]
    public async Task Who_wrote_on_an_old_version_is_told_what_changed_and_can_go_on()
    {
        var old = await FormAsync("/tags/TPC", "edit-tag");
        await SendAsync("/tags/TPC", "edit-tag", ("Draft.Mattermost", "tpc-shift"));

        using var refused = await PostAsync("/tags/TPC", old, ("Draft.Description", "mine"));
        var page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync());
        using var again = await PostAsync("/tags/TPC", Fields(page, "edit-tag"), []);

        Assert.Contains("mattermost is now tpc-shift", page.QuerySelector(".notice.failure")!.Words());
        Assert.Equal("mine", page.QuerySelector("input[name='Draft.Description']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("mine", (await site.OpenAsync("/tags/TPC")).Fact("Description"));
    }

    [Fact]
    public async Task A_form_that_this_site_did_not_make_is_refused()
    {
        using var answer = await client.PostAsync(site.Address + "/tags", new FormUrlEncodedContent([new("_handler", "create-tag"), new("Draft.Text", "Forged")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Forged", (await site.OpenAsync("/tags")).Keys());
    }

    [Fact]
    public async Task A_tag_that_is_not_there_is_not_found() => await site.OpenAsync("/tags/NOTHING", HttpStatusCode.NotFound);

    private async Task<HttpResponseMessage> SendAsync(string address, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(address, await FormAsync(address, form), fields);

    private Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> form, params (string Name, string Value)[] fields)
    {
        var sent = new Dictionary<string, string>(form);
        foreach (var (name, value) in fields) sent[name] = value;
        return client.PostAsync(site.Address + address, new FormUrlEncodedContent(sent));
    }

    private async Task<Dictionary<string, string>> FormAsync(string address, string form) =>
        Fields(await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(site.Address + address)), form);

    private static Dictionary<string, string> Fields(IHtmlDocument page, string form) =>
        page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form).QuerySelectorAll("input")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
}
