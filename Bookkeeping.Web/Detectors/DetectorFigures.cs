namespace Bookkeeping.Web.Detectors;

/// <summary>How a detector did in one fill.</summary>
/// <param name="FillNumber">The fill.</param>
/// <param name="Length">How long its beams were stable.</param>
/// <param name="Efficiency">Part of the stable beams that good runs with the detector covered, 0 to 1; null when the detector took no part.</param>
public sealed record FillShare(int FillNumber, TimeSpan Length, double? Efficiency);

/// <summary>How a detector did in several fills.</summary>
/// <param name="Name">The detector.</param>
/// <param name="Type">What it may be used for.</param>
/// <param name="Runs">Runs with it.</param>
/// <param name="GoodRuns">Those in which its data were good.</param>
/// <param name="BadRuns">Those in which they were bad.</param>
/// <param name="Shares">Fill by fill, the earliest first.</param>
public sealed record DetectorFigures(string Name, string Type, int Runs, int GoodRuns, int BadRuns, IReadOnlyList<FillShare> Shares)
{
    /// <summary>Part of all stable beams that good runs with the detector covered, 0 to 1; a fill without it counts as none. Null without stable beams.</summary>
    public double? Efficiency
    {
        get
        {
            var beams = Shares.Sum(s => s.Length.TotalSeconds);
            return beams > 0 ? Shares.Sum(s => (s.Efficiency ?? 0) * s.Length.TotalSeconds) / beams : null;
        }
    }

    /// <summary>Part of the runs in which the detector's data were good, 0 to 1; null without runs.</summary>
    public double? GoodShare => Runs > 0 ? (double)GoodRuns / Runs : null;
}
