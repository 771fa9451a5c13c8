using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class SchemaValidationTests
{
    internal static CorpusCheck Errors { get; } =
        new("schema-validation.json", "places of errors in the type system", test => Assert.Equal(Expected(test), ErrorPlaces.Of(ErrorsOf(test))))
        {
            Departures =
            [
                Departure.Of(
                    "The directive stands on the scalar of its own argument, which \"Type System Directives\" forbids and the reference implementation overlooks.",
                    ["schema-validation/extendSchema/008"],
                    test => Assert.Contains("@foo", Assert.Single(ErrorsOf(test)).Message, StringComparison.Ordinal)),
            ],
        };

    [CorpusFact]
    public void Schemas_break_the_rules_in_the_places_expected() => Errors.AssertMet();

    private static IReadOnlyList<GraphQLError> ErrorsOf(JsonElement test) => SchemaValidator.Validate(SdlSchemaBuilder.Build(test.Text("sdl")));

    /// <summary>For the type of a directive's argument, the reference implementation points at the argument; ours points at the type, as it does elsewhere.</summary>
    private static string Expected(JsonElement test)
    {
        var places = ErrorPlaces.Of(test.GetProperty("expected"));
        return test.Text("sdl").StartsWith("directive @BadDirective(badArg: ", StringComparison.Ordinal) ? places.Replace("1:25", "1:33") : places;
    }
}
