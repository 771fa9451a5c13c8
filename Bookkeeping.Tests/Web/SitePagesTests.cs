using System.Net;
using Bookkeeping.Tests.GraphQL.Http.Compression;
using Bookkeeping.Tests.Hosting.Metrics;

namespace Bookkeeping.Tests.Web;

[Collection(SiteTests.Name)]
public sealed class SitePagesTests(Site site)
{
    [Fact]
    public async Task Home_shows_entries_of_people_fills_with_stable_beams_and_runs()
    {
        var page = await site.OpenAsync("/");

        Assert.Equal(["TPC trip in sector A07", "8310", "8178", "526090", "526084", "526083", "526082", "526081", "526080", "526070"], page.Keys());
        Assert.Equal("34.12 %", page.Cell("8178", "Efficiency").Words());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/runs")]
    [InlineData("/runs/526080")]
    [InlineData("/fills")]
    [InlineData("/fills/8178")]
    [InlineData("/environments")]
    [InlineData("/environments/2aiwLmWzdkV")]
    [InlineData("/log-entries")]
    [InlineData("/log-entries/1")]
    [InlineData("/preferences")]
    [InlineData("/timeline?from=2022-09-24&to=2022-09-25&at=2022-09-24T08:00:00")]
    [InlineData("/tags")]
    [InlineData("/tags/TPC")]
    [InlineData("/detectors")]
    [InlineData("/search?q=TPC")]
    [InlineData("/about")]
    [InlineData("/views")]
    [InlineData("/nothing-here")]
    public async Task Every_page_runs_nothing_from_elsewhere_and_nothing_of_its_own_inline(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        var text = await response.Content.ReadAsStringAsync();
        Assert.All(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text).Scripts, script => Assert.True(script is { Source: { Length: > 0 }, Type: "module", Text: "" }));
        Assert.DoesNotContain(" style=", text);
    }

    [Theory]
    [InlineData("/runs", "br")]
    [InlineData("/app.css", "gzip")]
    [InlineData("/graphql/schema.graphql", "br")]
    public async Task Pages_files_and_the_graph_are_compressed(string address, string encoding)
    {
        using var plain = await site.Client.GetAsync(address);
        using var packed = await CompressedAnswer.AskAsync(site.Client, address, encoding);

        Assert.Equal(encoding, packed.Encoding());
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.InRange((await packed.Content.ReadAsByteArrayAsync()).Length, 1, (await plain.Content.ReadAsByteArrayAsync()).Length / 2);
    }

    [Fact]
    public async Task A_style_sheet_that_the_browser_has_already_is_not_sent_again()
    {
        using var first = await CompressedAnswer.AskAsync(site.Client, "/app.css", "br");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/app.css");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        request.Headers.IfModifiedSince = first.Content.Headers.LastModified;

        using var again = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Links_of_the_pages_lead_somewhere()
    {
        foreach (var address in new[] { "/", "/runs", "/runs/526080", "/fills/8178", "/environments/2aiwLmWzdkV", "/log-entries/1", "/timeline?from=2022-09-24&to=2022-09-25&at=2022-09-24T08:00:00", "/tags/TPC", "/detectors", "/search?q=TPC" })
        {
            var page = await site.OpenAsync(address);
            var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(l => l.StartsWith('/') && !l.StartsWith("/graphql", StringComparison.Ordinal));
            foreach (var link in links.Distinct()) await site.OpenAsync(link);
        }
    }

    [Fact]
    public async Task Pages_can_read_the_API_of_another_process()
    {
        await using var pages = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", site.Address, "--Logging:LogLevel:Default", "None"]);
        await pages.StartAsync();
        var text = await site.Client.GetStringAsync(pages.Urls.Single() + "/runs?quality=good");

        Assert.Contains("<a href=\"/runs/526080\">526080</a>", text);
        Assert.Contains($"href=\"{site.Address}/graphql/open.html#query=", text);
    }

    [Fact]
    public async Task A_page_whose_API_is_away_tries_again()
    {
        await using var pages = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", "http://127.0.0.1:1", "--Logging:LogLevel:Default", "None"]);
        await pages.StartAsync();
        using var response = await site.Client.GetAsync(pages.Urls.Single() + "/fills/8178");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("The server does not answer", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Metrics_are_served_with_the_API_in_the_process_and_without()
    {
        await using var pages = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", site.Address, "--Logging:LogLevel:Default", "None"]);
        await pages.StartAsync();
        await site.Client.GetStringAsync("/runs");
        await site.Client.GetStringAsync(pages.Urls.Single() + "/runs");
        var here = PrometheusText.Parse(await site.Client.GetByteArrayAsync("/metrics"));
        var there = PrometheusText.Parse(await site.Client.GetByteArrayAsync(pages.Urls.Single() + "/metrics"));

        Assert.Contains("graphql_server_request_duration_seconds", here.Keys);
        Assert.DoesNotContain("graphql_server_request_duration_seconds", there.Keys);
        Assert.All([here, there], families => Assert.Contains(families["http_server_request_duration_seconds"].Samples, s => s.Label("http_route") == "/runs"));
        Assert.Contains("http_client_request_duration_seconds", there.Keys);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found()
    {
        var page = await site.OpenAsync("/nothing-here", HttpStatusCode.NotFound);

        Assert.Equal("Nothing is kept at this address", page.QuerySelector("h1")!.Words());
        Assert.NotNull(page.QuerySelector("header.bar"));
    }

    [Theory]
    [InlineData("/app.css", "text/css")]
    [InlineData("/pages.css", "text/css")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/keyboard.js", "text/javascript")]
    [InlineData("/zone.js", "text/javascript")]
    public async Task The_sites_own_files_are_served(string address, string type)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoCache);
    }
}
