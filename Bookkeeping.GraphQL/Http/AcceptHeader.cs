using Bookkeeping.GraphQL.Execution;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Chooses the form of the answer by the request's Accept header.</summary>
/// <remarks>Source: RFC 9110, "Accept"; GraphQL over HTTP, working draft, "Media Types". Without preference one answer is application/json,
/// an answer in parts multipart/mixed, and a subscription text/event-stream.</remarks>
internal static class AcceptHeader
{
    private const int Exact = 3;
    private static readonly ResponseForm[] PartsInOrder = [ResponseForm.Multipart, ResponseForm.EventStream, ResponseForm.JsonLines];
    private static readonly ResponseForm[] EventsInOrder = [ResponseForm.EventStream, ResponseForm.Multipart, ResponseForm.JsonLines];

    /// <summary>The forms that the client likes best.</summary>
    /// <exception cref="HttpRefusal">The header cannot be parsed (400), or admits no form (406).</exception>
    public static AcceptedForms Choose(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header)) return AcceptedForms.Any;
        if (header.Count == 1 && WellKnown(header[0]!) is { } known) return known;
        var ranges = Parse(header);
        var json = BestOfJson(ranges);
        var parts = Best(ranges, PartsInOrder);
        var events = Best(ranges, EventsInOrder);
        if (json is null && parts is null) throw HttpRefusal.NotAcceptable();
        var one = json is not null && json.Quality >= (parts?.Quality ?? 0) ? json : parts!;
        return new AcceptedForms(one.Form, parts?.Form, events?.Form, parts?.Format ?? IncrementalFormat.None);
    }

    /// <summary>Whether the client names HTML, as browsers do when they open an address.</summary>
    /// <exception cref="HttpRefusal">The header cannot be parsed.</exception>
    public static bool AsksForHtml(StringValues header) =>
        !StringValues.IsNullOrEmpty(header) && Parse(header).Any(r => r.MediaType.Equals(MediaTypes.Html, StringComparison.OrdinalIgnoreCase) && r.Quality is not 0);

    /// <summary>Whether a charset is UTF-8, the only one that requests and answers have.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static AcceptedForms? WellKnown(string header) => header switch
    {
        "*/*" => AcceptedForms.Any,
        MediaTypes.Json => AcceptedForms.OnlyJson,
        MediaTypes.GraphQLResponse => AcceptedForms.OnlyGraphQLResponse,
        _ => null,
    };

    private static IList<MediaTypeHeaderValue> Parse(StringValues header) =>
        MediaTypeHeaderValue.TryParseStrictList(header!, out var ranges) && ranges.All(HasValidQuality) ? ranges : throw HttpRefusal.InvalidAccept();

    private static bool HasValidQuality(MediaTypeHeaderValue range) =>
        range.Quality is not null || !range.Parameters.Any(p => p.Name.Equals("q", StringComparison.OrdinalIgnoreCase));

    /// <summary>The newer form wins only where the client names it, for those who send a wildcard may know only the older.</summary>
    private static Preference? BestOfJson(IList<MediaTypeHeaderValue> ranges)
    {
        var json = PreferenceFor(ranges, ResponseForm.Json);
        var graphQL = PreferenceFor(ranges, ResponseForm.GraphQLResponse);
        if (json is null || graphQL is null) return json ?? graphQL;
        var order = graphQL.CompareTo(json);
        return order > 0 || (order == 0 && graphQL.Precision == Exact) ? graphQL : json;
    }

    private static Preference? Best(IList<MediaTypeHeaderValue> ranges, ResponseForm[] inOrder)
    {
        Preference? best = null;
        foreach (var form in inOrder)
        {
            if (PreferenceFor(ranges, form) is { } preference && (best is null || preference.CompareTo(best) > 0)) best = preference;
        }

        return best;
    }

    /// <summary>What the most precise range gives to a form; null when none covers it, or it is excluded.</summary>
    private static Preference? PreferenceFor(IList<MediaTypeHeaderValue> ranges, ResponseForm form)
    {
        Preference? best = null;
        foreach (var range in ranges)
        {
            var precision = PrecisionFor(range, MediaTypeOf(form));
            if (precision <= (best?.Precision ?? 0) || FormatOf(range) is not { } format) continue;
            best = new Preference(form, range.Quality ?? 1, precision, format);
        }

        return best is { Quality: > 0 } ? best : null;
    }

    private static int PrecisionFor(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.Charset.HasValue && !IsUtf8(range.Charset)) return 0;
        if (range.MatchesAllTypes) return 1;
        if (range.MatchesAllSubTypes) return mediaType.StartsWith(range.Type.Value + "/", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? Exact : 0;
    }

    /// <summary>How the client takes parts; null when it names a format that this server does not know.</summary>
    /// <remarks>The date names the proposal that <c>incrementalSpec=v0.1</c> was called by before. Other parameters, among them <c>boundary</c>
    /// and <c>subscriptionSpec</c>, change nothing.</remarks>
    private static IncrementalFormat? FormatOf(MediaTypeHeaderValue range)
    {
        var format = IncrementalFormat.V02;
        foreach (var parameter in range.Parameters)
        {
            var value = HeaderUtilities.RemoveQuotes(parameter.Value);
            if (parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase) && value.Equals("20220824", StringComparison.Ordinal)) format = IncrementalFormat.V01;
            if (!parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase)) continue;
            if (value.Equals("v0.1", StringComparison.OrdinalIgnoreCase)) format = IncrementalFormat.V01;
            else if (!value.Equals("v0.2", StringComparison.OrdinalIgnoreCase)) return null;
        }

        return format;
    }

    private static string MediaTypeOf(ResponseForm form) => form switch
    {
        ResponseForm.Json => MediaTypes.Json,
        ResponseForm.GraphQLResponse => MediaTypes.GraphQLResponse,
        ResponseForm.Multipart => MediaTypes.Multipart,
        ResponseForm.EventStream => MediaTypes.EventStream,
        _ => MediaTypes.JsonLines,
    };

    /// <summary>How well a form is liked: by its quality, then by how precisely it was named.</summary>
    private sealed record Preference(ResponseForm Form, double Quality, int Precision, IncrementalFormat Format)
    {
        public int CompareTo(Preference other) => Quality.CompareTo(other.Quality) is not 0 and var order ? order : Precision.CompareTo(other.Precision);
    }
}
