using Microsoft.Playwright;

namespace Bookkeeping.Tests.Kit;

/// <summary>The machine's own Chromium, without a window and without talking to anybody but the tests.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // What a page shall show is waited for this long, in milliseconds: a machine with other work takes its time.
    private const float BusyMachine = 30_000;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>The program; null when it is missing.</summary>
    public static string? Program { get; } = Tools.Find("chromium", "chromium-browser", "google-chrome", "chrome");

    /// <summary>Starts a browser with nothing in its memory.</summary>
    public static async Task<Chromium> StartAsync()
    {
        Assert.True(Program is not null, "Chromium is not installed, and all tests must run.");
        // What is waited for comes at once on a machine that has nothing else to do.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(BusyMachine);
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>Opens an empty page that remembers nothing of others.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null) => await (await browser.NewContextAsync(options)).NewPageAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
