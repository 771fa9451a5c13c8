namespace Bookkeeping.Web.Graph;

/// <summary>Where a browser finds the API and its explorer.</summary>
/// <param name="Path">The endpoint without a final slash: <c>/graphql</c> on this site, or an address of another.</param>
internal sealed record GraphAddress(string Path)
{
    /// <summary>The address of the API that pages read.</summary>
    /// <param name="apiUrl">The other process that serves it; null or empty when it is this one.</param>
    public static GraphAddress Of(string? apiUrl) => new($"{apiUrl?.TrimEnd('/')}/graphql");
}
