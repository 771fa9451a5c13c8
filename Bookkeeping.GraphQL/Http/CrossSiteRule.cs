using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>What a page of another site may have a browser send: nothing that is run. A browser asks first before it sends JSON there, but not before a GET.</summary>
/// <remarks>Source: Fetch Metadata Request Headers, "Sec-Fetch-Site". Programs that are no browsers send no such header, and may.</remarks>
internal static class CrossSiteRule
{
    /// <summary>The header that a page cannot send to another site without asking first.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <summary>Refuses a query by GET that a page of another site caused.</summary>
    /// <exception cref="HttpRefusal">It is one.</exception>
    public static void Require(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none") && !HasPreflight(request))
            throw HttpRefusal.MissingPreflight("A query that a page of another site sends by GET");
    }

    /// <summary>Whether the request was asked for first, if it comes from a page of another site.</summary>
    public static bool HasPreflight(HttpRequest request) => !string.IsNullOrEmpty(request.Headers[PreflightHeader]);
}
