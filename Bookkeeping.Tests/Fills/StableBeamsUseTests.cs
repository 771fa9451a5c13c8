using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Tests.Fills;

public sealed class StableBeamsUseTests
{
    private static readonly DateTimeOffset Start = new(2022, 9, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_covered_twice_counts_once_but_the_mean_takes_each_run_whole()
    {
        var use = Of(100, Good(1, 10, 40), Good(2, 30, 60));
        Assert.Equal(Minutes(50), use.RunsCoverage);
        Assert.Equal(0.5, use.Efficiency);
        Assert.Equal(Minutes(30), use.MeanRunDuration);
        Assert.Equal((Minutes(10), 0.1), (use.TimeLossAtStart, use.EfficiencyLossAtStart));
        Assert.Equal((Minutes(40), 0.4), (use.TimeLossAtEnd, use.EfficiencyLossAtEnd));
    }

    // Vector 3 of the domain: fill 8178, stable beams of 57:14:59 with 11 good runs that cover 52:30:44, and a bad run before the first of them.
    [Fact]
    public void A_long_fill_is_used_as_its_good_runs_tell()
    {
        var start = new DateTimeOffset(2022, 9, 24, 0, 21, 15, TimeSpan.Zero);
        var end = new DateTimeOffset(2022, 9, 26, 9, 36, 14, TimeSpan.Zero);
        var first = start + TimeSpan.Parse("00:27:51", System.Globalization.CultureInfo.InvariantCulture);
        var each = TimeSpan.FromSeconds(17_186);
        List<RunOfFill> runs = [.. Enumerable.Range(0, 10).Select(i => new RunOfFill(i + 2, RunQuality.Good, first + (each * i), first + (each * (i + 1)), ["ITS"]))];
        runs.Add(new RunOfFill(12, RunQuality.Good, end - TimeSpan.FromSeconds(17_184), end, ["ITS"]));
        runs.Add(new RunOfFill(1, RunQuality.Bad, start, first, ["ITS"]));
        var statistics = StableBeamsUse.Compute(8178, start, end, runs);
        Assert.Equal((TimeSpan.FromSeconds(189_044), 0.9172), (statistics.RunsCoverage, Math.Round(statistics.Efficiency!.Value, 4)));
        Assert.Equal("04:46:25", statistics.MeanRunDuration!.Value.ToString(@"hh\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((TimeSpan.FromSeconds(1671), 0.0081), (statistics.TimeLossAtStart, Math.Round(statistics.EfficiencyLossAtStart!.Value, 4)));
        Assert.Equal((12, 11), (statistics.RunCount, statistics.GoodRunCount));
    }

    [Fact]
    public void Runs_are_cut_to_stable_beams()
    {
        var use = Of(100, Good(1, -50, 10), Good(2, 90, 200), Good(3, -20, -1), Good(4, 101, 120));
        Assert.Equal(Minutes(20), use.RunsCoverage);
        Assert.Equal(Minutes(10), use.MeanRunDuration);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (use.TimeLossAtStart, use.TimeLossAtEnd));
        Assert.Equal(4, use.RunCount);
    }

    [Fact]
    public void Only_good_runs_with_both_ends_and_at_most_48_hours_count()
    {
        var use = Of(4000, Good(1, 0, 10) with { Quality = RunQuality.Bad }, Good(2, 20, null), Good(3, 100, 100 + 2880), Good(4, 100, 101 + 2880));
        Assert.Equal(Minutes(2880), use.RunsCoverage);
        Assert.Equal(2880.0 / 4000, use.Efficiency);
    }

    [Fact]
    public void Without_a_good_run_all_is_lost_at_either_end()
    {
        var use = Of(100);
        Assert.Equal((TimeSpan.Zero, 0), (use.RunsCoverage, use.Efficiency));
        Assert.Equal((null, null, null), (use.TimeLossAtStart, use.TimeLossAtEnd, use.MeanRunDuration));
        Assert.Equal((1, 1), (use.EfficiencyLossAtStart, use.EfficiencyLossAtEnd));
        Assert.Null(use.TotalCtfFileSizeBytes);
    }

    [Fact]
    public void While_stable_beams_last_only_what_is_past_is_known()
    {
        var use = StableBeamsUse.Compute(1, Start, null, [Good(1, 10, 40)]);
        Assert.Equal((Minutes(30), Minutes(10)), (use.RunsCoverage, use.TimeLossAtStart));
        Assert.Equal((null, null, null, null), (use.Efficiency, use.TimeLossAtEnd, use.EfficiencyLossAtStart, use.EfficiencyLossAtEnd));
    }

    [Fact]
    public void Stable_beams_of_no_length_have_no_efficiency() => Assert.Null(StableBeamsUse.Compute(1, Start, Start, []).Efficiency);

    [Fact]
    public void Two_minutes_are_not_more_than_two_minutes()
    {
        var exact = Good(1, 0, 2);
        var use = Of(100, exact, exact with { RunNumber = 2, End = exact.End!.Value.AddMilliseconds(1) }, Good(3, 5, null), exact with { RunNumber = 4, Start = null });
        Assert.Equal((2, 2), (use.RunsOver2Minutes, use.RunsUnder2Minutes));
    }

    [Fact]
    public void Runs_are_counted_by_quality()
    {
        RunQuality[] qualities = [RunQuality.Good, RunQuality.Bad, RunQuality.Bad, RunQuality.Test, RunQuality.None];
        var use = Of(100, [.. qualities.Select((quality, i) => Good(i, 10 * i, (10 * i) + 5) with { Quality = quality })]);
        Assert.Equal((5, 1, 2, 1, 1), (use.RunCount, use.GoodRunCount, use.BadRunCount, use.TestRunCount, use.NoneRunCount));
    }

    [Fact]
    public void Gaps_between_runs_are_summed_in_the_order_of_their_numbers()
    {
        var use = Of(100, Good(3, 30, 40), Good(1, 0, 10), Good(2, 5, 20));
        Assert.Equal((Minutes(10), false), (use.TimeBetweenRuns, use.TimeBetweenRunsIncomplete));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(2880.0, true)]
    [InlineData(2879.0, false)]
    public void A_gap_after_a_lost_run_is_unknown(double? end, bool incomplete) =>
        Assert.Equal(incomplete, Of(4000, Good(1, 0, end), Good(2, 3000, 3010)).TimeBetweenRunsIncomplete);

    [Fact]
    public void A_detector_has_the_coverage_of_the_good_runs_it_took_part_in_and_counts_all()
    {
        var use = Of(
            100,
            Good(1, 0, 40) with { Detectors = ["ITS", "TPC"] },
            Good(2, 40, 80) with { Detectors = ["ITS"] },
            Good(3, 80, 90) with { Detectors = ["TPC"], Quality = RunQuality.Bad });
        Assert.Equal([("ITS", 2, 0.8), ("TPC", 2, 0.4)], use.Detectors.Select(detector => (detector.DetectorName, detector.RunCount, detector.Efficiency!.Value)));
    }

    [Fact]
    public void Runs_that_touch_are_one_stretch_without_a_gap()
    {
        var use = Of(100, Good(1, 10, 40), Good(2, 40, 60));
        Assert.Equal((Minutes(50), Minutes(25), TimeSpan.Zero), (use.RunsCoverage, use.MeanRunDuration, use.TimeBetweenRuns));
        Assert.Single(StableBeamsUse.Merge([new(Start, Start.AddMinutes(1)), new(Start.AddMinutes(1), Start.AddMinutes(2))]));
    }

    [Fact]
    public void A_run_within_another_adds_nothing_but_to_the_mean()
    {
        var use = Of(100, Good(1, 0, 80), Good(2, 20, 40));
        Assert.Equal((Minutes(80), Minutes(50), Minutes(20)), (use.RunsCoverage, use.MeanRunDuration, use.TimeLossAtEnd));
    }

    [Fact]
    public void A_run_that_only_touches_stable_beams_covers_nothing_of_them()
    {
        var use = Of(100, Good(1, -10, 0), Good(2, 100, 110));
        Assert.Equal((TimeSpan.Zero, 0), (use.RunsCoverage, use.Efficiency));
    }

    [Fact]
    public void A_gap_beside_a_missing_start_or_end_is_unknown_and_the_others_are_summed()
    {
        var use = Of(100, Good(1, 0, 10), Good(2, 15, 20) with { Start = null }, Good(3, 30, null), Good(4, 50, 60), Good(5, 61, 70));
        Assert.Equal((Minutes(11), true), (use.TimeBetweenRuns, use.TimeBetweenRunsIncomplete));
    }

    [Fact]
    public void One_run_has_no_gap_and_nothing_is_missing() =>
        Assert.Equal((TimeSpan.Zero, false), (Of(100, Good(1, 0, null)).TimeBetweenRuns, Of(100, Good(1, 0, null)).TimeBetweenRunsIncomplete));

    [Fact]
    public void A_detector_is_not_counted_twice_where_its_runs_overlap()
    {
        var use = Of(100, Good(1, 0, 60) with { Detectors = ["ITS"] }, Good(2, 40, 80) with { Detectors = ["ITS"] });
        Assert.Equal(0.8, Assert.Single(use.Detectors).Efficiency);
    }

    [Fact]
    public void Sizes_of_good_runs_are_summed()
    {
        var use = Of(100, Good(1, 0, 10) with { CtfFileSizeBytes = 5 }, Good(2, 10, 20) with { CtfFileSizeBytes = 6 }, Good(3, 20, 30) with { Quality = RunQuality.Bad, TfFileSizeBytes = 7 });
        Assert.Equal((11, null), (use.TotalCtfFileSizeBytes, use.TotalTfFileSizeBytes));
    }

    private static FillStatistics Of(double minutes, params RunOfFill[] runs) => StableBeamsUse.Compute(1, Start, Start.AddMinutes(minutes), runs);

    private static RunOfFill Good(int number, double from, double? to) =>
        new(number, RunQuality.Good, Start.AddMinutes(from), to is { } end ? Start.AddMinutes(end) : null, []);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
