// Of both the API, which keeps addresses, and the site, which leads to them: compiled into each, so that there is one rule.
#pragma warning disable IDE0130 // The namespace is neither's.
namespace Bookkeeping.Addresses;
#pragma warning restore IDE0130

/// <summary>Addresses that stay on the site.</summary>
internal static class LocalAddress
{
    /// <summary>Whether a browser that is led to this address stays there: a path with or without a query, as in <c>/runs?quality=GOOD</c>.</summary>
    public static bool Is(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    /// <summary>Whether it is the site's root, with or without a query.</summary>
    public static bool IsRoot(string address) => address.Split('?', '#')[0] == "/";

    /// <summary>The address itself, or the site's root where it leads elsewhere.</summary>
    public static string OrRoot(string? address) => Is(address) ? address! : "/";
}
