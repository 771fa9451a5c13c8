using System.Globalization;

namespace Bookkeeping.Web.Display;

/// <summary>Sizes in decimal units, as storage is counted: 1 kB is 1000 B.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary><c>1.23 GB</c>, or a dash when it is not known.</summary>
    public static string Text(decimal? bytes)
    {
        if (bytes is not { } value) return "-";
        var unit = 0;
        for (; value >= 1000 && unit < Units.Length - 1; unit++) value /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {Units[unit]}");
    }
}
