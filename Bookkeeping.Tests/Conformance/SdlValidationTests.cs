using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class SdlValidationTests
{
    private static readonly Lazy<SchemaFile> Schemas = new(() => new SchemaFile("sdl-validation.json"));

    internal static CorpusCheck Errors { get; } = new("sdl-validation.json", "places of errors in type system documents", test =>
    {
        var extended = test.TryGetProperty("extends", out var key) ? Schemas.Value[key.GetString()!] : null;
        var errors = SdlValidator.Validate(Parser.Parse(test.Text("sdl")), extended);
        Assert.Equal(ErrorPlaces.Of(test.GetProperty("expectedAllRules")), ErrorPlaces.Of(errors));
    });

    [CorpusFact]
    public void Documents_break_the_rules_in_the_places_expected() => Errors.AssertMet();
}
