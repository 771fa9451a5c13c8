using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bookkeeping.Tests.Web.Preferences;

[Collection(SiteTests.Name)]
public sealed class PreferencesTests(Site site)
{
    private const string RunStart = "table.rows tbody time";

    [Fact]
    public async Task A_choice_is_remembered_and_leads_back_to_the_page()
    {
        using var choice = await ChooseAsync(null, ("theme", "dark"), ("back", "/runs?quality=good"));
        var page = await OpenAsync("/runs", Cookie(choice));

        Assert.Equal("/runs?quality=good", choice.Headers.Location!.OriginalString);
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task A_choice_leaves_the_others_as_they_are()
    {
        using var first = await ChooseAsync(null, ("theme", "dark"), ("zone", "utc"));
        using var second = await ChooseAsync(Cookie(first), ("density", "compact"));
        var page = await OpenAsync("/preferences", Cookie(second));

        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(["dark", "compact", "utc", "clock", "on"], page.QuerySelectorAll("input[type=radio][checked]").Select(b => b.GetAttribute("value")));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("")]
    public async Task A_choice_never_leads_off_the_site(string back)
    {
        using var choice = await ChooseAsync(null, ("theme", "dark"), ("back", back));

        Assert.Equal("/", choice.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("theme", "purple")]
    [InlineData("theme", "1")]
    [InlineData("colour", "dark")]
    [InlineData("start", "https://example.org/")]
    [InlineData("start", "//example.org/")]
    [InlineData("start", "/")]
    [InlineData("start", "/?again")]
    public async Task What_is_no_choice_is_refused_and_changes_nothing(string name, string value)
    {
        using var choice = await ChooseAsync(null, (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, choice.StatusCode);
        Assert.False(choice.Headers.Contains("Set-Cookie"));
        Assert.Contains($"“{value}” is no value of the preference “{name}”.", await choice.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_cookie_that_cannot_be_read_counts_as_none()
    {
        var page = await OpenAsync("/runs", "bookkeeping-preferences=theme%3Dpurple%26zone%3D%2500%26%3D%26start%3D%2F%2Fexample.org");

        Assert.Null(page.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("", "24/09/2022, 00:49:15", "2022-09-23 22:49:15 UTC")]
    [InlineData("bookkeeping-preferences=zone%3Dutc", "23/09/2022, 22:49:15", "2022-09-23 22:49:15 UTC, 24/09/2022, 00:49:15 Europe/Zurich")]
    [InlineData("bookkeeping-preferences=zone%3Dbrowser; bookkeeping-browser-zone=Asia%2FTokyo", "24/09/2022, 07:49:15", "2022-09-23 22:49:15 UTC, 24/09/2022, 00:49:15 Europe/Zurich")]
    [InlineData("bookkeeping-preferences=zone%3Dbrowser; bookkeeping-browser-zone=Moon%2FSea", "24/09/2022, 00:49:15", "2022-09-23 22:49:15 UTC")]
    [InlineData("bookkeeping-preferences=zone%3Dbrowser", "24/09/2022, 00:49:15", "2022-09-23 22:49:15 UTC")]
    [InlineData("bookkeeping-preferences=times%3Draw", "1663973355000", "2022-09-23 22:49:15 UTC, 24/09/2022, 00:49:15 Europe/Zurich")]
    public async Task Times_are_written_as_their_reader_wants_them(string cookie, string text, string title)
    {
        var page = await OpenAsync("/runs?runs=526080,526080", cookie);

        var time = page.QuerySelector(RunStart)!;
        Assert.Equal(text, time.Words());
        Assert.Equal(title, time.GetAttribute("title"));
    }

    [Fact]
    public async Task Times_in_addresses_are_the_control_rooms_for_everybody()
    {
        var page = await OpenAsync("/runs?from=2022-09-24T00:49:15&to=2022-09-24T00:49:16", "bookkeeping-preferences=zone%3Dutc");

        Assert.Equal(["526080"], page.Keys());
    }

    [Fact]
    public async Task The_root_leads_to_the_page_that_somebody_begins_with_and_home_stays_where_it_is()
    {
        using var choice = await ChooseAsync(null, ("start", "/runs?quality=good"));
        using var root = await GetAsync("/", Cookie(choice));
        using var home = await GetAsync("/home", Cookie(choice));
        using var others = await GetAsync("/", "");

        Assert.Equal("/runs?quality=good", root.Headers.Location!.OriginalString);
        Assert.True(root.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
    }

    private static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    private async Task<HttpResponseMessage> ChooseAsync(string? cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences/choice") { Content = new FormUrlEncodedContent(fields.ToDictionary(f => f.Name, f => f.Value)) };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await site.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        return await site.Client.SendAsync(request);
    }

    private async Task<IHtmlDocument> OpenAsync(string address, string cookie)
    {
        using var answer = await GetAsync(address, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
