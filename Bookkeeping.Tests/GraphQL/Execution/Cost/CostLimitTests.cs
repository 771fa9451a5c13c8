using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;

namespace Bookkeeping.Tests.GraphQL.Execution.Cost;

/// <summary>What costs too much does not run, and who asks learns what a request costs.</summary>
public sealed class CostLimitTests
{
    private const string Document = "{ list { a } }";

    [Theory]
    [InlineData(8, 5, "")]
    [InlineData(7, 5, "fieldCost 8 maxFieldCost 7")]
    [InlineData(8, 4, "typeCost 5 maxTypeCost 4")]
    [InlineData(7, 4, "fieldCost 8 maxFieldCost 7, typeCost 5 maxTypeCost 4")]
    public async Task An_operation_may_cost_as_much_as_the_limits_say_and_no_more(double maxFieldCost, double maxTypeCost, string refusal)
    {
        var graph = Graph(new CostOptions { MaxFieldCost = maxFieldCost, MaxTypeCost = maxTypeCost });
        var answer = await graph.AskAsync(Document);
        var told = answer.Result.Errors.Select(e => string.Join(' ', e.Extensions!.Select(m => $"{m.Key} {m.Value}")));
        Assert.Equal(refusal, string.Join(", ", told));
        Assert.All(answer.Errors, error => Assert.Equal("HC0047", error));
        Assert.Equal(refusal.Length > 0, answer.Result.IsRequestError);
    }

    [Fact]
    public async Task What_is_refused_does_not_run()
    {
        var graph = Graph(new CostOptions { MaxTypeCost = 1 }).Resolve("Query.list", (_, _) => throw new InvalidOperationException("It ran."));
        var answer = await graph.AskAsync(Document);
        Assert.Equal(["HC0047"], answer.Errors);
        Assert.Empty(graph.Log.Entries);
        Assert.Contains("5 objects", answer.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_that_are_not_enforced_refuse_nothing() =>
        Assert.Empty((await Graph(new CostOptions { MaxFieldCost = 0, MaxTypeCost = 0, EnforceCostLimits = false }).AskAsync(Document)).Errors);

    [Fact]
    public async Task Report_answers_and_tells_the_cost()
    {
        var answer = await AskAsync(Graph(new CostOptions()), CostReporting.Report);
        Assert.Equal("""{"data":{"list":[{"a":1}]},"extensions":{"operationCost":{"fieldCost":8,"typeCost":5}}}""", answer.Json.GetRawText());
    }

    [Fact]
    public async Task Validate_tells_the_cost_and_runs_nothing()
    {
        var graph = Graph(new CostOptions()).Resolve("Query.list", (_, _) => throw new InvalidOperationException("It ran."));
        var answer = await AskAsync(graph, CostReporting.Validate);
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":8,"typeCost":5}}}""", answer.Json.GetRawText());
        Assert.False(answer.Result.IsRequestError);
        Assert.Empty(graph.Log.Entries);
    }

    [Theory]
    [InlineData(CostReporting.Report)]
    [InlineData(CostReporting.Validate)]
    public async Task Who_asks_learns_the_cost_of_what_is_refused_too(CostReporting reporting)
    {
        var answer = await AskAsync(Graph(new CostOptions { MaxTypeCost = 4 }), reporting);
        Assert.Equal(["HC0047"], answer.Errors);
        Assert.Equal(5, answer.Json.GetProperty("extensions").GetProperty("operationCost").GetProperty("typeCost").GetDouble());
        Assert.True(answer.Result.IsRequestError);
    }

    private static TestGraph Graph(CostOptions limits) => new TestGraph("""
        directive @cost(weight: String!) on FIELD_DEFINITION
        directive @listSize(assumedSize: Int) on FIELD_DEFINITION
        type Query { list: [Item!]! @listSize(assumedSize: 4) @cost(weight: "8") }
        type Item { a: Int }
        """) { Options = new RequestExecutorOptions { Cost = limits } }.Give("Query.list", new[] { TestGraph.Object(("a", 1)) });

    private static async Task<Answer> AskAsync(TestGraph graph, CostReporting reporting) =>
        Answer.Of(await graph.Executor.ExecuteAsync(new GraphQLRequest { Query = Document, Cost = reporting }, graph, default));
}
