using System.Globalization;

namespace Bookkeeping.Api.Runs;

/// <summary>Energies of a beam as people speak of them.</summary>
internal static class BeamEnergy
{
    private const double Tolerance = 0.01;

    private static readonly double[] Nominal = [450, 2680, 6800, 7000];

    /// <summary>The nominal energy that a measured one stands for.</summary>
    /// <param name="energyGeV">GeV per beam.</param>
    /// <returns>The nominal energy when it is at most 0.01 GeV away; else the energy itself, rounded to two decimals.</returns>
    public static double Snap(double energyGeV) =>
        Nominal.Where(nominal => Math.Abs(energyGeV - nominal) <= Tolerance + 1e-9).Append(Math.Round(energyGeV, 2, MidpointRounding.AwayFromZero)).First();

    /// <summary>The energy as text, GeV; 2680 is written as the half of what it collides with.</summary>
    public static string Text(double energyGeV) =>
        Snap(energyGeV) is var energy && energy == 2680 ? "5360/2" : energy.ToString("0.##", CultureInfo.InvariantCulture);
}
