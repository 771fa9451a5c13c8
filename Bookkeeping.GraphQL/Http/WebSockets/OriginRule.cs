using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Which sites' pages may open a socket: browsers ask nobody before they open one, and send their user's cookies along.</summary>
/// <remarks>Source: RFC 6455, "Origin Considerations". Programs that are no browsers name no origin, and may.</remarks>
internal static class OriginRule
{
    /// <summary>Whether the page that a handshake comes from may open a socket.</summary>
    public static bool Allows(HttpRequest request, IEnumerable<string> allowed)
    {
        if (request.Headers.Origin.Count == 0) return true;
        var origin = request.Headers.Origin.ToString();
        return IsOwn(origin, request.Host) || allowed.Any(a => a == "*" || a.TrimEnd('/').Equals(origin, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a page comes from the host that it calls. The scheme is left out of it, for a proxy may speak another to us than to the browser.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https" or "ws" or "wss"
        && page.IdnHost.Equals(host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        && page.Port == (host.Port ?? new UriBuilder(page.Scheme, "x").Uri.Port);
}
