using System.IO.Compression;
using System.Net;
using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.Tests.GraphQL.Http.Compression;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class ExplorerTests : IAsyncLifetime
{
    private const string BrowserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("explorer");
    private SampleServer server = null!;

    public async Task InitializeAsync()
    {
        var files = folder.CreateSubdirectory("files");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret.json"), "secret");
        foreach (var file in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(files.FullName, file))!);
            await File.WriteAllTextAsync(Path.Combine(files.FullName, file), $"content of {file}");
        }

        await PackAsync(Path.Combine(files.FullName, "static/js/main.0349187e.js"));

        server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.ExplorerDirectory = files.FullName));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string[] Files =>
    [
        "index.html", "service-worker.js", "manifest.webmanifest", "favicon.ico", "favicon.svg", "icon.png", "LICENSE",
        "static/js/main.0349187e.js", "static/js/main.0349187e.js.LICENSE.txt", "static/css/styles.15b5693c.css", "static/js/main.0349187e.js.map",
        "static/media/font.1bc138a84f63b384c3f2.woff2", "static/media/font.184be8c3aa435ca6c3f5.ttf", "engine.wasm", "asset-manifest.json", "odd.exe",
    ];

    [Theory]
    [InlineData("/graphql", "graphql/")]
    [InlineData("/graphql?a=1", "graphql/?a=1")]
    public async Task A_browser_is_sent_to_the_explorer(string address, string location)
    {
        var answer = await server.GetAsync(address, BrowserAccept);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/graphql/", "text/html; charset=utf-8", "no-cache", "index.html")]
    [InlineData("/graphql/index.html", "text/html; charset=utf-8", "no-cache", "index.html")]
    [InlineData("/graphql/service-worker.js", "text/javascript; charset=utf-8", "no-cache", null)]
    [InlineData("/graphql/manifest.webmanifest", "application/manifest+json", "no-cache", null)]
    [InlineData("/graphql/favicon.ico", "image/x-icon", "no-cache", null)]
    [InlineData("/graphql/favicon.svg", "image/svg+xml", "no-cache", null)]
    [InlineData("/graphql/icon.png", "image/png", "no-cache", null)]
    [InlineData("/graphql/LICENSE", "text/plain; charset=utf-8", "no-cache", null)]
    [InlineData("/graphql/asset-manifest.json", "application/json", "no-cache", null)]
    [InlineData("/graphql/engine.wasm", "application/wasm", "no-cache", null)]
    [InlineData("/graphql/static/js/main.0349187e.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", null)]
    [InlineData("/graphql/static/js/main.0349187e.js.map", "application/json", "public, max-age=31536000, immutable", null)]
    [InlineData("/graphql/static/js/main.0349187e.js.LICENSE.txt", "text/plain; charset=utf-8", "public, max-age=31536000, immutable", null)]
    [InlineData("/graphql/static/css/styles.15b5693c.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable", null)]
    [InlineData("/graphql/static/media/font.1bc138a84f63b384c3f2.woff2", "font/woff2", "public, max-age=31536000, immutable", null)]
    [InlineData("/graphql/static/media/font.184be8c3aa435ca6c3f5.ttf", "font/ttf", "public, max-age=31536000, immutable", null)]
    public async Task The_files_are_served_with_their_types_and_as_long_as_they_hold(string address, string type, string caching, string? file)
    {
        var answer = await server.GetAsync(address, BrowserAccept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"content of {file ?? address["/graphql/".Length..]}", await answer.Content.ReadAsStringAsync());
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(caching, Assert.Single(answer.Headers.NonValidated["Cache-Control"]));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("script-src 'self' 'unsafe-eval'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*;q=0", "")]
    [InlineData("identity", "")]
    [InlineData(null, "")]
    public async Task A_file_that_was_compressed_beforehand_is_sent_as_it_lies_there(string? accepted, string expected)
    {
        var answer = await CompressedAnswer.AskAsync(server.Client, "/graphql/static/js/main.0349187e.js", accepted);

        Assert.Equal(expected, answer.Encoding());
        Assert.Equal("content of static/js/main.0349187e.js", await answer.UnpackedAsync());
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.NotNull(answer.Content.Headers.ContentLength);
        var again = await CompressedAnswer.AskAsync(server.Client, "/graphql/static/js/main.0349187e.js", accepted, known: answer.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var other = await CompressedAnswer.AskAsync(server.Client, "/graphql/static/js/main.0349187e.js", expected == "br" ? "gzip" : "br", known: answer.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/graphql/static/js/main.0349187e.js.br")]
    [InlineData("/graphql/static/js/main.0349187e.js.gz")]
    public async Task Its_compressed_forms_have_no_addresses_of_their_own(string address) =>
        await (await server.GetAsync(address)).RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.InvalidRequest);

    [Fact]
    public async Task A_file_that_the_browser_has_already_is_not_sent_again()
    {
        var first = await server.GetAsync("/graphql/index.html");
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/index.html") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        Assert.Equal(HttpStatusCode.NotModified, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_explorer_asks_this_server_and_tells_nobody()
    {
        var answer = await server.GetAsync("/graphql/bcp-config.json");

        var configuration = await answer.JsonAsync();
        Assert.True(configuration.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.True(configuration.GetProperty("disableTelemetry").GetBoolean());
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/graphql/missing.js")]
    [InlineData("/graphql/odd.exe")]
    [InlineData("/graphql/static")]
    [InlineData("/graphql/static/")]
    [InlineData("/graphql/INDEX.HTML")]
    public async Task What_is_not_among_the_files_is_not_found(string address) =>
        Assert.Contains(address, await (await server.GetAsync(address)).RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.InvalidRequest));

    [Theory]
    [InlineData("/graphql/../secret.json")]
    [InlineData("/graphql/%2e%2e/secret.json")]
    [InlineData("/graphql/..%2fsecret.json")]
    [InlineData("/graphql/..%5csecret.json")]
    [InlineData("/graphql/static/../../secret.json")]
    [InlineData("/graphql/static/%2e%2e/%2e%2e/secret.json")]
    [InlineData("/graphql/....//secret.json")]
    [InlineData("/graphql//etc/passwd")]
    [InlineData("/graphql/%00")]
    public async Task No_address_leads_out_of_the_folder(string address)
    {
        var answer = await server.SendRawAsync($"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Fact]
    public async Task The_page_that_opens_a_query_may_run_only_our_own_script()
    {
        var page = await server.GetAsync("/graphql/open.html");
        var script = await server.GetAsync("/graphql/open.js");

        Assert.Contains("open.js", await page.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript; charset=utf-8", script.Content.Headers.ContentType!.ToString());
        Assert.Contains("script-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public void A_link_carries_a_document_of_any_length_and_characters_in_its_fragment()
    {
        var link = ExplorerLink.To("{ a(b: \"ü & +#\") }", """{"x": 1}""", "Runs page", "/api/graphql");

        Assert.Equal("/api/graphql/open.html#query=%7B%20a%28b%3A%20%22%C3%BC%20%26%20%2B%23%22%29%20%7D&variables=%7B%22x%22%3A%201%7D&name=Runs%20page", link);
    }

    [Fact]
    public async Task Where_the_explorer_is_missing_a_browser_reads_how_to_get_it_and_the_API_works()
    {
        await using var bare = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.ExplorerDirectory = "no-such-folder"));

        var answer = await bare.GetAsync("/graphql/", BrowserAccept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Node.js", page);
        Assert.Contains("href=\"schema.graphql\"", page);
        await (await bare.PostAsync("""{"query": "{ hello }"}""")).DataAsync();
    }

    [Theory]
    [InlineData("/graphql/index.html", HttpStatusCode.NotFound)]
    [InlineData("/graphql/bcp-config.json", HttpStatusCode.NotFound)]
    [InlineData("/graphql/open.html", HttpStatusCode.NotFound)]
    public async Task Where_it_is_switched_off_nothing_of_it_is_served(string address, HttpStatusCode status)
    {
        await using var bare = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.EnableExplorer = false));

        await (await bare.GetAsync(address)).RefusedAsync(status, ErrorCodes.InvalidRequest);
        await (await bare.GetAsync("/graphql", "text/html, */*;q=0.1")).RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.NoDocument);
    }

    private static async Task PackAsync(string file)
    {
        var content = await File.ReadAllBytesAsync(file);
        await using var brotli = new BrotliStream(File.Create(file + ".br"), CompressionLevel.Fastest);
        await brotli.WriteAsync(content);
        await using var gzip = new GZipStream(File.Create(file + ".gz"), CompressionLevel.Fastest);
        await gzip.WriteAsync(content);
    }
}
