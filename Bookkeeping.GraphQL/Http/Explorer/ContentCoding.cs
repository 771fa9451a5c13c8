using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http.Explorer;

/// <summary>A form in which a file is compressed beforehand.</summary>
/// <param name="Name">Its name in headers.</param>
/// <param name="Extension">What is appended to the file's name.</param>
/// <remarks>Source: RFC 9110, "Accept-Encoding".</remarks>
internal sealed record ContentCoding(string Name, string Extension)
{
    /// <summary>All, the one that makes files smallest first.</summary>
    public static IReadOnlyList<ContentCoding> All { get; } = [new("br", ".br"), new("gzip", ".gz")];

    /// <summary>The first of several that a client accepts; null when it accepts none.</summary>
    /// <param name="available">Those to choose from.</param>
    /// <param name="header">The client's Accept-Encoding.</param>
    public static ContentCoding? Choose(IReadOnlyList<ContentCoding> available, StringValues header) =>
        available.Count > 0 && StringWithQualityHeaderValue.TryParseList(header, out var accepted) ? available.FirstOrDefault(coding => coding.IsAccepted(accepted)) : null;

    private bool IsAccepted(IList<StringWithQualityHeaderValue> accepted) =>
        (Find(accepted, Name) ?? Find(accepted, "*")) is { } found && found.Quality is not 0;

    private static StringWithQualityHeaderValue? Find(IList<StringWithQualityHeaderValue> accepted, string name) =>
        accepted.FirstOrDefault(coding => coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}
