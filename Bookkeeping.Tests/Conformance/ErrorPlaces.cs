using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Conformance;

/// <summary>Errors told apart by their places alone: the wording is each implementation's own.</summary>
internal static class ErrorPlaces
{
    public static string Of(IEnumerable<GraphQLError> errors) => Join(errors.Select(OfOne));

    public static string Of(JsonElement errors) => Join(errors.EnumerateArray().Select(OfOne));

    public static string OfOne(GraphQLError error) => Join(error.Locations.Select(place => (place.Line, place.Column)));

    public static string OfOne(JsonElement error) =>
        error.TryGetProperty("locations", out var places)
            ? Join(places.EnumerateArray().Select(place => (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32())))
            : "";

    private static string Join(IEnumerable<string> errors) => string.Join("; ", errors.Order(StringComparer.Ordinal));

    private static string Join(IEnumerable<(int Line, int Column)> places) =>
        string.Join(" ", places.Order().Select(place => $"{place.Line}:{place.Column}"));
}
