using System.Globalization;

namespace Bookkeeping.Web.Lists;

/// <summary>The first of many, in words.</summary>
internal static class Some
{
    /// <summary><c>526077, 526080 and 12 more</c>.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="total">How many there are.</param>
    public static string Of(IEnumerable<string> first, int total)
    {
        var shown = first.ToList();
        return string.Join(", ", shown) + (total > shown.Count ? string.Create(CultureInfo.InvariantCulture, $" and {total - shown.Count} more") : "");
    }
}
