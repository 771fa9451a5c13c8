using System.Net;

namespace Bookkeeping.Tests.Web;

[Collection(SiteTests.Name)]
public sealed class EnvironmentPagesTests(Site site)
{
    [Fact]
    public async Task An_environment_shows_its_runs_and_its_history()
    {
        var page = await site.OpenAsync("/environments");

        Assert.Equal("526080", page.Cell("2aiwLmWzdkV", "Runs").Words());
        Assert.Equal("S-D-C-R-E-X", page.Cell("2aiwLmWzdkV", "Status history").Words());
        Assert.Equal("DONE!", page.Cell("2aiwLmWzdkV", "Status").Words());
    }

    [Theory]
    [InlineData("C-R", true)]
    [InlineData("E-X", true)]
    [InlineData("R-X", false)]
    public async Task The_history_can_be_searched(string history, bool found)
    {
        var page = await site.OpenAsync("/environments?history=" + history);

        Assert.Equal(found, page.Keys().Contains("2aiwLmWzdkV"));
    }

    [Fact]
    public async Task An_environment_page_tells_each_change_and_the_configuration()
    {
        var page = await site.OpenAsync("/environments/2aiwLmWzdkV");

        Assert.Equal(["STANDBY", "DEPLOYED", "CONFIGURED", "RUNNING", "ERROR", "DONE"], page.QuerySelectorAll("ol.history .badge").Select(b => b.Words()));
        Assert.Equal("after step 5", page.Fact("Message"));
        Assert.Equal("true", page.Cell("dcs_enabled", "Value").Words());
        Assert.Contains("526080", page.Keys());
        Assert.Contains("TPC trip in sector A07", page.Keys());
    }

    [Fact]
    public async Task An_environment_that_is_not_kept_is_not_found()
    {
        var page = await site.OpenAsync("/environments/%3Cscript%3E", HttpStatusCode.NotFound);

        Assert.Contains("The logbook has no environment <script>.", page.Body!.Words());
        Assert.Empty(page.QuerySelectorAll("body script"));
    }
}
