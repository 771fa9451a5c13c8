using Bookkeeping.Web.Detectors;
using Bookkeeping.Web.Graph;

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
    public void Long_fills_count_more_and_those_of_which_nothing_is_known_not_at_all()
    {
        var figures = new DetectorFigures("TPC", "physical", 3, 2, 1, [new(1, TimeSpan.FromHours(3), 1), new(2, TimeSpan.FromHours(1), 0), new(3, TimeSpan.FromHours(9), null)]);

        Assert.Equal(0.75, figures.Efficiency);
        Assert.Null(new DetectorFigures("TPC", "physical", 0, 0, 0, []).Efficiency);
        Assert.Null(new DetectorFigures("TPC", "physical", 1, 1, 0, [new(3, TimeSpan.FromHours(9), null)]).Efficiency);
    }

    [Theory]
    [InlineData("ITS", false, 0.5)]
    [InlineData("ITS", true, 0.5)]
    [InlineData("TPC", false, 0.0)]
    [InlineData("TPC", true, null)]
    public void A_detector_that_a_record_does_not_tell_of_may_have_taken_part(string detector, bool isRecorded, double? efficiency)
    {
        var told = new DetectorsPage_Fills_Nodes_Statistics_Detectors { Efficiency = 0.5, Detector = new() { Name = "ITS" } };
        var fill = new DetectorsPage_Fills_Nodes { FillNumber = 1, StableBeamsDuration = TimeSpan.FromHours(1), Statistics = new() { IsRecorded = isRecorded, Detectors = [told] } };

        Assert.Equal(new FillShare(1, TimeSpan.FromHours(1), efficiency), FillShare.Of(fill, detector));
        Assert.Null(FillShare.Of(fill with { Statistics = null }, detector).Efficiency);
    }
}
