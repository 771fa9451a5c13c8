using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.Sdl;

/// <summary>What the validation of a type system document says.</summary>
internal static class SdlAssert
{
    public static void Accepted(string sdl, string? extended = null) => Assert.Empty(Validate(sdl, extended));

    /// <summary>There is one error; it has this message and stands at these places, each as line:column.</summary>
    public static void Refused(string message, string places, string sdl, string? extended = null)
    {
        var error = Assert.Single(Validate(sdl, extended));
        Assert.Equal(message, error.Message);
        Assert.Equal(places, string.Join(" ", error.Locations.Select(place => $"{place.Line}:{place.Column}")));
    }

    private static IReadOnlyList<GraphQLError> Validate(string sdl, string? extended) =>
        SdlValidator.Validate(Parser.Parse(sdl), extended is null ? null : SdlSchemaBuilder.Build(extended));
}
