using Bookkeeping.Tests.Kit;
using Microsoft.Playwright;

namespace Bookkeeping.Tests.Web;

/// <summary>Each page as axe judges it, and as it looks: the pictures lie in the folder <c>Screenshots</c> beside the tests' program.</summary>
[Collection(SiteTests.Name)]
public sealed class AccessibilityTests(Site site)
{
    private const string Judge =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.target.join(' ')} (${node.any.concat(node.all, node.none).map(check => check.message).join('; ')})`))
        """;

    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/home"), ("runs", "/runs"), ("runs-filtered", "/runs?quality=GOOD,BAD&tags=PHYSICS&colour=red"), ("run", "/runs/526080"), ("fills", "/fills"), ("fill", "/fills/8178"),
        ("environments", "/environments"), ("environment", "/environments/2aiwLmWzdkV"), ("log-entries", "/log-entries"), ("log-entry", "/log-entries/1"),
        ("timeline", "/timeline?from=2022-09-24T00:00:00&to=2022-09-25T06:00:00"), ("timeline-state", "/timeline?from=2022-09-24T00:00:00&to=2022-09-25T06:00:00&at=2022-09-24T08:00:00"),
        ("tags", "/tags"), ("tag", "/tags/TPC"), ("detectors", "/detectors"), ("search", "/search?q=segfault"), ("about", "/about"), ("views", "/views"), ("runs-columns", "/runs?columns=start,duration,quality"), ("preferences", "/preferences"), ("not-found", "/nothing-here"),
    ];

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1600)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1600)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_on_any_page(ColorScheme colours, int width)
    {
        var axe = await Node.ReadPackageFileAsync("axe-core/axe.min.js");
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });

        var problems = new List<string>();
        foreach (var (name, address) in Pages)
        {
            await page.GotoAsync(site.Address + address);
            await page.EvaluateAsync(axe);
            problems.AddRange((await page.EvaluateAsync<string[]>(Judge)).Select(problem => $"{address} {problem}"));
            await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "Screenshots", $"{name}-{colours}-{width}.png".ToLowerInvariant()) });
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [ChromiumFact]
    public async Task Axe_finds_nothing_in_what_opens()
    {
        var axe = await Node.ReadPackageFileAsync("axe-core/axe.min.js");
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 900 } });
        await page.GotoAsync(site.Address + "/runs");
        await page.EvaluateAsync(axe);

        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByText("Anonymous", new() { Exact = true }).ClickAsync();
        var menu = await page.EvaluateAsync<string[]>(Judge);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Runs" }).ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        var sheet = await page.EvaluateAsync<string[]>(Judge);

        Assert.Empty(menu);
        Assert.Empty(sheet);
    }
}
