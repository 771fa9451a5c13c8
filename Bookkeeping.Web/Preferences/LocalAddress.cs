namespace Bookkeeping.Web.Preferences;

/// <summary>Addresses that stay on this site.</summary>
internal static class LocalAddress
{
    /// <summary>Whether a browser that is led to this address stays here: a path with or without a query, as in <c>/runs?quality=GOOD</c>.</summary>
    public static bool Is(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    /// <summary>Whether it is the site's root, with or without a query.</summary>
    public static bool IsRoot(string address) => address.Split('?', '#')[0] == "/";

    /// <summary>The address itself, or the site's root where it leads elsewhere.</summary>
    public static string OrRoot(string? address) => Is(address) ? address! : "/";
}
