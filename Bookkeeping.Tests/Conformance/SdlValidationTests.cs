using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public class SdlValidationTests
{
    [CorpusFact]
    public void Documents_break_the_rules_in_the_places_expected() => Corpus.Check("sdl-validation.json", (file, item) =>
    {
        var extended = item.TryGetProperty("extends", out var key)
            ? SdlSchemaBuilder.Build(file.GetProperty("schemas").GetProperty(key.GetString()!).GetString()!)
            : null;
        var document = Parser.Parse(item.GetProperty("sdl").GetString()!);
        var found = ErrorPlaces.Of(SdlValidator.Validate(document, extended));
        var expected = ErrorPlaces.Of(item.GetProperty("expectedAllRules"));
        return found == expected ? null : $"expected {expected}, found {found}";
    });
}
