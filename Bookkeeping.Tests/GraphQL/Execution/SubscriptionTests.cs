using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class SubscriptionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Subscription { runStarted(above: Int = 0): Run plain: Int needed: Int! }
        type Run { runNumber: Int! fill: Int services: Int }
        """;

    [Fact]
    public async Task Each_event_is_answered_by_the_selection_made_on_it()
    {
        var graph = Follow("runStarted", Runs(1, 2));
        await using var stream = await OpenAsync(graph, "subscription { started: runStarted { number: runNumber } }");
        Assert.Equal(OperationKind.Subscription, stream.Operation);
        Assert.False(stream.IsIncremental);
        Assert.Equal(["""{"started":{"number":1}}""", """{"started":{"number":2}}"""], await DataAsync(stream));
    }

    [Fact]
    public async Task The_stream_is_opened_with_the_arguments_of_its_field()
    {
        IReadOnlyDictionary<string, object?>? arguments = null;
        var graph = new TestGraph(Sdl).Follow("Subscription.runStarted", (context, _) =>
        {
            arguments = context.Arguments;
            return Runs(1);
        });
        await using var stream = (ResultStream)await graph.RespondAsync("subscription ($n: Int) { runStarted(above: $n) { runNumber } }", """{"n":7}""");
        Assert.Equal(7, arguments!["above"]);
    }

    [Fact]
    public async Task An_event_is_null_or_failed_without_ending_the_stream()
    {
        var graph = Follow("plain", Events(null, new FieldFault(new GraphQLError("No.") { Code = "NO" }), 3));
        await using var stream = await OpenAsync(graph, "subscription { plain }");
        var answers = await AnswersAsync(stream);
        Assert.Equal(["""{"plain":null}""", """{"plain":null}""", """{"plain":3}"""], answers.Select(a => a.Data));
        Assert.Equal(["plain NO"], answers[1].Errors);
    }

    [Fact]
    public async Task A_null_where_none_may_be_nulls_the_data_of_that_event_alone()
    {
        await using var stream = await OpenAsync(Follow("needed", Events(null, 2)), "subscription { needed }");
        Assert.Equal(["null", """{"needed":2}"""], await DataAsync(stream));
    }

    [Fact]
    public async Task Fields_below_an_event_get_all_its_objects_at_once()
    {
        var batches = new List<int>();
        var graph = new TestGraph("type Query { a: Int } type Subscription { runs: [Run] } type Run { fill: Int }")
            .Batch("Run.fill", (_, parents) =>
            {
                batches.Add(parents.Count);
                return [.. parents.Select(_ => (object?)1)];
            })
            .Follow("Subscription.runs", (_, _) => Events(new object[] { TestGraph.Object(), TestGraph.Object() }, Array.Empty<object>()));
        await using var stream = await OpenAsync(graph, "subscription { runs { fill } }");
        Assert.Equal(["""{"runs":[{"fill":1},{"fill":1}]}""", """{"runs":[]}"""], await DataAsync(stream));
        Assert.Equal([2], batches);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_opened_is_one_answer_with_the_error_of_its_field()
    {
        var graph = new TestGraph(Sdl).Follow("Subscription.plain", (_, _) => throw new FieldErrorException(new GraphQLError("Full.") { Code = "FULL" }));
        var result = Assert.IsType<ExecutionResult>(await graph.RespondAsync("subscription { p: plain }"));
        var answer = Answer.Of(result);
        Assert.True(result.IsRequestError);
        Assert.Equal("absent", answer.Data);
        Assert.Equal(["p FULL"], answer.Errors);
        Assert.Equal(16, answer.Json.GetProperty("errors")[0].GetProperty("locations")[0].GetProperty("column").GetInt32());
    }

    [Fact]
    public async Task A_field_that_is_no_stream_is_our_fault()
    {
        var graph = new TestGraph(Sdl).Give("Subscription.plain", 1);
        var answer = Answer.Of(Assert.IsType<ExecutionResult>(await graph.RespondAsync("subscription { plain }")));
        Assert.Equal(["plain INTERNAL"], answer.Errors);
        Assert.Single(graph.Log.Entries);
    }

    [Fact]
    public async Task A_stream_that_throws_ends_with_its_error()
    {
        static async IAsyncEnumerable<object?> Breaking()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }

        var graph = Follow("plain", Breaking());
        await using var stream = await OpenAsync(graph, "subscription { plain }");
        var answers = await AnswersAsync(stream);
        Assert.Equal(["""{"plain":1}""", "absent"], answers.Select(a => a.Data));
        Assert.Equal(["plain INTERNAL"], answers[1].Errors);
        Assert.Equal("broken", Assert.Single(graph.Log.Entries).Exception!.Message);
    }

    [Fact]
    public async Task An_event_that_takes_too_long_is_given_up_and_the_next_one_is_answered()
    {
        var clock = new TestClock();
        var graph = new TestGraph(Sdl) { Time = clock }.Follow("Subscription.runStarted", (_, _) => Runs(1, 2));
        graph.Batch("Run.fill", async (_, parents, cancel) =>
        {
            if (((Dictionary<string, object?>)parents[0])["runNumber"] is 2) return [5];
            var never = Task.Delay(Timeout.Infinite, cancel);
            clock.Advance(TimeSpan.FromSeconds(30));
            await never;
            return [4];
        });
        await using var stream = await OpenAsync(graph, "subscription { runStarted { fill } }");
        var answers = await AnswersAsync(stream);
        Assert.Equal(["HC0045"], answers[0].Errors);
        Assert.Equal("""{"runStarted":{"fill":5}}""", answers[1].Data);
    }

    [Fact]
    public async Task A_subscription_has_no_deadline_of_its_own()
    {
        var clock = new TestClock();
        static async IAsyncEnumerable<object?> Slow(TestClock clock)
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                clock.Advance(TimeSpan.FromDays(1));
                yield return i;
            }
        }

        var graph = new TestGraph(Sdl) { Time = clock }.Follow("Subscription.plain", (_, _) => Slow(clock));
        await using var stream = await OpenAsync(graph, "subscription { plain }");
        Assert.Equal(3, (await DataAsync(stream)).Count);
    }

    [Fact]
    public async Task A_stream_that_is_not_opened_in_time_is_refused()
    {
        var clock = new TestClock();
        var graph = new TestGraph(Sdl) { Time = clock };
        ((ObjectType)graph.Schema.FindType("Subscription")!).Fields["plain"].Resolver = new NeverOpening();
        var answering = graph.RespondAsync("subscription { plain }");
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["HC0045"], Answer.Of(Assert.IsType<ExecutionResult>(await answering)).Errors);
    }

    [Fact]
    public async Task Each_event_has_services_of_its_own_until_the_next_one_and_the_stream_those_of_the_request()
    {
        await using var services = new ServiceCollection().AddScoped<Counted>().BuildServiceProvider();
        await using var request = services.CreateAsyncScope();
        var ofStream = request.ServiceProvider.GetRequiredService<Counted>();
        List<Counted> ofEvents = [], ofSource = [];
        var graph = new TestGraph(Sdl)
            .Follow("Subscription.runStarted", (context, _) =>
            {
                ofSource.Add(context.Services.GetRequiredService<Counted>());
                return Runs(1, 2);
            })
            .Resolve("Run.services", (context, _) =>
            {
                ofEvents.Add(context.Services.GetRequiredService<Counted>());
                return ofEvents.Count;
            });
        await using var stream = (ResultStream)await graph.RespondAsync("subscription { runStarted { services } }", services: request.ServiceProvider);
        await foreach (var _ in stream.ReadResultsAsync(default)) Assert.False(ofEvents[^1].IsDisposed);

        Assert.Same(ofStream, Assert.Single(ofSource));
        Assert.Equal(2, ofEvents.Distinct().Count());
        Assert.All(ofEvents, s => Assert.True(s.IsDisposed));
        Assert.False(ofStream.IsDisposed);
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("request")]
    [InlineData("dispose")]
    [InlineData("leave")]
    public async Task Whoever_ends_the_stream_the_producer_is_closed(string end)
    {
        using var reader = new CancellationTokenSource();
        using var request = new CancellationTokenSource();
        var closed = new TaskCompletionSource();
        var graph = new TestGraph(Sdl).Follow("Subscription.plain", (_, cancel) => Endless(closed, cancel));
        var stream = (ResultStream)await graph.RespondAsync("subscription { plain }", cancel: request.Token);

        var reading = ReadAsync();
        if (end is "reader" or "request") await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        else await reading;
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await stream.DisposeAsync();
        Assert.Empty(graph.Log.Entries);

        async Task ReadAsync()
        {
            await foreach (var _ in stream.ReadResultsAsync(reader.Token))
            {
                if (end == "leave") break;
                if (end == "reader") await reader.CancelAsync();
                if (end == "request") await request.CancelAsync();
                if (end == "dispose") await stream.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_is_closed_by_its_disposal()
    {
        var events = new Tracked();
        var graph = new TestGraph(Sdl).Follow("Subscription.plain", (_, _) => events);
        var stream = (ResultStream)await graph.RespondAsync("subscription { plain }");
        await stream.DisposeAsync();
        await stream.DisposeAsync();
        Assert.Equal(1, events.Closed);
        Assert.Throws<InvalidOperationException>(() => stream.ReadResultsAsync(default));
    }

    [Fact]
    public async Task A_producer_that_does_not_heed_the_end_does_not_hold_its_reader()
    {
        using var reader = new CancellationTokenSource();
        var deaf = Channel.CreateUnbounded<object?>();
        var closed = new TaskCompletionSource();
        var graph = new TestGraph(Sdl).Follow("Subscription.plain", (_, _) => DeafAsync());
        var stream = (ResultStream)await graph.RespondAsync("subscription { plain }");
        var next = stream.ReadResultsAsync(reader.Token).GetAsyncEnumerator(default);
        var waiting = next.MoveNextAsync();
        await reader.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await next.DisposeAsync();
        Assert.False(closed.Task.IsCompleted);

        deaf.Writer.TryWrite(1);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));

        async IAsyncEnumerable<object?> DeafAsync()
        {
            try
            {
                while (true) yield return await deaf.Reader.ReadAsync(CancellationToken.None);
            }
            finally
            {
                closed.SetResult();
            }
        }
    }

    private static TestGraph Follow(string field, IAsyncEnumerable<object?> events) => new TestGraph(Sdl).Follow($"Subscription.{field}", (_, _) => events);

    private static async Task<ResultStream> OpenAsync(TestGraph graph, string document) => (ResultStream)await graph.RespondAsync(document);

    private static async Task<List<Answer>> AnswersAsync(ResultStream stream)
    {
        var answers = new List<Answer>();
        await foreach (var result in stream.ReadResultsAsync(default)) answers.Add(Answer.Of(result));
        return answers;
    }

    private static async Task<List<string>> DataAsync(ResultStream stream) => [.. (await AnswersAsync(stream)).Select(a => a.Data)];

    private static IAsyncEnumerable<object?> Runs(params int[] numbers) => Events([.. numbers.Select(n => TestGraph.Object(("runNumber", n)))]);

    private static async IAsyncEnumerable<object?> Events(params object?[] events)
    {
        foreach (var happened in events)
        {
            await Task.Yield();
            yield return happened;
        }
    }

    private static async IAsyncEnumerable<object?> Endless(TaskCompletionSource closed, [EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, cancel);
        }
        finally
        {
            closed.SetResult();
        }
    }

    private sealed class NeverOpening : SubscriptionResolver
    {
        public override async ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel)
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return Events();
        }
    }

    private sealed class Tracked : IAsyncEnumerable<object?>, IAsyncEnumerator<object?>
    {
        public int Closed { get; private set; }

        public object? Current => null;

        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => ValueTask.FromResult(false);

        public ValueTask DisposeAsync()
        {
            Closed++;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Counted : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
