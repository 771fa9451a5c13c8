using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Detectors;

/// <summary>How a detector did in one fill.</summary>
/// <param name="FillNumber">The fill.</param>
/// <param name="Length">How long its beams were stable.</param>
/// <param name="Efficiency">Part of the stable beams that good runs with the detector covered, 0 to 1; null when it is not known.</param>
public sealed record FillShare(int FillNumber, TimeSpan Length, double? Efficiency)
{
    /// <summary>What a fill's figures tell of a detector. Computed ones tell of every detector that took part, so of others that they covered nothing; figures that were recorded
    /// at the time need not tell of all.</summary>
    public static FillShare Of(DetectorsPage_Fills_Nodes fill, string detector)
    {
        var told = fill.Statistics?.Detectors.FirstOrDefault(figures => figures.Detector.Name == detector);
        var covered = told is not null ? told.Efficiency : fill.Statistics is { IsRecorded: false } ? 0 : null;
        return new(fill.FillNumber, fill.StableBeamsDuration ?? TimeSpan.Zero, covered);
    }
}

/// <summary>How a detector did in several fills.</summary>
/// <param name="Name">The detector.</param>
/// <param name="Type">What it may be used for.</param>
/// <param name="Runs">Runs with it.</param>
/// <param name="GoodRuns">Those in which its data were good.</param>
/// <param name="BadRuns">Those in which they were bad.</param>
/// <param name="Shares">Fill by fill, the earliest first.</param>
public sealed record DetectorFigures(string Name, string Type, int Runs, int GoodRuns, int BadRuns, IReadOnlyList<FillShare> Shares)
{
    /// <summary>Part of the stable beams that good runs with the detector covered, 0 to 1, over the fills of which that is known; null when it is known of none.</summary>
    public double? Efficiency
    {
        get
        {
            var known = Shares.Where(share => share.Efficiency is not null).ToList();
            var beams = known.Sum(share => share.Length.TotalSeconds);
            return beams > 0 ? known.Sum(share => share.Efficiency * share.Length.TotalSeconds) / beams : null;
        }
    }

    /// <summary>Part of the runs in which the detector's data were good, 0 to 1; null without runs.</summary>
    public double? GoodShare => Runs > 0 ? (double)GoodRuns / Runs : null;
}
