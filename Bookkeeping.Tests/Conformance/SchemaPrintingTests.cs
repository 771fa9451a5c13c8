using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Changes;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class SchemaPrintingTests
{
    private static readonly SchemaPrinterOptions Sorted = SchemaPrinterOptions.Canonical with { Order = SchemaOrder.ByName };
    private static readonly Lazy<SchemaFile> Bases = new(() => new SchemaFile("extend-schema.json"));

    internal static CorpusCheck Built { get; } = new("build-schema.json", "schemas built and printed", test => Check(test, () => Build(test)))
    {
        Departures =
        [
            Departure.Of(
                "A root type that is no object type is invalid by \"Root Operation Types\": it is reported, and not kept in the schema.",
                ["build-schema/validation/010", "build-schema/validation/012", "build-schema/validation/014", "build-schema/buildASTSchema/018"],
                test => Assert.NotEmpty(SchemaValidator.Validate(Build(test)))),
            Departure.Of(
                "A union's member that is no object type is invalid by \"Unions\": it is reported, and not kept in the schema.",
                ["build-schema/validation/021", "build-schema/buildASTSchema/026"],
                test => Assert.NotEmpty(SchemaValidator.Validate(Build(test)))),
            Departure.Of(
                "What is implemented and is no interface is invalid by \"Objects\" and \"Interfaces\": it is reported, and not kept in the schema.",
                ["build-schema/validation/032", "build-schema/validation/068"],
                test => Assert.NotEmpty(SchemaValidator.Validate(Build(test)))),
            Departure.Of(
                "Defaults are printed as they were written, where the reference implementation sorts the fields of input objects, which are unordered by \"Input Objects\".",
                ["build-schema/findBreakingChanges/045", "build-schema/findBreakingChanges/046"],
                test => Assert.Empty(SchemaComparison.Compare(SdlSchemaBuilder.Build(test.GetProperty("expected").Text("printed")), Build(test)))),
        ],
    };

    internal static CorpusCheck Extended { get; } = new("extend-schema.json", "schemas extended and printed", test => Check(test, () => Extend(test)))
    {
        Departures =
        [
            Departure.Of(
                "A root type that is no object type is invalid by \"Root Operation Types\": it is reported, and not kept in the schema.",
                ["extend-schema/validation/001", "extend-schema/validation/002", "extend-schema/validation/003"],
                test => Assert.NotEmpty(SchemaValidator.Validate(Extend(test)))),
            Departure.Of(
                "A union's member that is no object type is invalid by \"Unions\": it is reported, and not kept in the schema.",
                ["extend-schema/validation/006", "extend-schema/extendSchema/008"],
                test => Assert.NotEmpty(SchemaValidator.Validate(Extend(test)))),
            Departure.Of(
                "The extension was captured behind the text of the schema, which is no GraphQL with it; it is taken off.",
                ["extend-schema/extendSchema/001"],
                test => Check(test, () => SdlSchemaBuilder.Extend(SdlSchemaBuilder.Build("type Query"), Parser.Parse(test.Text("extension"))))),
        ],
    };

    internal static CorpusCheck InOrderOfNames { get; } = new("sort-schema.json", "schemas printed in the order of names", test =>
        Assert.Equal(test.Text("expected"), SchemaPrinter.Print(SdlSchemaBuilder.Build(test.Text("sdl")), Sorted)));

    [CorpusFact]
    public void Schemas_are_built_and_printed_as_in_the_reference_implementation() => Built.AssertMet();

    [CorpusFact]
    public void Schemas_are_extended_as_in_the_reference_implementation() => Extended.AssertMet();

    [CorpusFact]
    public void Schemas_are_sorted_as_in_the_reference_implementation() => InOrderOfNames.AssertMet();

    private static void Check(JsonElement test, Func<Schema> make)
    {
        var expected = test.GetProperty("expected");
        if (expected.GetProperty("ok").GetBoolean())
            Assert.Equal(expected.Text("printed"), SchemaPrinter.Print(make(), SchemaPrinterOptions.Canonical));
        else
            Assert.Throws<SchemaException>(make);
    }

    private static Schema Build(JsonElement test) => SdlSchemaBuilder.Build(test.Text("sdl"));

    private static Schema Extend(JsonElement test) => SdlSchemaBuilder.Extend(Bases.Value[test.Text("base")], Parser.Parse(test.Text("extension")));
}
