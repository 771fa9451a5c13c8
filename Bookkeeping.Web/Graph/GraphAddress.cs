namespace Bookkeeping.Web.Graph;

/// <summary>Where a browser finds the API and its explorer.</summary>
/// <param name="Server">The server of the API without a final slash; empty for this site.</param>
internal sealed record GraphAddress(string Server)
{
    /// <summary>The endpoint without a final slash: <c>/graphql</c> on this site, or an address of another.</summary>
    public string Path => Server + "/graphql";

    /// <summary>The address of something else that the API gives.</summary>
    /// <param name="path">Its path, as in <c>/attachments/17</c>.</param>
    public string OfPath(string path) => Server + path;

    /// <summary>The address of the API that pages read.</summary>
    /// <param name="apiUrl">The other process that serves it; null or empty when it is this one.</param>
    public static GraphAddress Of(string? apiUrl) => new(apiUrl?.TrimEnd('/') ?? "");
}
