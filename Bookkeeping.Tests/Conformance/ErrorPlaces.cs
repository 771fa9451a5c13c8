using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Conformance;

/// <summary>Errors told apart by their places alone: the wording is each implementation's own.</summary>
internal static class ErrorPlaces
{
    public static string Of(IEnumerable<GraphQLError> errors) =>
        Join(errors.Select(error => error.Locations.Select(place => (place.Line, place.Column))));

    public static string Of(JsonElement errors) => Join(errors.EnumerateArray().Select(error =>
        error.TryGetProperty("locations", out var places)
            ? places.EnumerateArray().Select(place => (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()))
            : []));

    private static string Join(IEnumerable<IEnumerable<(int Line, int Column)>> errors) =>
        string.Join("; ", errors.Select(places => string.Join(" ", places.Order().Select(place => $"{place.Line}:{place.Column}"))).Order(StringComparer.Ordinal));
}
