using Bookkeeping.Tests.Web.Live;
using Bookkeeping.Web.Links;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Web.Links;

/// <summary>Links to other systems, as the settings have them.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task Pages_of_runs_and_environments_have_the_links_of_the_settings()
    {
        await using var site = await LiveSite.StartAsync(
            "--Links:Runs:0:Label", "Logs", "--Links:Runs:0:Address", "https://logs.example.org/?run={runNumber}&env={environmentId}#f{fillNumber}",
            "--Links:Runs:1:Label", "Control", "--Links:Runs:1:Address", "https://control.example.org/{environmentId}", "--Links:Runs:1:OnlyWhileRunning", "true",
            "--Links:Environments:0:Label", "Runs <b>", "--Links:Environments:0:Address", "https://logs.example.org/{runNumbers}");
        await site.StartRunAsync(526100);
        using var pages = new FormPage(site.Address);

        Assert.Equal(["https://logs.example.org/?run=526080&env=2aiwLmWzdkV#f8178"], await LinksAsync("/runs/526080"));
        // Nothing is known of the environment of this one, and of the fill of that one.
        Assert.Empty(await LinksAsync("/runs/526084"));
        Assert.Equal(["https://control.example.org/2aiwLmWzdkV"], await LinksAsync("/runs/526100"));
        var environment = (await pages.OpenAsync("/environments/2aiwLmWzdkV")).QuerySelector("a.outer")!;
        Assert.Equal(("Runs <b> ↗", "https://logs.example.org/526080%2C526100"), (environment.Words(), environment.GetAttribute("href")));
        Assert.Equal("noopener noreferrer", environment.GetAttribute("rel"));

        async Task<string[]> LinksAsync(string page) => [.. (await pages.OpenAsync(page)).QuerySelectorAll("a.outer").Select(link => link.GetAttribute("href")!)];
    }

    [Fact]
    public void What_the_logbook_holds_is_escaped_and_a_link_without_its_values_is_none()
    {
        var link = new LinkTemplate { Label = "Logs", Address = "https://logs.example.org/{environmentId}?a=1" };

        Assert.Equal("https://logs.example.org/a%2F..%3Fb%3D1%26c%22%3E?a=1", link.Fill(new Dictionary<string, string?> { ["environmentId"] = "a/..?b=1&c\">" }));
        Assert.Null(link.Fill(new Dictionary<string, string?> { ["environmentId"] = null }));
    }

    [Theory]
    [InlineData("", "https://logs.example.org/", "Links:Runs:0:Label must have 1 to 60 characters.")]
    [InlineData("Logs", "https://logs.example.org/{runs}", "Links:Runs:0:Address: {runs} is none of {runNumber}, {fillNumber}, {environmentId}.")]
    [InlineData("Logs", "javascript:alert({runNumber})", "Links:Runs:0:Address must begin with http:// or https:// and a server")]
    [InlineData("Logs", "/runs/{runNumber}", "Links:Runs:0:Address must begin with http:// or https:// and a server")]
    [InlineData("Logs", "https://{environmentId}/", "Links:Runs:0:Address must begin with http:// or https:// and a server")]
    [InlineData("Logs", "https://logs.example.org{environmentId}/", "Links:Runs:0:Address must begin with http:// or https:// and a server")]
    public async Task A_link_that_cannot_be_is_told_when_the_site_starts(string label, string address, string problem)
    {
        await using var site = Bookkeeping.Web.Program.Create(
            ["--urls", "http://127.0.0.1:0", "--Bookkeeping:ApiUrl", "http://127.0.0.1:1", "--Logging:LogLevel:Default", "None", "--Links:Runs:0:Label", label, "--Links:Runs:0:Address", address]);

        var told = await Assert.ThrowsAsync<OptionsValidationException>(() => site.StartAsync());

        Assert.StartsWith(problem, Assert.Single(told.Failures));
    }
}
