extern alias generator;

using generator::Bookkeeping.Client.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Bookkeeping.Tests.Client;

/// <summary>What is wrong in a client's files is a compiler error with a stable id, at its place in the file.</summary>
public sealed class DiagnosticTests
{
    private const string Schema = """
        type Query { run(by: RunKey, number: Int): Run  pet: Pet  node: Node }
        interface Node { id: ID! }
        type Run implements Node { id: ID!  runNumber: Int!  quality(of: String!): String  parent: Run  pet: Pet }
        type Cat { name: String  lives: Int }
        type Dog { name: String! }
        union Pet = Cat | Dog
        input RunKey { number: Int!  name: String }
        enum Quality { GOOD BAD }
        type Mutation { end(by: RunKey!): Run }
        """;

    [Theory]
    [InlineData("BKG1000", 1, 11, "query A { ")]
    [InlineData("BKG1000", 2, 3, "query A {\n  ) }")]
    [InlineData("BKG1001", 1, 17, "query A { run { speed } }")]
    [InlineData("BKG1001", 3, 5, "query A {\r\n  run {\r\n    speed\r\n  }\r\n}")]
    [InlineData("BKG1002", 1, 11, "query A { run }")]
    [InlineData("BKG1003", 1, 15, "query A { run(id: 1) { id } }")]
    [InlineData("BKG1004", 1, 26, "query A { run(number: 1, number: 2) { id } }")]
    [InlineData("BKG1005", 1, 17, "query A { run { quality } }")]
    [InlineData("BKG1006", 2, 10, "query A { run { ...F } } fragment F on Run { id }\nfragment F on Run { id }")]
    [InlineData("BKG1007", 1, 24, "query A { run { ... on Rum { id } } }")]
    [InlineData("BKG1008", 1, 24, "query A { run { ... on Quality { id } } }")]
    [InlineData("BKG1009", 1, 20, "query A { run { ...F } }")]
    [InlineData("BKG1010", 1, 17, "query A { run { ... on Cat { lives } } }")]
    [InlineData("BKG1011", 1, 23, "query A { run(number: \"1\") { id } }")]
    [InlineData("BKG1012", 1, 31, "query A { run(by: {number: 1, nmae: \"x\"}) { id } }")]
    [InlineData("BKG1013", 1, 31, "query A { run(by: {number: 1, number: 2}) { id } }")]
    [InlineData("BKG1014", 1, 19, "query A { run(by: {name: \"x\"}) { id } }")]
    [InlineData("BKG1015", 1, 15, "query A { run @now { id } }")]
    [InlineData("BKG1016", 1, 9, "query A @skip(if: true) { run { id } }")]
    [InlineData("BKG1017", 1, 31, "query A { run @skip(if: true) @skip(if: true) { id } }")]
    [InlineData("BKG1021", 1, 19, "query A($n: Int, $n: Int) { run(number: $n) { id } }")]
    [InlineData("BKG1022", 1, 13, "query A($n: Run) { run(number: $n) { id } }")]
    [InlineData("BKG1023", 1, 23, "query A { run(number: $n) { id } }")]
    [InlineData("BKG1024", 1, 9, "query A($n: Int) { run { id } }")]
    [InlineData("BKG1025", 1, 35, "query A($n: String) { run(number: $n) { id } }")]
    [InlineData("BKG1026", 2, 1, "query A { run { id } }\nfragment F on Run { id }")]
    [InlineData("BKG1027", 1, 55, "query A { run { ...F } } fragment F on Run { parent { ...F } }")]
    [InlineData("BKG1028", 1, 17, "query A { run { id: runNumber id } }")]
    [InlineData("BKG1033", 2, 1, "query A { run { id } }\ntype X { id: ID }")]
    [InlineData("BKG1034", 1, 1, "subscription A { run { id } }")]
    [InlineData("BKG1035", 2, 7, "query A { run { id } }\nquery A { node { id } }")]
    [InlineData("BKG1100", 1, 1, "{ run { id } }")]
    public void A_wrong_document_is_an_error_at_its_place(string id, int line, int column, string document) =>
        AssertFound(id, line, column, GeneratorRun.On(("schema.graphql", Schema), ("Document.graphql", document)), "Document.graphql");

    [Fact]
    public void The_limits_of_the_server_hold_when_compiling()
    {
        var deep = "query A { run { " + string.Concat(Enumerable.Repeat("parent { ", 20)) + "id" + new string('}', 22);
        var aliased = "query A { " + string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}: run {{ id }} ")) + "}";
        var many = string.Concat(Enumerable.Range(0, 101).Select(i => $"query A{i} {{ run {{ id }} }}\n"));
        var curious = "query A { " + string.Concat(Enumerable.Range(0, 11).Select(i => $"a{i}: __type(name: \"Run\") {{ name }} ")) + "}";

        Assert.Contains("BKG1038", Ids(curious));
        Assert.Contains("BKG1030", Ids(deep));
        Assert.Contains("BKG1031", Ids(aliased));
        Assert.Contains("BKG1032", Ids(many));
    }

    [Fact]
    public void Parts_and_lone_fields_have_their_rules()
    {
        const string schema = """
            directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @stream(if: Boolean, label: String, initialCount: Int) on FIELD
            type Query { run: Run  runs: [Run!]! }
            type Run { id: ID! }
            type Mutation { end: Run }
            type Subscription { changed: Run  ended: Run }
            """;

        Assert.Contains("BKG1018", Ids("mutation A { ... @defer(label: \"x\") { end { id } } }", schema));
        Assert.Contains("BKG1019", Ids("query A { run { ... @defer(label: \"x\") { id } ... @defer(label: \"x\") { id } } }", schema));
        Assert.Contains("BKG1020", Ids("query A { run @stream(initialCount: 1) { id } }", schema));
        Assert.Contains("BKG1037", Ids("subscription A { changed { id } ended { id } }", schema));
    }

    [Fact]
    public void An_error_in_a_fragment_is_told_where_the_fragment_stands_and_once()
    {
        var run = GeneratorRun.On(
            ("schema.graphql", Schema), ("A.graphql", "query A { run { ...F } }"), ("B.graphql", "query B { run { ...F } }"), ("Fragment.graphql", "\nfragment F on Run {\n  speed\n}"));

        AssertFound("BKG1001", 3, 3, run, "Fragment.graphql");
    }

    [Fact]
    public void A_variable_that_only_a_fragment_of_another_file_misuses_is_told_at_the_operation()
    {
        var run = GeneratorRun.On(
            ("schema.graphql", Schema), ("A.graphql", "query A($n: Int) {\n  run(number: $n) { ...F } }"), ("Fragment.graphql", "fragment F on Run { quality(of: $n) }"));

        Assert.Equal(("BKG1025", "A.graphql"), (Assert.Single(run.Diagnostics).Id, FileOf(run.Diagnostics[0])));
    }

    [Fact]
    public void A_wrong_document_does_not_take_the_others_with_it()
    {
        var run = GeneratorRun.On(("schema.graphql", Schema), ("Wrong.graphql", "query Wrong { speed }"), ("Right.graphql", "query Right { run { id } }"));

        Assert.Contains("IRightQuery Right { get; }", run.Source("SampleClient.g.cs"));
        Assert.Empty(run.Complaints());
    }

    [Theory]
    [InlineData("BKG1101", "query A { run { id } }", "query A { node { id } }")]
    [InlineData("BKG1101", "query A { run { ...F } } fragment F on Run { id }", "query B { run { ...F } } fragment F on Run { id }")]
    [InlineData("BKG1101", "query getRun { run { id } }", "query GetRun { run { id } }")]
    public void A_name_belongs_to_one_document(string id, string first, string second)
    {
        var run = GeneratorRun.On(("schema.graphql", Schema), ("A.graphql", first), ("B.graphql", second));

        Assert.Equal((id, "B.graphql"), (Assert.Single(run.Diagnostics).Id, FileOf(run.Diagnostics[0])));
    }

    [Theory]
    [InlineData("BKG0006", 1, 14, "type Query { }")]
    [InlineData("BKG0007", 1, 19, "type Query { run: Rum }")]
    [InlineData("BKG0007", 2, 1, "type Query { run: Int }\ntype Empty")]
    public void A_wrong_schema_is_an_error_at_its_place(string id, int line, int column, string schema) =>
        AssertFound(id, line, column, GeneratorRun.On(("schema.graphql", schema), ("Document.graphql", "query A { run }")), "schema.graphql");

    [Theory]
    [InlineData("BKG0001", 1, 3, "{ name }")]
    [InlineData("BKG0001", 1, 1, "[]")]
    [InlineData("BKG0001", 2, 1, "{\n\"schema\": 1 }")]
    [InlineData("BKG0001", 1, 38, """{ "extensions": { "strawberryShake":{"name": "My-Client" } } }""")]
    [InlineData("BKG0001", 1, 39, """{ "extensions": { "strawberryShake": {"accessModifier": "private" } } }""")]
    [InlineData("BKG0001", 1, 39, """{ "extensions": { "strawberryShake": {"requestStrategy": "PersistedQuery" } } }""")]
    [InlineData("BKG0001", 1, 52, """{ "extensions": { "strawberryShake": {"scalars": { "Colour": "Red" } } } }""")]
    [InlineData("BKG0002", 1, 3, """{ "shcema": "schema.graphql" }""")]
    [InlineData("BKG0002", 1, 39, """{ "extensions": { "strawberryShake": {"nmae": "A" } } }""")]
    public void A_wrong_configuration_is_told_at_its_place(string id, int line, int column, string configuration) =>
        AssertFound(id, line, column, GeneratorRun.On((".graphqlrc.json", configuration), ("schema.graphql", Schema)), ".graphqlrc.json");

    [Fact]
    public void Settings_of_other_tools_and_those_without_meaning_here_are_passed_over()
    {
        var run = GeneratorRun.On(
            (".graphqlrc.json", """{ "extensions": { "codegen": { "x": 1 }, "strawberryShake": { "url": "http://x/", "noStore": true, "records": { "inputs": true } } } }"""), ("schema.graphql", Schema));

        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void A_schema_that_is_not_there_is_told_with_what_to_do()
    {
        var diagnostic = Assert.Single(GeneratorRun.On(("Document.graphql", "query A { run { id } }")).Diagnostics);

        Assert.Equal("BKG0003", diagnostic.Id);
        Assert.Contains("/project/schema.graphql", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("AdditionalFiles", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_configuration_is_told()
    {
        var diagnostic = Assert.Single(GeneratorRun.On(("schema.graphql", Schema), ("sub/.graphqlrc.json", "{}")).Diagnostics);

        Assert.Equal(("BKG0004", "/project/sub/.graphqlrc.json"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Contains("/project/.graphqlrc.json configures it already", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scalar_without_a_type_is_a_warning_and_any_JSON_value()
    {
        var run = GeneratorRun.On(("schema.graphql", "type Query { colour: Colour }\nscalar Colour"), ("Document.graphql", "query A { colour }"));

        Assert.Equal(("BKG0005", DiagnosticSeverity.Warning), (Assert.Single(run.Diagnostics).Id, run.Diagnostics[0].DefaultSeverity));
        Assert.Contains("public JsonElement? Colour { get; init; }", run.Source("Document.graphql.g.cs"), StringComparison.Ordinal);
        Assert.Empty(run.Complaints());
    }

    [Fact]
    public void A_project_without_configuration_has_no_client()
    {
        var run = GeneratorRun.On((".graphqlrc.json", ""), ("Document.graphql", "query A { run { id } }"));

        Assert.Equal("BKG0001", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Every_rule_of_the_server_has_an_id_of_its_own()
    {
        var serverRules = typeof(Rules).Assembly.GetTypes().Where(type => !type.IsAbstract && type.BaseType?.Name == "ValidationRule").Select(type => type.Name);

        Assert.Equal(serverRules.Count(), serverRules.Select(name => Rules.OfServer(name).Id).Distinct().Count());
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Id).Distinct().Count());
    }

    private static List<string> Ids(string document, string schema = Schema) =>
        [.. GeneratorRun.On(("schema.graphql", schema), ("Document.graphql", document)).Diagnostics.Select(diagnostic => diagnostic.Id)];

    private static void AssertFound(string id, int line, int column, GeneratorRun run, string file)
    {
        var places = run.Diagnostics.Select(diagnostic => (diagnostic.Id, FileOf(diagnostic), diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Location.GetLineSpan().StartLinePosition.Character + 1));
        Assert.Equal((id, file, line, column), Assert.Single(places));
    }

    private static string FileOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path[GeneratorRun.Folder.Length..];
}
