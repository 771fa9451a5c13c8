using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class ConditionTests
{
    private const string Document = """
        query ($skip: Boolean!, $include: Boolean! = true) {
          a @skip(if: $skip)
          b @include(if: $include)
          ...F @skip(if: $skip)
          ... @include(if: $include) { d }
        }
        fragment F on Query { c }
        """;

    [Theory]
    [InlineData("""{"skip":false,"include":true}""", """{"a":1,"b":2,"c":3,"d":4}""")]
    [InlineData("""{"skip":true,"include":true}""", """{"b":2,"d":4}""")]
    [InlineData("""{"skip":false,"include":false}""", """{"a":1,"c":3}""")]
    [InlineData("""{"skip":true}""", """{"b":2,"d":4}""")]
    public async Task Each_outcome_of_the_conditions_has_an_answer_of_its_own(string variables, string data) =>
        Assert.Equal(data, (await Graph().AskAsync(Document, variables)).Data);

    [Fact]
    public async Task Outcomes_have_plans_of_their_own_and_share_the_document()
    {
        var graph = Graph();
        Assert.Equal("""{"a":1,"b":2,"c":3,"d":4}""", (await graph.AskAsync(Document, """{"skip":false}""")).Data);
        Assert.Equal("""{"b":2,"d":4}""", (await graph.AskAsync(Document, """{"skip":true}""")).Data);
        Assert.Equal("""{"a":1,"b":2,"c":3,"d":4}""", (await graph.AskAsync(Document, """{"skip":false}""")).Data);
        Assert.Equal((1, 2), (graph.Executor.CachedDocuments, graph.Executor.CachedPlans));
    }

    [Theory]
    [InlineData("{ a @skip(if: true) @include(if: true) b }", """{"b":2}""")]
    [InlineData("{ a @skip(if: false) @include(if: false) b }", """{"b":2}""")]
    [InlineData("{ a @skip(if: true) }", "{}")]
    [InlineData("{ a @skip(if: true) a }", """{"a":1}""")]
    [InlineData("{ ...F @skip(if: true) ...F b } fragment F on Query { c }", """{"c":3,"b":2}""")]
    public async Task Conditions_with_constants(string document, string data) =>
        Assert.Equal(data, (await Graph().AskAsync(document)).Data);

    [Fact]
    public async Task A_condition_that_is_null_is_an_error_of_the_request()
    {
        var answer = await Graph().AskAsync("query ($skip: Boolean = true) { a @skip(if: $skip) b }", """{"skip":null}""");
        Assert.Equal("absent", answer.Data);
        Assert.Equal(["HC0018"], answer.Errors);
    }

    [Fact]
    public async Task Other_variables_do_not_multiply_plans()
    {
        var graph = new TestGraph("type Query { a(n: Int): Int }").Resolve("Query.a", (context, _) => context.Arguments["n"]);
        for (var n = 0; n < 5; n++) await graph.AskAsync("query ($n: Int) { a(n: $n) }", $$"""{"n":{{n}}}""");
        Assert.Equal(1, graph.Executor.CachedPlans);
    }

    private static TestGraph Graph() => new TestGraph("type Query { a: Int b: Int c: Int d: Int }")
        .Give("Query.a", 1).Give("Query.b", 2).Give("Query.c", 3).Give("Query.d", 4);
}
