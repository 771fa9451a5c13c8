using Bookkeeping.Web.Detectors;

namespace Bookkeeping.Tests.Web.Detectors;

[Collection(SiteTests.Name)]
public sealed class DetectorsPageTests(Site site)
{
    [Fact]
    public async Task Runs_qualities_and_efficiency_are_told_for_a_range_of_fills()
    {
        var page = await site.OpenAsync("/detectors?from=8178&to=8178");

        Assert.Equal(["FT0", "ITS", "TPC"], page.Keys());
        Assert.Equal(("2", "1", "1", "50.00 %"), (page.Cell("FT0", "Runs").Words(), page.Cell("FT0", "Good").Words(), page.Cell("FT0", "Bad").Words(), page.Cell("FT0", "Good data").Words()));
        Assert.Equal(("2", "2", "-"), (page.Cell("TPC", "Runs").Words(), page.Cell("TPC", "Good").Words(), page.Cell("TPC", "Bad").Words()));
        Assert.Equal("34.12 %", page.Cell("TPC", "Efficiency").Words());
    }

    [Theory]
    [InlineData("/detectors?from=many", "“many” is not the number of a fill: 8178 would be.")]
    [InlineData("/detectors?from=8300&to=8178", "No fill lies between 8300 and 8178: the first number comes first.")]
    public async Task What_is_no_range_is_warned_of(string address, string warning) => Assert.Equal([warning], (await site.OpenAsync(address)).Warnings());

    [Fact]
    public async Task A_period_without_fills_has_no_detectors() =>
        Assert.Equal("No fill with stable beams matches.", (await site.OpenAsync("/detectors?period=LHC99z")).QuerySelector(".empty")!.Words());

    [Fact]
    public void A_fill_without_the_detector_counts_as_not_covered_and_long_fills_count_more()
    {
        var figures = new DetectorFigures("TPC", "physical", 3, 2, 1, [new(1, TimeSpan.FromHours(3), 1), new(2, TimeSpan.FromHours(1), null)]);

        Assert.Equal(0.75, figures.Efficiency);
        Assert.Null(new DetectorFigures("TPC", "physical", 0, 0, 0, []).Efficiency);
    }
}
