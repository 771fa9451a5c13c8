using System.Collections.Concurrent;
using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The real explorer in a real browser.</summary>
public sealed class ExplorerInBrowserTests
{
    private readonly ConcurrentQueue<string> complaints = new();

    [ExplorerFact]
    public async Task The_explorer_starts_and_its_security_policy_is_in_nobodys_way()
    {
        await using var server = await SampleServer.StartAsync();
        await using var browser = await Chromium.StartAsync();
        var page = await OpenAsync(browser, $"{server.Client.BaseAddress}graphql");

        await page.GetByText("Create Document").ClickAsync();
        await page.GetByText("Schema Reference").ClickAsync();
        await page.GetByText("failsAltogether").First.WaitForAsync();

        Assert.Equal($"{server.Client.BaseAddress}graphql/", page.Url);
        Assert.Empty(complaints);
    }

    [ExplorerFact]
    public async Task A_link_opens_a_query_that_runs()
    {
        await using var server = await SampleServer.StartAsync();
        await using var browser = await Chromium.StartAsync();
        var link = ExplorerLink.To("query Greet($name: String!) {\n  hello(name: $name)\n}", """{ "name": "B & C" }""", "Greeting");

        var page = await OpenAsync(browser, new Uri(server.Client.BaseAddress!, link).AbsoluteUri);
        await page.GetByText("Run", new() { Exact = true }).First.ClickAsync();

        await page.GetByText("Hello, B & C!").First.WaitForAsync();
        await page.GetByText("Greeting", new() { Exact = true }).First.WaitForAsync();
        Assert.Equal($"{server.Client.BaseAddress}graphql/", page.Url);
        Assert.Empty(complaints);
    }

    [ExplorerFact]
    public async Task A_link_followed_again_shows_the_tab_that_is_there()
    {
        await using var server = await SampleServer.StartAsync();
        await using var browser = await Chromium.StartAsync();
        var first = new Uri(server.Client.BaseAddress!, ExplorerLink.To("{ hello }", name: "First tab")).AbsoluteUri;
        var second = new Uri(server.Client.BaseAddress!, ExplorerLink.To("{ __typename }", name: "Second tab")).AbsoluteUri;
        var page = await OpenAsync(browser, first);
        await page.GetByText("First tab").First.WaitForAsync();

        foreach (var link in new[] { second, first, second })
        {
            await page.GotoAsync(link);
            await page.GetByText("Second tab").First.WaitForAsync();
        }

        Assert.Equal(1, await page.GetByText("First tab", new() { Exact = true }).CountAsync());
        Assert.Equal(1, await page.GetByText("Second tab", new() { Exact = true }).CountAsync());
        Assert.Empty(complaints);
    }

    [ExplorerFact]
    public async Task Where_the_explorer_is_missing_the_query_is_shown_for_copying()
    {
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.ExplorerDirectory = "no-such-folder"));
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.AddInitScriptAsync("Date.now = () => performance.timeOrigin + performance.now() * 1000;");

        await page.GotoAsync(new Uri(server.Client.BaseAddress!, ExplorerLink.To("{ hello }", """{"a": 1}""")).AbsoluteUri);

        await page.Locator("#by-hand").WaitForAsync();
        Assert.Equal("{ hello }", await page.Locator("#query").InnerTextAsync());
        Assert.Equal("""{"a": 1}""", await page.Locator("#variables").InnerTextAsync());
    }

    private async Task<IPage> OpenAsync(Chromium browser, string address)
    {
        var page = await browser.NewPageAsync();
        // The explorer is 10 MB of scripts: a busy machine needs its time for them.
        page.SetDefaultTimeout(120_000);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Enqueue(message.Text); };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.RequestFailed += (_, request) => { if (!request.Failure!.Contains("ERR_ABORTED")) complaints.Enqueue($"{request.Url}: {request.Failure}"); };
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>A test that needs a browser and the explorer; skipped, with the reason, where one is missing.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ExplorerFactAttribute : FactAttribute
    {
        public ExplorerFactAttribute() => Skip = Tools.SkipWithout(Chromium.Program, "Chromium is not installed.")
            ?? Tools.SkipWithout(Explorer(), "The explorer was not installed by the build: Node.js was missing.");

        private static string? Explorer() => Path.Combine(AppContext.BaseDirectory, "explorer", "index.html") is var page && File.Exists(page) ? page : null;
    }
}
