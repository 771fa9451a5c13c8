namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class MutationTests
{
    private const string Sdl = "type Query { a: Int } type Mutation { add(n: Int!): Counter fail: Int! } type Counter { value: Int slow: Int }";

    [Fact]
    public async Task Each_root_field_is_answered_to_its_last_leaf_before_the_next_one_starts()
    {
        var order = new List<string>();
        var graph = Graph(out _, order);
        var answer = await graph.AskAsync("mutation { a: add(n: 1) { slow } b: add(n: 2) { slow } }");
        Assert.Equal(["add", "slow", "add", "slow"], order);
        Assert.Equal("""{"a":{"slow":1},"b":{"slow":3}}""", answer.Data);
    }

    [Fact]
    public async Task A_property_shows_what_it_was_when_its_field_was_answered()
    {
        var answer = await Graph(out _, []).AskAsync("mutation { a: add(n: 1) { value } b: add(n: 2) { value } }");
        Assert.Equal("""{"a":{"value":1},"b":{"value":3}}""", answer.Data);
    }

    [Fact]
    public async Task A_nullable_field_that_fails_does_not_stop_the_next()
    {
        var graph = new TestGraph("type Query { a: Int } type Mutation { fail: Int go: Int }")
            .Resolve("Mutation.fail", (_, _) => throw new InvalidOperationException("broken")).Give("Mutation.go", 1);
        var answer = await graph.AskAsync("mutation { fail go }");
        Assert.Equal("""{"fail":null,"go":1}""", answer.Data);
    }

    [Fact]
    public async Task After_a_non_null_field_failed_nothing_more_is_written()
    {
        var graph = Graph(out var counter, []).Resolve("Mutation.fail", (_, _) => throw new InvalidOperationException("broken"));
        var answer = await graph.AskAsync("mutation { a: add(n: 1) { value } fail b: add(n: 2) { value } }");
        Assert.Equal("null", answer.Data);
        Assert.Equal(["fail INTERNAL"], answer.Errors);
        Assert.Equal(1, counter["value"]);
    }

    private static TestGraph Graph(out Dictionary<string, object?> counter, List<string> order)
    {
        var state = counter = TestGraph.Object(("value", 0));
        return new TestGraph(Sdl)
            .Resolve("Mutation.add", (context, _) =>
            {
                order.Add("add");
                state["value"] = (int)state["value"]! + (int)context.Arguments["n"]!;
                return state;
            })
            .Resolve("Counter.slow", (_, _) =>
            {
                order.Add("slow");
                return state["value"];
            });
    }
}
