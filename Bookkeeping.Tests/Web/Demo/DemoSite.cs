using System.Net;
using Bookkeeping.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Bookkeeping.Tests.Web.Demo;

/// <summary>The website as the README's first command gives it: with the demonstration data, and a browser. One for all tests that leave what they find.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookkeeping-demo-");
    private WebApplication app = null!;
    private Chromium? browser;

    /// <summary>The site's address, without a final slash.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Where pictures of pages are kept, beside the tests' program.</summary>
    public static string Pictures { get; } = Path.Combine(AppContext.BaseDirectory, "Screenshots");

    public async Task InitializeAsync()
    {
        app = Bookkeeping.Web.Program.Create(
        [
            "--demo", "--urls", "http://127.0.0.1:0", "--ConnectionStrings:Bookkeeping", $"Data Source={Path.Combine(folder.FullName, "logbook.db")}",
            "--Bookkeeping:AttachmentsDirectory", Path.Combine(folder.FullName, "attachments"), "--Logging:LogLevel:Default", "None",
        ]);
        await app.StartAsync();
        using var http = new HttpClient();
        while (await StatusAsync(http) != HttpStatusCode.OK) await Task.Delay(50);
        if (Chromium.Program is not null) browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Opens an address of the site in a browser that remembers nothing of others.</summary>
    internal async Task<IPage> OpenAsync(string address, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(options);
        await page.GotoAsync(Address + address);
        return page;
    }

    /// <summary>An empty page of a browser that remembers nothing of others.</summary>
    internal async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        var page = await browser!.NewPageAsync(options);
        page.SetDefaultTimeout(30_000);
        return page;
    }

    private async Task<HttpStatusCode> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(Address + "/health/ready");
        return answer.StatusCode;
    }
}
