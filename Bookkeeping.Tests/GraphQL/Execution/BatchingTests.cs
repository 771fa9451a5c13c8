using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class BatchingTests
{
    private const string Sdl = """
        type Query { runs: [Run!]! }
        type Run { fill: Fill detectors: [Detector!]! }
        type Fill { runs: [Run!]! number: Int }
        type Detector { name: String fill: Fill }
        """;

    [Fact]
    public async Task A_field_of_a_thousand_parents_resolves_once()
    {
        var steps = new List<(string Field, int Parents)>();
        var answer = await Graph(steps, runs: 1_000).AskAsync("{ runs { fill { number } detectors { name fill { number } } } }");
        Assert.Equal([("runs", 1), ("fill", 1_000), ("detectors", 1_000), ("fill", 2_000)], steps);
        Assert.Empty(answer.Errors);
    }

    [Fact]
    public async Task The_steps_grow_with_the_selections_and_not_with_the_rows()
    {
        foreach (var runs in new[] { 1, 10, 100 })
        {
            var steps = new List<(string Field, int Parents)>();
            await Graph(steps, runs).AskAsync("{ runs { fill { runs { fill { number } } } } }");
            Assert.Equal(["runs", "fill", "runs", "fill"], steps.Select(s => s.Field));
        }
    }

    [Fact]
    public async Task A_field_without_parents_is_not_resolved()
    {
        var steps = new List<(string Field, int Parents)>();
        var answer = await Graph(steps, runs: 0).AskAsync("{ runs { fill { number } } }");
        Assert.Equal([("runs", 1)], steps);
        Assert.Equal("""{"runs":[]}""", answer.Data);
    }

    [Fact]
    public async Task Values_are_put_to_their_parents_in_order_across_nested_lists_and_nulls()
    {
        var graph = new TestGraph("type Query { a: [[A]] } type A { n: Int double: Int }");
        object A(int n) => TestGraph.Object(("n", n));
        graph.Give("Query.a", new object?[] { new[] { A(1), null, A(2) }, null, Array.Empty<object>(), new[] { A(3) } });
        graph.Batch("A.double", (_, parents) => [.. parents.Select(p => (object)(2 * (int)((Dictionary<string, object?>)p)["n"]!))]);
        var answer = await graph.AskAsync("{ a { double n } }");
        Assert.Equal("""{"a":[[{"double":2,"n":1},null,{"double":4,"n":2}],null,[],[{"double":6,"n":3}]]}""", answer.Data);
    }

    [Fact]
    public async Task Parents_of_an_interface_are_grouped_by_their_object_type()
    {
        var groups = new List<string>();
        var graph = new TestGraph("type Query { all: [Thing!] } interface Thing { n: Int } type A implements Thing { n: Int } type B implements Thing { n: Int }");
        object Thing(string type) => TestGraph.Object(("__typename", type));
        graph.Give("Query.all", new[] { Thing("A"), Thing("B"), Thing("A"), Thing("B"), Thing("A") });
        foreach (var type in new[] { "A", "B" })
            graph.Batch($"{type}.n", (_, parents) =>
            {
                groups.Add($"{type}{parents.Count}");
                return [.. Enumerable.Range(0, parents.Count).Cast<object>()];
            });
        var answer = await graph.AskAsync("{ all { __typename n } }");
        Assert.Equal(["A3", "B2"], groups);
        Assert.Equal(
            """{"all":[{"__typename":"A","n":0},{"__typename":"B","n":0},{"__typename":"A","n":1},{"__typename":"B","n":1},{"__typename":"A","n":2}]}""",
            answer.Data);
    }

    [Fact]
    public async Task Two_resolvers_of_a_request_are_never_at_work_at_once()
    {
        var (working, most) = (0, 0);
        var graph = new TestGraph("type Query { a: Int b: Int c: A } type A { d: Int e: Int }").Give("Query.c", TestGraph.Object());
        foreach (var coordinate in new[] { "Query.a", "Query.b", "A.d", "A.e" })
            graph.Batch(coordinate, async (_, parents, _) =>
            {
                most = Math.Max(most, ++working);
                await Task.Yield();
                working--;
                return new object?[parents.Count];
            });
        await graph.AskAsync("{ a b c { d e } }");
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_resolver_that_gives_too_few_values_fails_its_field_alone()
    {
        var graph = new TestGraph("type Query { a: Int b: Int }").Batch("Query.a", (_, _) => []).Give("Query.b", 1);
        var answer = await graph.AskAsync("{ a b }");
        Assert.Equal("""{"a":null,"b":1}""", answer.Data);
        Assert.Equal(["a INTERNAL"], answer.Errors);
        Assert.Contains("0 values for 1 parents", graph.Log.Entries[0].Exception!.Message, StringComparison.Ordinal);
    }

    private static TestGraph Graph(List<(string Field, int Parents)> steps, int runs)
    {
        var graph = new TestGraph(Sdl);
        void Count(string coordinate, Func<object?> value) => graph.Batch(coordinate, (context, parents) =>
        {
            steps.Add((context.Selection.Field.Name, parents.Count));
            return [.. parents.Select(_ => value())];
        });
        Count("Query.runs", () => Enumerable.Range(0, runs).Select(_ => TestGraph.Object()).ToArray());
        Count("Run.fill", () => TestGraph.Object(("number", 1)));
        Count("Run.detectors", () => new[] { TestGraph.Object(("name", "TPC")), TestGraph.Object(("name", "ITS")) });
        Count("Detector.fill", () => TestGraph.Object(("number", 2)));
        Count("Fill.runs", () => new[] { TestGraph.Object(), TestGraph.Object() });
        return graph;
    }
}
