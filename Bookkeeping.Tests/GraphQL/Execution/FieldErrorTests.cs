using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class FieldErrorTests
{
    [Fact]
    public async Task An_unforeseen_error_is_logged_and_answered_by_its_trace_id_alone()
    {
        var graph = Failing(new InvalidOperationException("the password is hunter2"));
        var answer = await graph.AskAsync("{ a b }");
        Assert.Equal(["a INTERNAL"], answer.Errors);
        Assert.DoesNotContain("hunter2", answer.Json.GetRawText(), StringComparison.Ordinal);
        var entry = Assert.Single(graph.Log.Entries);
        Assert.Contains(answer.Extension("traceId").GetString()!, entry.Text, StringComparison.Ordinal);
        Assert.Contains("Query.a", entry.Text, StringComparison.Ordinal);
        Assert.Equal("the password is hunter2", entry.Exception!.Message);
    }

    [Fact]
    public async Task Exception_details_are_shown_only_where_the_options_say_so()
    {
        var graph = Failing(new InvalidOperationException("broken"));
        graph.Options = new RequestExecutorOptions { IncludeExceptionDetails = true };
        Assert.Contains("broken", (await graph.AskAsync("{ a }")).Extension("exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_error_keeps_its_message_code_and_extensions()
    {
        var error = new GraphQLError("Run 5 ended.") { Code = "RUN_ENDED", Extensions = new Dictionary<string, object?> { ["run"] = 5, ["tags"] = new[] { "x" } } };
        var answer = await Failing(new FieldErrorException(error)).AskAsync("{ a }");
        Assert.Equal(["a RUN_ENDED"], answer.Errors);
        Assert.Equal("Run 5 ended.", answer.Message());
        Assert.Equal("""{"code":"RUN_ENDED","run":5,"tags":["x"]}""", answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetRawText());
    }

    [Fact]
    public async Task The_options_may_word_an_exception_that_is_not_ours()
    {
        var graph = Failing(new TimeoutException());
        graph.Options = new RequestExecutorOptions { TranslateException = e => e is TimeoutException ? new GraphQLError("Later.") { Code = ErrorCodes.Unavailable } : null };
        Assert.Equal(["a UNAVAILABLE"], (await graph.AskAsync("{ a }")).Errors);
        Assert.Empty(graph.Log.Entries);
    }

    [Fact]
    public async Task More_errors_than_the_limit_are_counted_and_not_listed()
    {
        var graph = new TestGraph("type Query { list: [Int] }") { Options = new RequestExecutorOptions { MaxErrors = 3 } }
            .Give("Query.list", Enumerable.Repeat(new FieldFault(new GraphQLError("No.")), 10).ToArray());
        var answer = await graph.AskAsync("{ list }");
        Assert.Equal(["list/0", "list/1", "list/2", ErrorCodes.TooManyErrors], answer.Errors);
        Assert.StartsWith("7 more errors", answer.Message(3), StringComparison.Ordinal);
        Assert.Equal("""{"list":[null,null,null,null,null,null,null,null,null,null]}""", answer.Data);
    }

    [Fact]
    public async Task A_property_that_throws_for_every_row_does_not_flood_the_log()
    {
        var graph = new TestGraph("type Query { list: [A] } type A { n: Int }") { Options = new RequestExecutorOptions { MaxErrors = 3 } }
            .Give("Query.list", Enumerable.Range(0, 10).Select(_ => TestGraph.Object()).ToArray())
            .Property("A.n", _ => throw new InvalidOperationException("broken"));
        var answer = await graph.AskAsync("{ list { n } }");
        Assert.Equal(4, answer.Errors.Count);
        Assert.Equal(3, graph.Log.Entries.Count);
    }

    [Fact]
    public async Task A_field_that_would_give_more_objects_than_an_answer_may_have_fails_and_leaves_the_rest()
    {
        var graph = new TestGraph("type Query { few: [A!] many: [[A!]!] } type A { n: Int }") { Options = new RequestExecutorOptions { MaxObjects = 5 } };
        object[] Items(int count) => [.. Enumerable.Range(0, count).Select(n => TestGraph.Object(("n", n)))];
        graph.Give("Query.few", Items(3)).Give("Query.many", new[] { Items(1), Items(2) });
        var answer = await graph.AskAsync("{ few { n } many { n } }");
        Assert.Equal("""{"few":[{"n":0},{"n":1},{"n":2}],"many":null}""", answer.Data);
        Assert.Equal(["many HC0047"], answer.Errors);
    }

    [Theory]
    [InlineData("Int", "abc", "HC0001")]
    [InlineData("Color", "PINK", "HC0001")]
    [InlineData("Float", double.NaN, "HC0001")]
    [InlineData("[Int]", 5, "INTERNAL")]
    [InlineData("[String]", "abc", "INTERNAL")]
    public async Task A_value_that_does_not_fit_its_type_is_a_field_error(string type, object value, string code)
    {
        var answer = await new TestGraph($"type Query {{ a: {type} }} enum Color {{ RED }}").Give("Query.a", value).AskAsync("{ a }");
        Assert.Equal("""{"a":null}""", answer.Data);
        Assert.Equal([$"a {code}"], answer.Errors);
    }

    [Fact]
    public async Task A_list_that_breaks_while_it_is_read_is_a_field_error()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidOperationException("broken");
        }

        var answer = await new TestGraph("type Query { a: [[Int]] }").Give("Query.a", new[] { Broken(), [2] }).AskAsync("{ a }");
        Assert.Equal("""{"a":[null,[2]]}""", answer.Data);
        Assert.Equal(["a/0 INTERNAL"], answer.Errors);
    }

    [Fact]
    public async Task A_field_without_a_resolver_is_our_error()
    {
        var graph = new TestGraph("type Query { a: Int }");
        graph.Schema.QueryType!.Fields["a"].Resolver = null;
        Assert.Equal(["a INTERNAL"], (await graph.AskAsync("{ a }")).Errors);
    }

    private static TestGraph Failing(Exception exception) =>
        new TestGraph("type Query { a: Int b: Int }").Resolve("Query.a", (_, _) => throw exception).Give("Query.b", 1);
}
