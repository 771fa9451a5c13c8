using Bookkeeping.Api.Fills;

namespace Bookkeeping.Tests.Fills;

public sealed class CollidingBunchesTests
{
    [Theory]
    [InlineData("25ns_2352b_2340_2004_2133_108bpi_24inj", 2004)]
    [InlineData("100ns_432b_374_250_181_28bpi_27inj_VdMPbPb", 250)]
    [InlineData("525ns_146b_144_35_22_8bpi_20inj_nocloseLR", 35)]
    [InlineData("Single_42b_0_0_0_no", 0)]
    [InlineData("schemename", null)]
    [InlineData("25ns_2352b_2340", null)]
    [InlineData("25ns_2352b_2340_", null)]
    [InlineData("25ns_2352b_all_2004", null)]
    [InlineData("25ns_2352b_2340_-4", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_fourth_part_of_a_filling_scheme_counts_them(string? scheme, int? bunches) =>
        Assert.Equal(bunches, CollidingBunches.FromScheme(scheme));

    [Fact]
    public void A_published_number_goes_before_that_of_the_scheme()
    {
        var fill = new Fill { FillingSchemeName = "25ns_2352b_2340_2004_2133_108bpi_24inj", CollidingBunchesCount = 7 };
        fill.Derive();
        Assert.Equal(7, fill.CollidingBunches);
    }

    [Fact]
    public void A_duration_that_a_record_tells_without_times_stays()
    {
        var fill = new Fill { StableBeamsDuration = TimeSpan.FromHours(13) };
        fill.Derive();
        Assert.Equal(TimeSpan.FromHours(13), fill.StableBeamsDuration);

        fill.StableBeamsStart = DateTimeOffset.UnixEpoch;
        fill.Derive();
        Assert.Null(fill.StableBeamsDuration);
    }
}
