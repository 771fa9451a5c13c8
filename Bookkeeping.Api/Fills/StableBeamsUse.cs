using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Fills;

/// <summary>What the statistics of a fill need to know of a run.</summary>
internal sealed record RunOfFill(
    int RunNumber,
    RunQuality Quality,
    DateTimeOffset? Start,
    DateTimeOffset? End,
    IReadOnlyCollection<string> Detectors,
    long? CtfFileSizeBytes = null,
    long? TfFileSizeBytes = null);

/// <summary>A stretch of time.</summary>
internal readonly record struct Segment(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>From start to end.</summary>
    public TimeSpan Length => End - Start;
}

/// <summary>How a fill's stable beams were used, computed from its runs.</summary>
internal static class StableBeamsUse
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(2);

    /// <summary>The statistics of a fill, to be kept with it.</summary>
    /// <param name="fillNumber">The fill.</param>
    /// <param name="start">Start of stable beams.</param>
    /// <param name="end">Their end; null while they last, and what needs it stays unknown.</param>
    /// <param name="runs">The fill's PHYSICS runs, of any quality.</param>
    public static FillStatistics Compute(int fillNumber, DateTimeOffset start, DateTimeOffset? end, IReadOnlyCollection<RunOfFill> runs)
    {
        var statistics = new FillStatistics { FillNumber = fillNumber };
        Fill(statistics, start, end, runs);
        foreach (var detector in statistics.Detectors) detector.FillNumber = fillNumber;
        return statistics;
    }

    /// <summary>The same over any runs, to be shown.</summary>
    public static ComputedFillStatistics Over(DateTimeOffset start, DateTimeOffset? end, IReadOnlyCollection<RunOfFill> runs)
    {
        var statistics = new ComputedFillStatistics();
        Fill(statistics, start, end, runs);
        return statistics;
    }

    /// <summary>Time from the end of a run to the start of the next.</summary>
    /// <returns>Zero when they overlap; null when an end is missing, or the first one lasted 48 hours or more.</returns>
    internal static TimeSpan? Gap(RunOfFill previous, RunOfFill next) =>
        previous.End - previous.Start >= Run.LostAfter ? null
        : next.Start - previous.End is { } gap ? (gap > TimeSpan.Zero ? gap : TimeSpan.Zero)
        : null;

    /// <summary>Joins segments that touch or overlap; the result is in time order.</summary>
    internal static IReadOnlyList<Segment> Merge(IEnumerable<Segment> segments)
    {
        var merged = new List<Segment>();
        foreach (var segment in segments.OrderBy(segment => segment.Start))
        {
            if (merged.Count > 0 && segment.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = segment.End > merged[^1].End ? segment.End : merged[^1].End };
            else
                merged.Add(segment);
        }

        return merged;
    }

    private static void Fill(FillFigures statistics, DateTimeOffset start, DateTimeOffset? end, IReadOnlyCollection<RunOfFill> runs)
    {
        var kept = runs.Where(run => Counts(run, start, end)).ToList();
        var segments = kept.Select(run => Within(run, start, end)).ToList();
        var covered = Merge(segments);
        statistics.RunsCoverage = Total(covered);
        statistics.Efficiency = Part(Total(covered), end - start);
        statistics.MeanRunDuration = segments.Count > 0 ? Total(segments) / segments.Count : null;
        statistics.TotalCtfFileSizeBytes = Sum(kept, run => run.CtfFileSizeBytes);
        statistics.TotalTfFileSizeBytes = Sum(kept, run => run.TfFileSizeBytes);
        statistics.Detectors = [.. Detectors(start, end, runs)];
        Losses(statistics, start, end, covered);
        Counters(statistics, runs);
        Gaps(statistics, runs);
    }

    /// <summary>Whether a run counts for the use of stable beams: good, with both ends, at most 48 hours long, during stable beams.</summary>
    private static bool Counts(RunOfFill run, DateTimeOffset start, DateTimeOffset? end) =>
        run.Quality == RunQuality.Good && run.End - run.Start <= Run.LostAfter && run.End >= start && (end is null || run.Start <= end);

    private static Segment Within(RunOfFill run, DateTimeOffset start, DateTimeOffset? end) =>
        new(run.Start > start ? run.Start.Value : start, run.End > end ? end.Value : run.End!.Value);

    private static void Losses(FillFigures statistics, DateTimeOffset start, DateTimeOffset? end, IReadOnlyList<Segment> covered)
    {
        var (first, last) = covered.Count > 0 ? ((DateTimeOffset?)covered[0].Start, (DateTimeOffset?)covered[^1].End) : (null, null);
        statistics.TimeLossAtStart = first - start;
        statistics.TimeLossAtEnd = end - last;
        statistics.EfficiencyLossAtStart = Part((first ?? end) - start, end - start);
        statistics.EfficiencyLossAtEnd = Part(end - (last ?? start), end - start);
    }

    private static void Counters(FillFigures statistics, IReadOnlyCollection<RunOfFill> runs)
    {
        statistics.RunCount = runs.Count;
        statistics.GoodRunCount = runs.Count(run => run.Quality == RunQuality.Good);
        statistics.BadRunCount = runs.Count(run => run.Quality == RunQuality.Bad);
        statistics.TestRunCount = runs.Count(run => run.Quality == RunQuality.Test);
        statistics.NoneRunCount = runs.Count(run => run.Quality == RunQuality.None);

        // A run that goes on, or was lost, counts as long: a stored number must not change by waiting.
        statistics.RunsOver2Minutes = runs.Count(run => run.Start is not null && (run.End is null || run.End - run.Start > Short));
        statistics.RunsUnder2Minutes = runs.Count - statistics.RunsOver2Minutes;
    }

    private static void Gaps(FillFigures statistics, IReadOnlyCollection<RunOfFill> runs)
    {
        var inOrder = runs.OrderBy(run => run.RunNumber).ToList();
        var gaps = inOrder.Zip(inOrder.Skip(1), Gap).ToList();
        statistics.TimeBetweenRuns = gaps.Aggregate(TimeSpan.Zero, (sum, gap) => sum + (gap ?? TimeSpan.Zero));
        statistics.TimeBetweenRunsIncomplete = gaps.Contains(null);
    }

    private static IEnumerable<FillDetectorStatistics> Detectors(DateTimeOffset start, DateTimeOffset? end, IReadOnlyCollection<RunOfFill> runs) =>
        from run in runs
        from detector in run.Detectors
        group run by detector into ofDetector
        orderby ofDetector.Key
        select new FillDetectorStatistics
        {
            DetectorName = ofDetector.Key,
            RunCount = ofDetector.Count(),
            Efficiency = Part(Total(Merge(ofDetector.Where(run => Counts(run, start, end)).Select(run => Within(run, start, end)))), end - start),
        };

    private static TimeSpan Total(IEnumerable<Segment> segments) =>
        segments.Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.Length);

    private static double? Part(TimeSpan? part, TimeSpan? whole) => whole > TimeSpan.Zero ? part / whole : null;

    private static long? Sum(List<RunOfFill> runs, Func<RunOfFill, long?> size) =>
        runs.Any(run => size(run) is not null) ? runs.Sum(size) : null;
}
