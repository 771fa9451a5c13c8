using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Chooses the form of the answer by the request's Accept header.</summary>
/// <remarks>Source: RFC 9110, "Accept"; GraphQL over HTTP, working draft, "Media Types". Without preference the answer is application/json.</remarks>
internal static class AcceptHeader
{
    /// <summary>The form that the client likes best.</summary>
    /// <exception cref="HttpRefusal">The header cannot be parsed (400), or admits neither form (406).</exception>
    public static ResponseForm Choose(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header)) return ResponseForm.Json;
        if (header.Count == 1 && WellKnown(header[0]!) is { } known) return known;
        var ranges = Parse(header);
        var json = Preference(ranges, MediaTypes.Json);
        var graphQL = Preference(ranges, MediaTypes.GraphQLResponse);
        if (json.Quality == 0 && graphQL.Quality == 0) throw HttpRefusal.NotAcceptable();
        var order = graphQL.Quality.CompareTo(json.Quality);
        if (order == 0) order = graphQL.Precision.CompareTo(json.Precision);
        if (order == 0) order = graphQL.Precision == Exact ? 1 : -1;
        return order > 0 ? ResponseForm.GraphQLResponse : ResponseForm.Json;
    }

    /// <summary>Whether the client names HTML, as browsers do when they open an address.</summary>
    /// <exception cref="HttpRefusal">The header cannot be parsed.</exception>
    public static bool AsksForHtml(StringValues header) =>
        !StringValues.IsNullOrEmpty(header) && Parse(header).Any(r => r.MediaType.Equals(MediaTypes.Html, StringComparison.OrdinalIgnoreCase) && r.Quality is not 0);

    private const int Exact = 3;

    private static ResponseForm? WellKnown(string header) => header switch
    {
        "*/*" or MediaTypes.Json => ResponseForm.Json,
        MediaTypes.GraphQLResponse => ResponseForm.GraphQLResponse,
        _ => null,
    };

    private static IList<MediaTypeHeaderValue> Parse(StringValues header) =>
        MediaTypeHeaderValue.TryParseStrictList(header!, out var ranges) && ranges.All(HasValidQuality) ? ranges : throw HttpRefusal.InvalidAccept();

    private static bool HasValidQuality(MediaTypeHeaderValue range) =>
        range.Quality is not null || !range.Parameters.Any(p => p.Name.Equals("q", StringComparison.OrdinalIgnoreCase));

    /// <summary>The quality that the most precise range gives to a media type: 0 when none covers it.</summary>
    private static (double Quality, int Precision) Preference(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        (double Quality, int Precision) best = (0, 0);
        foreach (var range in ranges)
        {
            var precision = PrecisionFor(range, mediaType);
            if (precision > best.Precision) best = (range.Quality ?? 1, precision);
        }

        return best;
    }

    private static int PrecisionFor(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.Charset.HasValue && !IsUtf8(range.Charset)) return 0;
        if (range.MatchesAllTypes) return 1;
        if (range.MatchesAllSubTypes) return mediaType.StartsWith(range.Type.Value + "/", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? Exact : 0;
    }

    /// <summary>Whether a charset is UTF-8, the only one that requests and answers have.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
