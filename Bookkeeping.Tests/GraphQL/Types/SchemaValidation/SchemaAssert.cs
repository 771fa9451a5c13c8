using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

/// <summary>What the validation of a schema says. A query root is added where the SDL has none.</summary>
internal static class SchemaAssert
{
    public static void Valid(string sdl) => Assert.Empty(SchemaValidator.Validate(SdlSchemaBuilder.Build(WithRoot(sdl))));

    /// <summary>There is one error; it has this message and stands at these places, each as line:column.</summary>
    public static void Invalid(string message, string places, string sdl)
    {
        var error = Assert.Single(SchemaValidator.Validate(SdlSchemaBuilder.Build(WithRoot(sdl))));
        Assert.Equal(message, error.Message);
        Assert.Equal(places, string.Join(" ", error.Locations.Select(place => $"{place.Line}:{place.Column}")));
    }

    private static string WithRoot(string sdl) => sdl.Contains("Query", StringComparison.Ordinal) ? sdl : sdl + "\ntype Query { root: Int }";
}
