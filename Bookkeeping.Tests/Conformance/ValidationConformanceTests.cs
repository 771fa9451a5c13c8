using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.Conformance;

public sealed class ValidationConformanceTests
{
    private static readonly Lazy<SchemaFile> Schemas = new(() => new SchemaFile("validation.json"));
    private static readonly Lazy<SchemaFile> Examples = new(() => new SchemaFile("spec-examples.json"));
    private static readonly Lazy<SchemaFile> Scenarios = new(() => new SchemaFile("graphql-cats.json", "directive @enumInt(value: Int!) on ENUM_VALUE"));
    private static readonly Schema Any = SdlSchemaBuilder.Build("type Query { field: String }");

    private static readonly Lazy<Schema> Section5 = new(() => SdlSchemaBuilder.Extend(Examples.Value["section5"], Parser.Parse("""
        type Subscription { newMessage: Message disallowedSecondRootField: String }
        type Message { body: String sender: String }
        type Field { subfieldA: String subfieldB: String }
        extend type Query { hello: String field: Field }
        """)));

    private static readonly Departure EmptySelections = Departure.Of(
        "Its selection sets hold only a comment, which \"Selection Sets\" does not allow: the text is refused.",
        ["spec/5/074"],
        test => Assert.Throws<RequestErrorException>(() => Parser.Parse(test.Text("code"))));

    internal static CorpusCheck Rules { get; } = new(
        "validation.json",
        "rules broken, and where",
        test => Assert.Equal(ReferenceRules.Of(Expected(test)), ReferenceRules.Of(Violations(Schemas.Value.Of(test), test.Text("document")))));

    internal static CorpusCheck RulesOfExamples { get; } = new(
        "spec-examples.json",
        "rules broken by the examples of section 5, and where",
        test => Assert.Equal(ReferenceRules.Of(test.GetProperty("oracle")), ReferenceRules.Of(Violations(Examples.Value.Of(test), test.Text("code")))))
    {
        Covers = test => test.TryGetProperty("oracle", out _),
        Departures =
        [
            EmptySelections,
            OwnTypes(test => Assert.Equal(
                ReferenceRules.Of(test.GetProperty("oracle")), ReferenceRules.Of(Violations(WithOwnTypes(test), test.Text("code"))))),
            Departure.Of(
                "The reference implementation overlooks a nullable variable in a non-null oneOf, which \"All Variable Usages Are Allowed\" forbids: found besides its errors.",
                ["spec/5/063", "spec/5/092"],
                test =>
                {
                    var found = ReferenceRules.Each(Violations(Examples.Value.Of(test), test.Text("code")));
                    var expected = ReferenceRules.Each(test.GetProperty("oracle"));
                    Assert.Empty(expected.Except(found));
                    Assert.NotEmpty(found.Except(expected));
                    Assert.All(found.Except(expected), violation => Assert.StartsWith("VariablesInAllowedPositionRule", violation, StringComparison.Ordinal));
                }),
        ],
    };

    internal static CorpusCheck LabelsOfExamples { get; } = new("spec-examples.json", "validity of the examples of section 5", test =>
        Assert.Equal(test.GetProperty("kind").GetString() == "example", !Counted(test, Section5.Value).Any()))
    {
        Covers = test => test.TryGetProperty("oracle", out _),
        Departures =
        [
            EmptySelections,
            OwnTypes(test => Assert.All(Counted(test, WithOwnTypes(test)), violation => Assert.Equal(nameof(ExecutableDefinitions), violation.Rule))),
        ],
    };

    internal static CorpusCheck RulesOfScenarios { get; } = new("graphql-cats.json", "rules broken, and in which lines", test =>
    {
        var rules = test.GetProperty("when").GetProperty("validate").EnumerateArray().Select(rule => rule.GetString() + "Rule").ToList();
        var violations = Violations(Scenarios.Value.Of(test), test.Text("query"));
        var lines = violations.Where(violation => rules.Contains(ReferenceRules.NameOf(violation))).Select(violation => violation.Error.Locations[0].Line);
        Assert.Equal(ExpectedLines(test), string.Join(" ", lines.Order()));
    })
    {
        Covers = test => test.GetProperty("when").TryGetProperty("validate", out _),
    };

    internal static CorpusCheck AnyDocument { get; } = new(
        "parser.json", "documents validated without a fault", test => Violations(Any, Parser.Parse(test.Text("source"), ParserOptions.Unlimited)))
    {
        Covers = test => test.GetProperty("entry").GetString() == "parse"
            && test.GetProperty("expected").GetProperty("ok").GetBoolean()
            && !test.TryGetProperty("disputed", out _),
    };

    [CorpusFact]
    public void Documents_break_the_rules_expected_in_the_places_expected() => Rules.AssertMet();

    [CorpusFact]
    public void Documents_of_the_specification_break_the_rules_expected_in_the_places_expected() => RulesOfExamples.AssertMet();

    [CorpusFact]
    public void Examples_of_the_specification_are_valid_and_its_counter_examples_are_not() => LabelsOfExamples.AssertMet();

    [CorpusFact]
    public void The_scenarios_of_2018_break_the_rules_named() => RulesOfScenarios.AssertMet();

    [CorpusFact]
    public void Every_document_that_parses_can_be_validated() => AnyDocument.AssertMet();

    private static Departure OwnTypes(Action<JsonElement> instead) => Departure.Of(
        "It defines, in the same block, the types that its fragments are on, which \"Executable Definitions\" allows in no request: put into the schema with an object type that implements them, all else is as expected.",
        ["spec/5/061"],
        instead);

    private static Schema WithOwnTypes(JsonElement test) => SdlSchemaBuilder.Extend(
        Examples.Value["section5"], Parser.Parse(test.Text("code") + " type Image implements Resource & Node { id: ID! url: String }"));

    private static IReadOnlyList<RuleViolation> Violations(Schema schema, string text) => Violations(schema, Parser.Parse(text));

    private static IReadOnlyList<RuleViolation> Violations(Schema schema, DocumentNode document) =>
        DocumentValidator.FindViolations(schema, document, ReferenceRules.Unlimited);

    /// <summary>Examples are parts of documents, so that most fragments in them are not used.</summary>
    private static IEnumerable<RuleViolation> Counted(JsonElement test, Schema schema)
    {
        var isAboutFragments = test.GetProperty("section").GetString()!.Contains("Fragments Must Be Used", StringComparison.Ordinal);
        return Violations(schema, test.Text("code")).Where(violation => isAboutFragments || violation.Rule != nameof(FragmentsMustBeUsed));
    }

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
}
