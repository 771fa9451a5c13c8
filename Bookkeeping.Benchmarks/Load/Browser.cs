using Microsoft.Playwright;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>What Chromium sees of a page that is opened for the first time.</summary>
/// <param name="FirstPaint">When the first content was painted, milliseconds from the start of the navigation.</param>
/// <param name="FirstRow">When the first row stood in the document.</param>
/// <param name="Loaded">When everything was there.</param>
/// <param name="Shift">Cumulative layout shift; 0 is none.</param>
/// <param name="Bytes">Bytes of the document, scripts and style sheets as they were sent, without heads.</param>
internal sealed record PageLoad(double FirstPaint, double FirstRow, double Loaded, double Shift, IReadOnlyDictionary<string, long> Bytes);

/// <summary>The machine's own Chromium.</summary>
internal sealed class Browser(IPlaywright playwright, IBrowser chromium) : IAsyncDisposable
{
    private const string Watch =
        """
        window.shift = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        new MutationObserver((_, observer) => {
          if (!document.querySelector('table.rows tbody tr')) return;
          window.firstRow = performance.now();
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
        """;

    private const string Ready =
        """
        async () => {
          while (!performance.getEntriesByName('first-contentful-paint').length || !performance.getEntriesByType('navigation')[0].loadEventEnd)
            await new Promise(soon => setTimeout(soon, 20));
        }
        """;

    private const string Read =
        """
        () => {
          const navigation = performance.getEntriesByType('navigation')[0];
          const size = type => performance.getEntriesByType('resource').filter(r => new URL(r.name).pathname.endsWith(type)).reduce((sum, r) => sum + r.encodedBodySize, 0);
          return {
            paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, row: window.firstRow ?? 0, loaded: navigation.loadEventEnd, shift: window.shift,
            document: navigation.encodedBodySize, text: navigation.decodedBodySize, scripts: size('.js'), styles: size('.css'),
          };
        }
        """;

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">It is not on the path.</exception>
    public static async Task<Browser> StartAsync()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Chromium is not installed.");
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>Opens an address with nothing in the browser's memory.</summary>
    public async Task<PageLoad> LoadAsync(string address)
    {
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1600, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address);
        await page.EvaluateAsync(Ready);
        var seen = await page.EvaluateAsync<Dictionary<string, double>>(Read);
        string[] sizes = ["document", "text", "scripts", "styles"];
        return new PageLoad(seen["paint"], seen["row"], seen["loaded"], seen["shift"], sizes.ToDictionary(name => name, name => (long)seen[name]));
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
