using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Execution.Incremental;

public sealed class PartsTests
{
    private const string Sdl = IncrementalClient.Directives + """
        type Query { run: Run runs: [Run!] numbers: [Int!] needed: Needed }
        type Run { number: Int fill: Int tags: [String!] next: Run }
        type Needed { here: Int! fails: Int! }
        """;

    [Fact]
    public async Task A_deferred_fragment_is_announced_then_sent_under_its_id()
    {
        var client = await ReadAsync(Graph(), "{ run { number ... @defer(label: \"L\") { fill } } }");
        Assert.Equal(
            [
                """{"data":{"run":{"number":1}},"pending":[{"id":"0","path":["run"],"label":"L"}],"hasNext":true}""",
                """{"incremental":[{"id":"0","data":{"fill":10}}],"completed":[{"id":"0"}],"hasNext":false}""",
            ],
            client.Payloads);
    }

    [Fact]
    public async Task In_the_older_format_it_is_sent_under_its_path()
    {
        var client = await ReadAsync(Graph(), "{ run { number ... @defer(label: \"L\") { fill } } }", IncrementalFormat.V01);
        Assert.Equal(
            [
                """{"data":{"run":{"number":1}},"hasNext":true}""",
                """{"incremental":[{"data":{"fill":10},"path":["run"],"label":"L"}],"hasNext":false}""",
            ],
            client.Payloads);
    }

    [Theory]
    [InlineData("{ run { number fill ... @defer { fill } } }")]
    [InlineData("{ run { number fill ... @defer(if: false) { fill } } }")]
    [InlineData("query ($d: Boolean = false) { run { number ... @defer(if: $d) { fill } } }")]
    [InlineData("{ run { number fill next { ... @defer { fill } } } }")]
    [InlineData("{ run { number fill } runs @stream(initialCount: 2) { number } }")]
    public async Task What_leaves_nothing_for_later_is_one_ordinary_answer(string document)
    {
        var client = await ReadAsync(Graph(), document);
        Assert.DoesNotContain("hasNext", Assert.Single(client.Payloads), StringComparison.Ordinal);
        Assert.Contains("\"fill\":10", client.Payloads[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_two_fragments_hold_is_sent_once()
    {
        var client = await ReadAsync(Graph(), "{ run { ... @defer { fill number } ... @defer { fill } } }");
        Assert.Equal("""{"run":{"fill":10,"number":1}}""", client.Data);
        Assert.Single(string.Concat(client.Payloads).Split("\"fill\"").Skip(1));
    }

    [Fact]
    public async Task Deferred_fields_of_a_list_are_resolved_for_all_its_items_at_once()
    {
        var batches = new List<int>();
        var graph = Graph().Batch("Run.fill", (_, parents) =>
        {
            batches.Add(parents.Count);
            return [.. parents.Select(_ => (object?)7)];
        });
        await ReadAsync(graph, "{ runs { number ... @defer { fill } } }");
        Assert.Equal([2], batches);
    }

    [Fact]
    public async Task An_error_goes_no_higher_than_the_fragment()
    {
        var client = await ReadAsync(Graph(), "{ needed { here ... @defer { fails } } }");
        Assert.StartsWith("""{"data":{"needed":{"here":1}},""", client.Payloads[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"completed":[{"id":"0","errors":[{"message":""", client.Payloads[1], StringComparison.Ordinal);
        Assert.Equal(["needed/fails"], client.Errors);
    }

    [Fact]
    public async Task A_list_is_streamed_after_its_first_items()
    {
        var graph = Graph();
        graph.Options = new RequestExecutorOptions { StreamedItems = 2 };
        var client = await ReadAsync(graph, "query ($n: Int!) { numbers @stream(initialCount: $n, label: \"L\") }", variables: """{"n":1}""");
        Assert.Equal(
            [
                """{"data":{"numbers":[1]},"pending":[{"id":"0","path":["numbers"],"label":"L"}],"hasNext":true}""",
                """{"incremental":[{"id":"0","items":[2,3]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","items":[4]}],"completed":[{"id":"0"}],"hasNext":false}""",
            ],
            client.Payloads);
    }

    [Fact]
    public async Task A_negative_number_of_first_items_is_an_error_of_the_field()
    {
        var client = await ReadAsync(Graph(), "{ numbers @stream(initialCount: -1) }");
        Assert.Equal("""{"numbers":null}""", client.Data);
        Assert.Equal(["numbers"], client.Errors);
    }

    [Fact]
    public async Task An_asynchronous_list_is_sent_as_it_comes()
    {
        var second = new TaskCompletionSource();
        async IAsyncEnumerable<object?> Coming()
        {
            yield return 1;
            await second.Task;
            yield return 2;
        }

        var graph = Graph().Give("Query.numbers", Coming());
        await using var stream = (ResultStream)await graph.RespondAsync("{ numbers @stream }");
        var payloads = new List<string>();
        await foreach (var result in stream.ReadResultsAsync(default))
        {
            payloads.Add(Answer.Of(result).Json.GetRawText());
            if (payloads.Count == 2) second.SetResult();
        }

        Assert.Equal("""{"incremental":[{"id":"0","items":[1]}],"hasNext":true}""", payloads[1]);
        Assert.Contains("""{"id":"0","items":[2]}""", payloads[2], StringComparison.Ordinal);
        Assert.EndsWith("""completed":[{"id":"0"}],"hasNext":false}""", payloads[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ some @stream(initialCount: 1) }", 2)]
    [InlineData("{ some }", 1)]
    public async Task A_method_that_gives_an_asynchronous_list_is_streamed_where_it_is_asked_for(string document, int payloads)
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Queries)).AddIncrementalDelivery().Build();
        var executor = new RequestExecutor(schema, new RequestExecutorOptions(), new TestLog(), TimeProvider.System);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var response = await executor.RespondAsync(new GraphQLRequest { Query = document, IncrementalFormat = IncrementalFormat.V02 }, services, default);
        var client = await IncrementalClient.ReadAsync(response, IncrementalFormat.V02);
        Assert.Equal("""{"some":[1,2]}""", client.Data);
        Assert.Equal(payloads, client.Payloads.Count);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_completed_by_its_error()
    {
        static async IAsyncEnumerable<object?> Breaking()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }

        var client = await ReadAsync(Graph().Give("Query.numbers", Breaking()), "{ numbers @stream }");
        Assert.Equal("""{"numbers":[1]}""", client.Data);
        Assert.Equal(["numbers"], client.Errors);
    }

    [Fact]
    public async Task The_deadline_covers_all_parts_and_is_told_in_those_that_wait()
    {
        var clock = new TestClock();
        var graph = Graph();
        graph.Time = clock;
        graph.Batch("Run.fill", async (_, _, cancel) =>
        {
            var never = Task.Delay(Timeout.Infinite, cancel);
            clock.Advance(TimeSpan.FromSeconds(30));
            await never;
            return [1];
        });
        var client = await ReadAsync(graph, "{ run { number ... @defer { fill } } }");
        Assert.Contains("HC0045", client.Payloads[^1], StringComparison.Ordinal);
        Assert.StartsWith("""{"completed":[{"id":"0","errors":""", client.Payloads[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_closes_lists_that_are_still_to_come()
    {
        var closed = new TaskCompletionSource();
        async IAsyncEnumerable<object?> Endless()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    await Task.Yield();
                    yield return i;
                }
            }
            finally
            {
                closed.SetResult();
            }
        }

        var graph = Graph().Give("Query.numbers", Endless());
        await using (var stream = (ResultStream)await graph.RespondAsync("{ numbers @stream(initialCount: 1) }"))
            await foreach (var _ in stream.ReadResultsAsync(default)) break;
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_client_that_takes_one_answer_is_refused()
    {
        var result = Assert.IsType<ExecutionResult>(await Graph().RespondAsync("{ run { ... @defer { fill } } }", format: IncrementalFormat.None));
        Assert.True(result.IsOperationKindRefused);
        Assert.Equal(["HC0009"], Answer.Of(result).Errors);
    }

    [Fact]
    public async Task Fragments_deferred_within_each_other_again_and_again_are_bounded()
    {
        var fragments = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"fragment F{i} on Run {{ fill ...F{i + 1} @defer ...F{i + 1} @defer }}"));
        var answer = Answer.Of(Assert.IsType<ExecutionResult>(await Graph().RespondAsync($"{{ run {{ ...F0 }} }} {fragments} fragment F12 on Run {{ fill }}")));
        Assert.Equal(["HC0047"], answer.Errors);
    }

    [Fact]
    public void A_schema_offers_the_directives_when_told_to()
    {
        var offered = SchemaPrinter.Print(new SchemaBuilder().AddQueryType(typeof(Queries)).AddIncrementalDelivery().Build());
        Assert.Contains("@defer(", offered, StringComparison.Ordinal);
        Assert.Contains("@stream(", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("@defer", SchemaPrinter.Print(new SchemaBuilder().AddQueryType(typeof(Queries)).Build()), StringComparison.Ordinal);
    }

    private static TestGraph Graph()
    {
        var (first, second) = (TestGraph.Object(("number", 1), ("fill", 10)), TestGraph.Object(("number", 2), ("fill", 20)));
        return new TestGraph(Sdl)
            .Give("Query.run", first)
            .Give("Query.runs", new object[] { first, second })
            .Give("Query.numbers", new object[] { 1, 2, 3, 4 })
            .Give("Query.needed", TestGraph.Object(("here", 1)));
    }

    private static async Task<IncrementalClient> ReadAsync(TestGraph graph, string document, IncrementalFormat format = IncrementalFormat.V02, string? variables = null) =>
        await IncrementalClient.ReadAsync(await graph.RespondAsync(document, variables, format: format), format);

    public static class Queries
    {
        public static int One() => 1;

        public static async IAsyncEnumerable<int> Some()
        {
            yield return 1;
            yield return 2;
            await Task.CompletedTask;
        }
    }
}
