using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.Conformance;

public sealed class ValidationConformanceTests
{
    [CorpusFact]
    public void Documents_break_the_rules_expected_in_the_places_expected()
    {
        var schemas = new SchemaFile("validation.json");
        Corpus.RunAll(
            "validation.json",
            test =>
            {
                var violations = DocumentValidator.FindViolations(schemas.Of(test), Parser.Parse(test.Text("document")), ReferenceRules.Unlimited);
                Assert.Equal(ReferenceRules.Of(Expected(test)), ReferenceRules.Of(violations));
            },
            WhyNot);
    }

    [CorpusFact]
    public void Documents_of_the_specification_break_the_rules_expected_in_the_places_expected()
    {
        var schemas = new SchemaFile("spec-examples.json");
        Corpus.RunAll(
            "spec-examples.json",
            test =>
            {
                var violations = DocumentValidator.FindViolations(schemas.Of(test), Parser.Parse(test.Text("code")), ReferenceRules.Unlimited);
                Assert.Equal(ReferenceRules.Of(test.GetProperty("oracle")), ReferenceRules.Of(violations));
            },
            test => WhyNotExample(test)
                ?? (test.Id() is "spec/5/063" or "spec/5/092" ? "The reference implementation overlooks a nullable variable in a non-null oneOf." : null));
    }

    [CorpusFact]
    public void Examples_of_the_specification_are_valid_and_its_counter_examples_are_not()
    {
        var schemas = Corpus.Load("spec-examples.json").GetProperty("schemas");
        var schema = SdlSchemaBuilder.Build(schemas.GetProperty("section5").GetString()! + """

            type Subscription { newMessage: Message disallowedSecondRootField: String }
            type Message { body: String sender: String }
            type Field { subfieldA: String subfieldB: String }
            extend type Query { hello: String field: Field }
            """);
        Corpus.RunAll(
            "spec-examples.json",
            test =>
            {
                var violations = DocumentValidator.FindViolations(schema, Parser.Parse(test.Text("code")), ReferenceRules.Unlimited);
                var isAboutFragments = test.GetProperty("section").GetString()!.Contains("Fragments Must Be Used", StringComparison.Ordinal);
                var counted = violations.Where(violation => isAboutFragments || violation.Rule != nameof(FragmentsMustBeUsed));
                Assert.Equal(test.GetProperty("kind").GetString() == "example", !counted.Any());
            },
            WhyNotExample);
    }

    [CorpusFact]
    public void The_scenarios_of_2018_break_the_rules_named()
    {
        var schemas = new SchemaFile("graphql-cats.json", "directive @enumInt(value: Int!) on ENUM_VALUE");
        Corpus.RunAll(
            "graphql-cats.json",
            test =>
            {
                var rules = test.GetProperty("when").GetProperty("validate").EnumerateArray().Select(rule => rule.GetString() + "Rule").ToList();
                var violations = DocumentValidator.FindViolations(schemas.Of(test), Parser.Parse(test.Text("query")), ReferenceRules.Unlimited);
                var lines = violations.Where(violation => rules.Contains(ReferenceRules.NameOf(violation))).Select(violation => violation.Error.Locations[0].Line);
                Assert.Equal(ExpectedLines(test), string.Join(" ", lines.Order()));
            },
            test => !test.GetProperty("when").TryGetProperty("validate", out _) ? "Not about validation."
                : test.Id() == "graphql-cats/validation/KnownDirectives/008" ? "About directives in definitions of types."
                : null);
    }

    [CorpusFact]
    public void Every_document_that_parses_can_be_validated()
    {
        var schema = SdlSchemaBuilder.Build("type Query { field: String }");
        Corpus.RunAll(
            "parser.json",
            test => DocumentValidator.FindViolations(schema, Parser.Parse(test.Text("source"), ParserOptions.Unlimited), ReferenceRules.Unlimited),
            test => test.TryGetProperty("disputed", out _) ? "Versions of the reference implementation differ on whether it parses."
                : test.GetProperty("entry").GetString() != "parse" || !test.GetProperty("expected").GetProperty("ok").GetBoolean() ? "No document."
                : null);
    }

    private static string? WhyNotExample(JsonElement test) =>
        !test.TryGetProperty("oracle", out _) ? "Not a document to validate."
        : test.Id() == "spec/5/061" ? "Mixes definitions of types with fragments on them."
        : test.Id() == "spec/5/074" ? "Its selection sets hold only a comment, which no edition of the specification allows."
        : null;

    /// <summary>Columns have moved since (a selection set that must not be there is now reported where it begins), lines have not.</summary>
    private static string ExpectedLines(JsonElement test) => string.Join(" ", test.GetProperty("then").EnumerateArray()
        .Where(outcome => outcome.TryGetProperty("loc", out _))
        .Select(outcome => outcome.GetProperty("loc").GetProperty("line").GetInt32())
        .Order());

    /// <summary>Where versions of the reference implementation differ, the newer follows the specification of September 2025.</summary>
    private static JsonElement Expected(JsonElement test) =>
        test.TryGetProperty("disputed", out var versions) && versions.TryGetProperty("graphql-js 17.1.0", out var newer)
            ? newer
            : test.GetProperty("expectedAllRules");

    private static string? WhyNot(JsonElement test)
    {
        var rule = test.GetProperty("rules") is { ValueKind: JsonValueKind.Array } rules ? rules[0].GetString()! : "";
        if (rule == "MaxIntrospectionDepthRule" || rule.EndsWith("CustomRule", StringComparison.Ordinal)) return "Not a rule of the specification.";
        return test.Id() is "validation/ExecutableDefinitionsRule/004" or "validation/UniqueDirectivesPerLocationRule/007"
            ? "We do not look into definitions of types, which are wrong in a request by being there at all."
            : null;
    }
}

/// <summary>The schemas of a file of cases, each built once, with definitions that they take for granted.</summary>
internal sealed class SchemaFile(string file, string definitions = "")
{
    private readonly JsonElement texts = Corpus.Load(file).GetProperty("schemas");
    private readonly Dictionary<string, Schema> built = [];

    public Schema Of(JsonElement test) => this[test.GetProperty("schema").GetString()!];

    private Schema this[string key] =>
        built.TryGetValue(key, out var schema) ? schema : built[key] = SdlSchemaBuilder.Build(texts.GetProperty(key).GetString()! + definitions);
}
