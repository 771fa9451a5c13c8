using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class RequestExecutorTests
{
    private const string Sdl = "type Query { a: Int b: Int } type Mutation { m: Int } type Subscription { s: Int }";

    [Theory]
    [InlineData("{ a }", null, """{"a":1}""")]
    [InlineData("query A { a } query B { b }", "B", """{"b":2}""")]
    [InlineData("query A { a }", "A", """{"a":1}""")]
    public async Task The_operation_asked_for_is_run(string document, string? name, string data) =>
        Assert.Equal(data, (await Graph().AskAsync(document, operationName: name)).Data);

    [Theory]
    [InlineData("query A { a } query B { b }", null, "name one of `A`, `B`")]
    [InlineData("query Runs { a }", "Run", "Did you mean `Runs`?")]
    [InlineData("{ a }", "", "no operation")]
    [InlineData("fragment F on Query { a }", null, "")]
    public async Task An_operation_that_cannot_be_told_is_refused(string document, string? name, string says)
    {
        var answer = await Graph().AskAsync(document, operationName: name);
        Assert.Equal("absent", answer.Data);
        Assert.NotEmpty(answer.Errors);
        Assert.Contains(says, answer.Message(), StringComparison.Ordinal);
        Assert.Null(answer.Result.Operation);
    }

    [Theory]
    [InlineData("{ a")]
    [InlineData("{ unknown }")]
    [InlineData("{ a { b } }")]
    public async Task A_document_that_is_wrong_is_refused_whole(string document)
    {
        var answer = await Graph().AskAsync(document);
        Assert.Equal("absent", answer.Data);
        Assert.NotEmpty(answer.Errors);
        Assert.True(answer.Result.IsRequestError);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_request_without_a_document_is_refused(string? document) =>
        Assert.Equal(["HC0015"], (await Graph().AskAsync(document!)).Errors);

    [Theory]
    [InlineData("mutation { m }", OperationKind.Mutation)]
    [InlineData("subscription { s }", OperationKind.Subscription)]
    public async Task Where_only_queries_may_run_nothing_else_does(string document, OperationKind kind)
    {
        var graph = Graph().Resolve("Mutation.m", (_, _) => throw new InvalidOperationException("It ran."));
        var result = await graph.Executor.ExecuteAsync(new GraphQLRequest { Query = document, QueriesOnly = true }, graph, default);
        Assert.True(result.IsOperationKindRefused);
        Assert.True(result.IsRequestError);
        Assert.Equal(kind, result.Operation);
        Assert.Empty(graph.Log.Entries);
    }

    [Fact]
    public async Task A_query_runs_where_only_queries_may()
    {
        var graph = Graph();
        var result = await graph.Executor.ExecuteAsync(new GraphQLRequest { Query = "{ a }", QueriesOnly = true }, graph, default);
        Assert.False(result.IsOperationKindRefused);
        Assert.Equal("""{"a":1}""", Answer.Of(result).Data);
    }

    [Fact]
    public async Task A_subscription_is_refused_where_one_answer_is_taken()
    {
        var answer = await Graph().AskAsync("subscription { s }");
        Assert.Equal(["HC0009"], answer.Errors);
        Assert.Equal(OperationKind.Subscription, answer.Result.Operation);
        Assert.True(answer.Result.IsOperationKindRefused);
    }

    [Fact]
    public async Task What_breaks_outside_of_fields_is_logged_and_answered_by_a_trace_id()
    {
        var graph = Graph();
        var result = await graph.Executor.ExecuteAsync(null!, graph, default);
        Assert.Equal(["INTERNAL"], Answer.Of(result).Errors);
        Assert.Single(graph.Log.Entries);
    }

    [Fact]
    public async Task Type_names_and_the_schema_are_answered()
    {
        var answer = await Graph().AskAsync("{ __typename me: __typename __type(name: \"Query\") { name fields { name } } __schema { queryType { name } } }");
        Assert.Empty(answer.Errors);
        Assert.Equal(
            """{"__typename":"Query","me":"Query","__type":{"name":"Query","fields":[{"name":"a"},{"name":"b"}]},"__schema":{"queryType":{"name":"Query"}}}""",
            answer.Data);
    }

    [Fact]
    public async Task One_executor_serves_many_requests_at_once()
    {
        var graph = new TestGraph("type Query { a(n: Int): [A] } type A { n: Int m: Int }")
            .Batch("Query.a", async (context, _, _) =>
            {
                await Task.Yield();
                return [Enumerable.Range(0, (int)context.Arguments["n"]!).Select(n => TestGraph.Object(("n", n))).ToArray()];
            });
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n =>
            Task.Run(() => graph.AskAsync("query ($n: Int) { a(n: $n) { n m } }", $$"""{"n":{{n % 20}}}"""))));
        for (var n = 0; n < answers.Length; n++)
            Assert.Equal(n % 20, answers[n].Json.GetProperty("data").GetProperty("a").GetArrayLength());
    }

    private static TestGraph Graph() => new TestGraph(Sdl).Give("Query.a", 1).Give("Query.b", 2).Give("Mutation.m", 3);
}
