using Bookkeeping.Api.Detectors;

namespace Bookkeeping.Tests.Detectors;

public sealed class DetectorTests
{
    [Theory]
    [InlineData("Physical", true, true)]
    [InlineData("Virtual", true, false)]
    [InlineData("Qc", false, true)]
    [InlineData("AotGlo", false, true)]
    [InlineData("AotEvent", false, true)]
    [InlineData("MuonGlo", false, true)]
    [InlineData("Other", false, false)]
    public void The_type_tells_what_a_detector_may_be_used_for(string type, bool takesData, bool carriesQualityFlags)
    {
        var value = Enum.Parse<DetectorType>(type);
        Assert.Equal((takesData, carriesQualityFlags), (value.TakesData(), value.CarriesQualityFlags()));
    }

    [Theory]
    [InlineData("Qc", "Physical")]
    [InlineData("Virtual", "Virtual")]
    public void A_detector_that_takes_part_in_a_run_becomes_physical_unless_it_may_already(string before, string after)
    {
        var detector = new Detector { Name = "ITS", Type = Enum.Parse<DetectorType>(before) };
        detector.TakePartInRuns();
        Assert.Equal(after, detector.Type.ToString());
    }
}
