using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class SchemaPrintingTests
{
    [CorpusFact]
    public void Schemas_are_built_and_printed_as_in_the_reference_implementation() => Corpus.RunAll("build-schema.json", test =>
    {
        var expected = test.GetProperty("expected");
        if (!expected.GetProperty("ok").GetBoolean())
        {
            Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Build(test.Text("sdl")));
            return;
        }

        var schema = SdlSchemaBuilder.Build(test.Text("sdl"));
        Assert.Equal(expected.Text("printed"), SchemaPrinter.Print(schema, SchemaPrinterOptions.Canonical));
    }, WhyNot);

    [CorpusFact]
    public void Schemas_are_extended_as_in_the_reference_implementation()
    {
        var schemas = Corpus.Load("extend-schema.json").GetProperty("schemas");
        Corpus.RunAll("extend-schema.json", test =>
        {
            var expected = test.GetProperty("expected");
            var schema = SdlSchemaBuilder.Build(schemas.Text(test.Text("base")));
            var extension = Parser.Parse(test.Text("extension"));
            if (!expected.GetProperty("ok").GetBoolean())
                Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Extend(schema, extension));
            else
                Assert.Equal(expected.Text("printed"), SchemaPrinter.Print(SdlSchemaBuilder.Extend(schema, extension), SchemaPrinterOptions.Canonical));
        }, WhyNot);
    }

    [CorpusFact]
    public void Schemas_are_sorted_as_in_the_reference_implementation() => Corpus.RunAll("sort-schema.json", test =>
    {
        var options = SchemaPrinterOptions.Canonical with { Order = SchemaOrder.ByName };
        Assert.Equal(test.Text("expected"), SchemaPrinter.Print(SdlSchemaBuilder.Build(test.Text("sdl")), options));
    });

    private static string? WhyNot(JsonElement test) => test.Id() switch
    {
        "build-schema/validation/010" or "build-schema/validation/012" or "build-schema/validation/014" or "build-schema/buildASTSchema/018"
            or "extend-schema/validation/001" or "extend-schema/validation/002" or "extend-schema/validation/003" =>
            "A root type that is no object type is reported by the validation, and not kept in the schema.",
        "build-schema/validation/021" or "build-schema/buildASTSchema/026" or "extend-schema/validation/006" or "extend-schema/extendSchema/008" =>
            "A union's member that is no object type is reported by the validation, and not kept in the schema.",
        "build-schema/validation/032" or "build-schema/validation/068" =>
            "What is implemented and is no interface is reported by the validation, and not kept in the schema.",
        "build-schema/findBreakingChanges/045" or "build-schema/findBreakingChanges/046" =>
            "Defaults are printed as they were written; the reference implementation sorts the fields of input objects.",
        "extend-schema/extendSchema/001" => "The text of the schema is no GraphQL: the extension was captured with it.",
        _ => null,
    };
}
