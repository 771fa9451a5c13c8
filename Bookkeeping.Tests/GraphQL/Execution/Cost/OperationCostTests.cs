using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.Tests.GraphQL.Execution.Cost;

/// <summary>What operations cost, by the weights and list sizes of a schema.</summary>
public sealed class OperationCostTests
{
    private const string Directives = """
        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION
        directive @listSize(assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!],
          requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        """;

    private const string Logbook = Directives + "\n" + """
        type Query {
          runs(first: Int, last: Int, where: RunFilter @cost(weight: "10"), order: [RunSort!] @cost(weight: "10")): Runs
            @listSize(assumedSize: 1000, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 20, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
            @cost(weight: "10")
          run(number: Int!): Run @cost(weight: "10")
          any: [Thing!]! @listSize(assumedSize: 3)
          one: Thing
          sliced(first: Int, last: Int): [Run!]! @listSize(slicingArguments: ["first", "last"])
          assumed(first: Int): [Run!]! @listSize(assumedSize: 7, slicingArguments: ["first"], requireOneSlicingArgument: false)
          numbers: [Int!]!
          name(in: NameInput): Heavy
        }
        type Runs { nodes: [Run!] edges: [Edge!] totalCount: Int! @cost(weight: "10") }
        type Edge { node: Run! cursor: String! }
        type Run { runNumber: Int! detectors: [Detector!]! tags: [Tag!]! @listSize(assumedSize: 5) fill: Fill @cost(weight: "10") }
        type Fill { fillNumber: Int! runs(first: Int): Runs @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false, assumedSize: 100) }
        type Detector { name: String! }
        type Tag @cost(weight: "2.5") { text: String! }
        union Thing = Run | Fill
        scalar Heavy @cost(weight: "4")
        input NameInput { a: Int }
        input RunFilter { and: [RunFilter!] runNumber: IntFilter fill: RunFilter }
        input IntFilter { eq: Int @cost(weight: "10") contains: Int @cost(weight: "20") }
        input RunSort { runNumber: Int @cost(weight: "10") }
        """;

    [Theory]
    [InlineData("{ runs(first: 50) { nodes { runNumber detectors { name } } } }", 61, 102)]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ run(number: 1) { runNumber } }", 10, 2)]
    [InlineData("{ run(number: 1) { fill { fillNumber } } }", 20, 3)]
    [InlineData("{ runs(first: 0) { nodes { runNumber detectors { name } } } }", 11, 2)]
    [InlineData("{ runs(first: -5) { nodes { detectors { name } } } }", 11, 2)]
    [InlineData("{ runs(last: 50) { nodes { runNumber } } }", 11, 52)]
    [InlineData("{ runs(first: 5, last: 50) { nodes { runNumber } } }", 11, 52)]
    [InlineData("{ runs(first: null) { nodes { runNumber } } }", 11, 22)]
    [InlineData("{ runs { nodes { runNumber } } }", 11, 22)]
    [InlineData("{ runs { totalCount } }", 20, 2)]
    [InlineData("{ runs(first: 2) { nodes { runNumber } edges { cursor node { runNumber } } } }", 14, 8)]
    [InlineData("{ assumed { runNumber } }", 1, 8)]
    [InlineData("{ assumed(first: 3) { detectors { name } } }", 4, 7)]
    [InlineData("{ numbers }", 0, 1)]
    [InlineData("{ name }", 0, 5)]
    [InlineData("{ run(number: 1) { tags { text } } }", 11, 14.5)]
    public async Task Fields_and_objects_are_counted_as_often_as_their_lists_have_items(string document, double fields, double types) =>
        Assert.Equal((fields, types), await CostAsync(document));

    [Theory]
    [InlineData("{ a: runs(first: 10) { nodes { runNumber } } b: runs(first: 10) { nodes { runNumber } } }", 22, 23)]
    [InlineData("{ runs(first: 10) { nodes { runNumber } } runs(first: 10) { nodes { runNumber } ...F } } fragment F on Runs { nodes { runNumber } }", 11, 12)]
    [InlineData("{ runs(first: 10) { nodes { fill { runs(first: 10) { nodes { runNumber } } } } } }", 131, 132)]
    [InlineData("{ runs(first: 10) { nodes { fill { runs { nodes { runNumber } } } } } }", 131, 1032)]
    [InlineData("{ runs(first: 10) { ...F } } fragment F on Runs { a: nodes { ...G } b: nodes { ...G } } fragment G on Run { detectors { name } }", 32, 42)]
    public async Task Aliases_nesting_and_fragments_multiply(string document, double fields, double types) =>
        Assert.Equal((fields, types), await CostAsync(document));

    [Fact]
    public async Task What_is_answered_later_costs_the_same()
    {
        const string fill = "{ fill { runs(first: 3) { nodes { runNumber } } } }";
        Assert.Equal(
            await CostAsync($"{{ runs(first: 10) {{ nodes {{ runNumber ... {fill} }} }} }}"),
            await CostAsync($"{{ runs(first: 10) {{ nodes {{ runNumber ... @defer {fill} }} }} }}"));
    }

    [Theory]
    [InlineData("{ one { ... on Run { fill { fillNumber } } ... on Fill { fillNumber } } }", 11, 3)]
    [InlineData("{ one { ... on Run { runNumber } ... on Fill { runs(first: 4) { nodes { runNumber } } } } }", 3, 7)]
    [InlineData("{ any { ... on Run { fill { fillNumber } } ... on Fill { runs(first: 4) { nodes { runNumber } } } } }", 31, 19)]
    [InlineData("{ any { __typename } }", 1, 4)]
    public async Task Behind_a_union_the_most_expensive_type_counts(string document, double fields, double types) =>
        Assert.Equal((fields, types), await CostAsync(document));

    [Theory]
    [InlineData("{ runs(where: { }) { totalCount } }", 30)]
    [InlineData("{ runs(where: null) { totalCount } }", 20)]
    [InlineData("{ runs(where: { runNumber: { eq: 1 } }) { totalCount } }", 41)]
    [InlineData("{ runs(where: { runNumber: { eq: 1, contains: 2 } }) { totalCount } }", 61)]
    [InlineData("{ runs(where: { and: [{ runNumber: { eq: 1 } }, { fill: { runNumber: { eq: 1 } } }] }) { totalCount } }", 54)]
    [InlineData("{ runs(order: { runNumber: 1 }) { totalCount } }", 40)]
    [InlineData("{ runs(order: [{ runNumber: 1 }, { runNumber: 2 }]) { totalCount } }", 50)]
    [InlineData("query ($w: RunFilter) { runs(where: $w) { totalCount } }", 70)]
    [InlineData("query ($o: [RunSort!]) { runs(order: $o) { totalCount } }", 70)]
    [InlineData("query ($w: RunFilter!) { runs(where: { and: [$w, $w] }) { totalCount } }", 131)]
    [InlineData("query ($f: IntFilter) { runs(where: { runNumber: $f }) { totalCount } }", 81)]
    [InlineData("query ($n: Int) { runs(where: { runNumber: { eq: $n } }) { totalCount } }", 41)]
    [InlineData("query ($i: NameInput) { name(in: $i) }", 1)]
    [InlineData("{ name(in: { a: 1 }) }", 1)]
    public async Task What_is_given_to_filters_and_orders_is_counted_and_unseen_ones_five_times(string document, double fields) =>
        Assert.Equal(fields, (await CostAsync(document, """{ "w": {} }""")).Fields);

    [Theory]
    [InlineData("""{ "n": 50 }""", 61, 102)]
    [InlineData("""{ "n": 0 }""", 11, 2)]
    [InlineData("""{ "n": -3 }""", 11, 2)]
    [InlineData("""{ "n": null }""", 31, 42)]
    [InlineData("{}", 31, 42)]
    public async Task A_page_size_may_be_a_variable(string variables, double fields, double types) =>
        Assert.Equal((fields, types), await CostAsync("query ($n: Int) { runs(first: $n) { nodes { runNumber detectors { name } } } }", variables));

    [Fact]
    public async Task The_default_of_a_variable_counts_and_so_does_the_larger_of_two()
    {
        const string document = "query ($n: Int = 7, $m: Int) { runs(first: $n, last: $m) { nodes { runNumber } } }";
        Assert.Equal((11, 9), await CostAsync(document));
        Assert.Equal((11, 32), await CostAsync(document, """{ "m": 30 }"""));
        Assert.Equal((11, 9), await CostAsync(document, """{ "m": 3 }"""));
    }

    [Fact]
    public async Task One_plan_serves_all_page_sizes()
    {
        var graph = Graph();
        const string document = "query ($n: Int) { runs(first: $n) { nodes { fill { runs(first: $n) { nodes { runNumber } } } } } }";
        foreach (var (size, types) in new[] { (1, 6), (2, 12), (10, 132), (2, 12) })
            Assert.Equal(types, (await CostAsync(graph, document, $$"""{ "n": {{size}} }""")).Types);
        Assert.Equal(1, graph.Executor.CachedPlans);
    }

    [Theory]
    [InlineData(true, 71)]
    [InlineData(false, 11)]
    public async Task What_is_skipped_costs_nothing(bool isIncluded, double fields) => Assert.Equal(
        fields,
        (await CostAsync("query ($d: Boolean!) { runs(first: 6) { nodes { runNumber fill @include(if: $d) { fillNumber } } } }", $$"""{ "d": {{(isIncluded ? "true" : "false")}} }""")).Fields);

    [Theory]
    [InlineData("{ sliced(first: 2) { runNumber } }", "{}", "")]
    [InlineData("query ($f: Int, $l: Int) { sliced(first: $f, last: $l) { runNumber } }", """{ "f": 3, "l": null }""", "")]
    [InlineData("{ sliced { runNumber } }", "{}", "HC0082")]
    [InlineData("{ sliced(first: 1, last: 2) { runNumber } }", "{}", "HC0082")]
    [InlineData("query ($f: Int, $l: Int) { sliced(first: $f, last: $l) { runNumber } }", "{}", "HC0082")]
    [InlineData("query ($f: Int, $l: Int) { sliced(first: $f, last: $l) { runNumber } }", """{ "f": 3, "l": 3 }""", "HC0082")]
    public async Task Where_exactly_one_slicing_argument_is_required_no_other_number_is_taken(string document, string variables, string code)
    {
        var answer = await Graph().Give("Query.sliced", Array.Empty<object>()).AskAsync(document, variables);
        Assert.Equal(code.Length == 0 ? [] : new[] { code }, answer.Errors);
    }

    [Fact]
    public void Counting_allocates_nothing_whatever_the_variables()
    {
        var graph = Graph();
        const string document = "query ($n: Int) { runs(first: $n) { nodes { fill { runs(first: $n) { nodes { runNumber } } } tags { text } } } }";
        var operation = (OperationDefinitionNode)Parser.Parse(document).Definitions[0];
        var planner = new OperationPlanner(new ExecutableSchema(graph.Schema), new Dictionary<string, FragmentDefinitionNode>(), VariableValues.None, graph.Options);
        var cost = planner.Plan(operation, graph.Schema.QueryType!).Cost;
        var variables = new VariableValues(new Dictionary<string, object?> { ["n"] = 5 });
        var first = cost.For(variables);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            if (cost.For(variables) != first) throw new InvalidOperationException("It changed.");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_weight_that_is_no_number_is_refused()
    {
        var fields = new TestGraph(Directives + "\n" + """type Query { right: Int @cost(weight: "0.5") wrong: Int @cost(weight: "much") negative: Int @cost(weight: "-1") }""").Schema.QueryType!.Fields;
        Assert.Equal(0.5, Weight.Of(fields["right"]));
        Assert.Contains("must be a number", Assert.Throws<SchemaException>(() => Weight.Of(fields["wrong"])).Message);
        Assert.Throws<SchemaException>(() => Weight.Of(fields["negative"]));
    }

    private static TestGraph Graph() => new(Logbook) { Options = new RequestExecutorOptions { Cost = new CostOptions { EnforceCostLimits = false } } };

    private static Task<(double Fields, double Types)> CostAsync(string document, string? variables = null) => CostAsync(Graph(), document, variables);

    private static async Task<(double Fields, double Types)> CostAsync(TestGraph graph, string document, string? variables = null)
    {
        var request = new GraphQLRequest
        {
            Query = document,
            Variables = variables is null ? default : JsonElement.Parse(variables),
            Cost = CostReporting.Validate,
        };
        var answer = Answer.Of(await graph.Executor.ExecuteAsync(request, graph, default));
        Assert.Empty(answer.Errors);
        var cost = answer.Json.GetProperty("extensions").GetProperty("operationCost");
        return (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble());
    }
}
