using System.Globalization;

namespace Bookkeeping.Api.Fills;

/// <summary>Bunches that collide in the experiment.</summary>
internal static class CollidingBunches
{
    /// <summary>How often a bunch passes the interaction point, Hz.</summary>
    public const double RevolutionFrequencyHz = 11245;

    /// <summary>The number that a filling scheme's name tells.</summary>
    /// <param name="schemeName">As in <c>25ns_2352b_2340_2004_2133_108bpi_24inj</c>: spacing, bunches, collisions in ATLAS and CMS, in ALICE, ...</param>
    /// <returns>The fourth part, when third and fourth are numbers; else null.</returns>
    public static int? FromScheme(string? schemeName) =>
        schemeName?.Split('_') is [_, _, var atlasAndCms, var alice, ..] && Number(atlasAndCms) is not null ? Number(alice) : null;

    private static int? Number(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
