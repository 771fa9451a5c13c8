using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Execution.Diagnostics;

/// <summary>What the library's meter tells of requests.</summary>
public sealed class RequestMetricsTests
{
    private const string Sdl = "type Query { a: Int b: Item } type Item { c: Int } type Mutation { m: Int }";

    [Theory]
    [InlineData("{ a }", "graphql.operation.type=query")]
    [InlineData("mutation M { m }", "graphql.operation.type=mutation")]
    [InlineData("{ unknown }", "graphql.operation.type=unknown,error.type=NONE")]
    [InlineData("{ a", "graphql.operation.type=unknown,error.type=HC0014")]
    public async Task Each_request_has_a_duration_by_its_kind_and_refusal(string document, string tags)
    {
        using var measured = new Measurements("graphql.server.request.duration");
        await Graph(measured).AskAsync(document);
        var (given, value) = Assert.Single(measured.Of("graphql.server.request.duration"));
        Assert.Equal(tags, given);
        Assert.True(value > 0);
    }

    [Fact]
    public async Task A_document_is_parsed_validated_and_planned_once()
    {
        using var measured = new Measurements("graphql.server.phase.duration", "graphql.server.cache.lookups");
        var graph = Graph(measured);
        await graph.AskAsync("{ a }");
        Assert.Equal(["parse", "validate", "coerce", "plan", "execute"], measured.TagsOf("graphql.server.phase.duration").Select(t => t.Split('=')[1]));
        await graph.AskAsync("{ a }");
        Assert.Equal(["coerce", "execute"], measured.TagsOf("graphql.server.phase.duration").Skip(5).Select(t => t.Split('=')[1]));
        Assert.Equal(
            ["document miss", "plan miss", "document hit", "plan hit"],
            measured.TagsOf("graphql.server.cache.lookups").Select(t => t.Replace("graphql.cache=", "").Replace(",graphql.cache.result=", " ")));
    }

    [Fact]
    public async Task Each_step_is_timed_under_its_coordinate_and_properties_are_not()
    {
        using var measured = new Measurements("graphql.server.step.duration");
        var graph = Graph(measured).Give("Query.b", TestGraph.Object(("c", 1)));
        await graph.AskAsync("{ x: b { c } a }");
        Assert.Equal(["graphql.field.coordinate=Query.b"], measured.TagsOf("graphql.server.step.duration"));
    }

    [Fact]
    public async Task Refused_requests_and_failed_fields_are_counted_by_their_codes()
    {
        using var measured = new Measurements("graphql.server.rejected_requests", "graphql.server.field_errors");
        var graph = Graph(measured).Resolve("Query.a", (_, _) => throw new FieldErrorException(new GraphQLError("No.") { Code = "NO" }));
        await graph.AskAsync("{ a x: a }");
        await graph.AskAsync("{");
        await graph.AskAsync("{ unknown }");
        Assert.Equal(["graphql.error.code=NO", "graphql.error.code=NO"], measured.TagsOf("graphql.server.field_errors"));
        Assert.Equal(["graphql.error.code=HC0014", "graphql.error.code=NONE"], measured.TagsOf("graphql.server.rejected_requests"));
    }

    [Fact]
    public async Task Requests_are_active_while_they_are_answered_also_when_the_client_leaves()
    {
        using var measured = new Measurements("graphql.server.active_requests");
        using var gone = new CancellationTokenSource();
        var graph = Graph(measured).Batch("Query.a", async (_, parents, cancel) =>
        {
            Assert.Equal([1.0], measured.Of("graphql.server.active_requests").Select(m => m.Value));
            gone.Cancel();
            await Task.Delay(Timeout.Infinite, cancel);
            return [.. parents];
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.AskAsync("{ a }", cancel: gone.Token));
        Assert.Equal([1.0, -1.0], measured.Of("graphql.server.active_requests").Select(m => m.Value));
    }

    [Fact]
    public async Task A_stream_is_active_until_it_is_closed()
    {
        using var measured = new Measurements("graphql.server.active_streams", "graphql.server.phase.duration");
        var graph = Graph(measured, Sdl + " type Subscription { s: Int }");
        graph.Schema.SubscriptionType!.Fields["s"].Resolver = new ThreeNumbers();
        var request = new GraphQLRequest { Query = "subscription { s }", AllowsSubscriptions = true };
        await using (var stream = (ResultStream)await graph.Executor.RespondAsync(request, graph, default))
        {
            Assert.Equal([("graphql.operation.type=subscription", 1.0)], measured.Of("graphql.server.active_streams"));
            await foreach (var _ in stream.ReadResultsAsync(default)) Assert.Single(measured.Of("graphql.server.active_streams"));
        }

        Assert.Equal([1.0, -1.0], measured.Of("graphql.server.active_streams").Select(m => m.Value));
        Assert.Equal(3, measured.TagsOf("graphql.server.phase.duration").Count(t => t == "graphql.phase=event"));

        await ((ResultStream)await graph.Executor.RespondAsync(request, graph, default)).DisposeAsync();
        Assert.Equal([1.0, -1.0, 1.0, -1.0], measured.Of("graphql.server.active_streams").Select(m => m.Value));
    }

    private static TestGraph Graph(Measurements measured, string sdl = Sdl) => new(sdl)
    {
        Meters = measured.Factory,
        Options = new RequestExecutorOptions { SlowOperationThreshold = TimeSpan.Zero },
    };

    private sealed class ThreeNumbers : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel) => ValueTask.FromResult(Numbers());

        private static async IAsyncEnumerable<object?> Numbers()
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
    }
}
