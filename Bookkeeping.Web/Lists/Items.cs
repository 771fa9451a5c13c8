namespace Bookkeeping.Web.Lists;

/// <summary>Comma lists.</summary>
internal static class Items
{
    /// <summary>The items of a comma list.</summary>
    public static string[] Of(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
