namespace Bookkeeping.Api.Runs;

/// <summary>The current of a magnet as people speak of it: signed, in whole kiloampere.</summary>
internal static class MagnetLevel
{
    /// <summary>The level of a current.</summary>
    /// <param name="currentA">Ampere, without sign.</param>
    /// <param name="polarity">Its sign; a current of unknown polarity counts as positive.</param>
    /// <returns>Kiloampere, halves rounded away from zero; null when the current is not known.</returns>
    public static int? Of(double? currentA, MagnetPolarity? polarity)
    {
        var magnitude = currentA is { } ampere ? (int?)(int)Math.Floor((ampere / 1000) + 0.5) : null;
        return polarity == MagnetPolarity.Negative ? -magnitude : magnitude;
    }

    /// <summary>The same as a column computed by either database.</summary>
    internal static string Sql(string current, string polarity) =>
        $"CAST(FLOOR({current} / 1000 + 0.5) AS integer) * CASE WHEN {polarity} = 'NEGATIVE' THEN -1 ELSE 1 END";
}
