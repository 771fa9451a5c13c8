using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class SdlValidationTests
{
    [CorpusFact]
    public void Documents_break_the_rules_in_the_places_expected()
    {
        var schemas = Corpus.Load("sdl-validation.json").GetProperty("schemas");
        Corpus.RunAll("sdl-validation.json", test =>
        {
            var extended = test.TryGetProperty("extends", out var key) ? SdlSchemaBuilder.Build(schemas.Text(key.GetString()!)) : null;
            var errors = SdlValidator.Validate(Parser.Parse(test.Text("sdl")), extended);
            Assert.Equal(ErrorPlaces.Of(test.GetProperty("expectedAllRules")), ErrorPlaces.Of(errors));
        });
    }
}
