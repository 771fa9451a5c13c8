using System.Net;
using Bookkeeping.Tests.Web.Live;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Tests.Web.Graph;

/// <summary>The site against a server that runs the site's own documents and no others.</summary>
public sealed class TrustedSiteTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookkeeping-trusted-");
    private readonly HttpClient http = new();
    private LiveSite server = null!;

    public async Task InitializeAsync()
    {
        foreach (var document in LogbookClient.Documents) await File.WriteAllTextAsync(Path.Combine(folder.FullName, document.Hash + ".graphql"), document.Text);
        server = await LiveSite.StartAsync("--GraphQL:Persisted:Directory", folder.FullName, "--GraphQL:Persisted:OnlyTrusted", "true");
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Pages_and_their_live_feed_go_by_the_hashes_of_the_documents()
    {
        await using var site = await StartAsync("--Bookkeeping:RequestStrategy", "PersistedOperation");

        foreach (var address in new[] { "/home", "/runs", "/runs/526080", "/fills/8178", "/environments", "/log-entries", "/timeline", "/tags", "/detectors", "/search?q=TPC", "/about" })
        {
            var page = await http.GetStringAsync(site.Urls.Single() + address);
            Assert.DoesNotContain("notice failure", page);
        }

        using var stream = new StreamReader(await http.GetStreamAsync(site.Urls.Single() + "/live?watch=RUN&after=" + await CursorAsync(site.Urls.Single())));
        await server.JudgeAsync(526080, Client.Graph.RunQuality.Bad);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var line = await stream.ReadLineAsync(deadline.Token);
        while (line != "data: RUN:526080") line = await stream.ReadLineAsync(deadline.Token) ?? throw new EndOfStreamException();
    }

    [Fact]
    public async Task Texts_are_refused_and_the_page_says_so()
    {
        await using var site = await StartAsync();

        using var answer = await http.GetAsync(site.Urls.Single() + "/runs");

        Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("only the documents stored on it", await answer.Content.ReadAsStringAsync());
    }

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(params string[] settings)
    {
        var site = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", server.Address, "--Logging:LogLevel:Default", "None", .. settings]);
        await site.StartAsync();
        return site;
    }

    // The feed stands as soon as pages tell how far it was read.
    private async Task<string> CursorAsync(string address)
    {
        while (true)
        {
            var page = await http.GetStringAsync(address + "/about");
            var cursor = System.Text.RegularExpressions.Regex.Match(page, "data-live-after=\"([^\"]+)\"").Groups[1].Value;
            if (cursor.Length > 0) return Uri.EscapeDataString(WebUtility.HtmlDecode(cursor));
        }
    }
}
