using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.Conformance;

internal static class SyntaxErrorAssert
{
    /// <summary>The action fails with one syntax error at the first place that the expected error names.</summary>
    public static void SamePlace(JsonElement expected, Action action)
    {
        var error = Assert.Single(Assert.Throws<RequestErrorException>(action).Errors);
        var place = expected.GetProperty("locations")[0];
        Assert.Equal(ErrorCodes.Syntax, error.Code);
        Assert.Equal([new Location(place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32())], error.Locations);
    }
}
