using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class SpecTypeSystemTests
{
    /// <summary>What examples refer to and do not define, by words in them.</summary>
    private static readonly Dictionary<string, string> Supplements = new()
    {
        [": Url"] = "scalar Url",
        [": Date"] = "scalar Date",
        ["entity: NamedEntity"] = "interface NamedEntity { name: String }",
        ["| Photo"] = "type Photo { height: Int } type Person { name: String }",
        [": OrganizationAndEmailInput"] = "input OrganizationAndEmailInput { email: String }",
        ["@addExternalFields"] = "directive @addExternalFields(source: String) on OBJECT directive @excludeField(name: String) on OBJECT",
        ["@addedDirective"] = "directive @addedDirective on OBJECT | INTERFACE",
        ["extend type Story"] = "type Story { title: String }",
        ["extend type User"] = "type User { name: String }",
        ["extend interface NamedEntity"] = "interface NamedEntity { name: String }",
        ["extend type Person"] = "type Person implements NamedEntity { name: String } type Business implements NamedEntity { name: String }",
    };

    internal static CorpusCheck Definitions { get; } = new("spec-examples.json", "definitions of types found valid or not", test =>
    {
        var errors = ErrorsOf(WithSupplements(test));
        Assert.True(errors.Count > 0 == (test.Text("kind") == "counter-example"), string.Join("\n", errors));
    })
    {
        Covers = test => test.TryGetProperty("typeSystemErrors", out _),
    };

    [CorpusFact]
    public void Definitions_of_types_in_the_specification_are_valid_and_its_counter_examples_are_not() => Definitions.AssertMet();

    private static IReadOnlyList<GraphQLError> ErrorsOf(string sdl)
    {
        var errors = SdlValidator.Validate(Parser.Parse(sdl));
        return errors.Count > 0 ? errors : SchemaValidator.Validate(SdlSchemaBuilder.Build(sdl));
    }

    private static string WithSupplements(JsonElement test)
    {
        var sdl = test.Text("code");
        foreach (var (words, definitions) in Supplements)
            if (test.Text("code").Contains(words, StringComparison.Ordinal) && !Defines(sdl, definitions))
                sdl += "\n" + definitions;
        var hasQuery = sdl.Contains("type Query", StringComparison.Ordinal) || sdl.Contains("schema {", StringComparison.Ordinal);
        return hasQuery ? sdl : sdl + "\ntype Query { field: Int }";
    }

    /// <summary>Whether the first of the definitions stands there already; it does in examples that are whole.</summary>
    private static bool Defines(string sdl, string definitions) => sdl.Split('\n').Any(line => line.StartsWith(string.Join(' ', definitions.Split(' ', 3)[..2]) + " ", StringComparison.Ordinal));
}
