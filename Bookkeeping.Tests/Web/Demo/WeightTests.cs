using System.Text.Json;
using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;

namespace Bookkeeping.Tests.Web.Demo;

/// <summary>How heavy pages may be for a browser that never saw the site.</summary>
[Collection(nameof(WeightTests))]
public sealed class WeightTests(DemoSite site) : IClassFixture<DemoSite>
{
    // Compressed, as sent; the site's aim before any chart is loaded.
    private const int MaxScriptBytes = 150_000;
    private const int MaxStyleBytes = 30_000;
    private const double MaxFirstPaintMilliseconds = 1_000;

    // A machine with other work is given several tries for what it can do alone.
    private const int Tries = 10;

    private const string Watch =
        """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const entry of list.getEntries())
            window.shifts.push(`${entry.value.toFixed(4)} ${entry.sources.map(source => `${source.node?.nodeName}.${source.node?.className} ${JSON.stringify(source.previousRect)} -> ${JSON.stringify(source.currentRect)}`).join('; ')}`);
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    private const string Read =
        """
        async () => {
          while (!performance.getEntriesByName('first-contentful-paint').length || !performance.getEntriesByType('navigation')[0].loadEventEnd)
            await new Promise(soon => setTimeout(soon, 20));
          await new Promise(soon => requestAnimationFrame(() => requestAnimationFrame(soon)));
          const size = type => performance.getEntriesByType('resource').filter(r => new URL(r.name).pathname.endsWith(type)).reduce((sum, r) => sum + r.encodedBodySize, 0);
          return JSON.stringify({ paint: performance.getEntriesByName('first-contentful-paint')[0].startTime, scripts: size('.js'), styles: size('.css'), shifts: window.shifts });
        }
        """;

    [ChromiumTheory]
    [InlineData("/home")]
    [InlineData("/runs")]
    [InlineData("/runs/526080")]
    [InlineData("/fills")]
    [InlineData("/fills/8178")]
    [InlineData("/environments")]
    [InlineData("/log-entries")]
    [InlineData("/log-entries/new")]
    [InlineData("/timeline?from=2022-09-24T00:00:00&to=2022-09-27T00:00:00")]
    public async Task A_page_is_light_soon_there_and_stands_still(string address)
    {
        var paint = double.MaxValue;
        for (var i = 0; i < Tries && paint > MaxFirstPaintMilliseconds; i++)
        {
            var page = await site.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 900 } });
            await page.AddInitScriptAsync(Watch);
            await page.GotoAsync(site.Address + address);
            var seen = JsonSerializer.Deserialize<JsonElement>(await page.EvaluateAsync<string>(Read));
            paint = seen.GetProperty("paint").GetDouble();

            Assert.InRange(seen.GetProperty("scripts").GetInt32(), 1, MaxScriptBytes);
            Assert.InRange(seen.GetProperty("styles").GetInt32(), 1, MaxStyleBytes);
            Assert.DoesNotContain(seen.GetProperty("shifts").EnumerateArray().Select(shift => shift.GetString()!), shift => !shift.StartsWith("0.00", StringComparison.Ordinal));
            await page.CloseAsync();
        }

        Assert.InRange(paint, 0, MaxFirstPaintMilliseconds);
    }
}

/// <summary>Times of paint are those of a machine that runs no other test.</summary>
[CollectionDefinition(nameof(WeightTests), DisableParallelization = true)]
public sealed class WeightTestCollection;
