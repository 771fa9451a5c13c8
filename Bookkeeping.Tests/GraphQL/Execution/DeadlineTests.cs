namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_request_that_passes_its_deadline_is_answered_by_one_error_and_no_data()
    {
        var clock = new TestClock();
        var graph = Waiting(clock, () => clock.Advance(TimeSpan.FromSeconds(30)));
        var answer = await graph.AskAsync("{ quick slow }");
        Assert.Equal("absent", answer.Data);
        Assert.Equal(["HC0045"], answer.Errors);
        Assert.True(answer.Result.IsRequestError);
        Assert.Empty(graph.Log.Entries);
    }

    [Fact]
    public async Task A_request_within_its_deadline_is_answered()
    {
        var clock = new TestClock();
        var graph = new TestGraph("type Query { a: Int }") { Time = clock }.Resolve("Query.a", (_, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(29.9));
            return 1;
        });
        Assert.Equal("""{"a":1}""", (await graph.AskAsync("{ a }")).Data);
    }

    [Fact]
    public async Task The_next_resolver_does_not_start_after_the_deadline()
    {
        var clock = new TestClock();
        var started = false;
        var graph = new TestGraph("type Query { a: Int b: Int }") { Time = clock }
            .Resolve("Query.a", (_, _) =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                return 1;
            })
            .Resolve("Query.b", (_, _) => started = true);
        Assert.Equal(["HC0045"], (await graph.AskAsync("{ a b }")).Errors);
        Assert.False(started);
    }

    [Fact]
    public async Task A_client_that_is_gone_gets_no_answer()
    {
        using var client = new CancellationTokenSource();
        var graph = Waiting(new TestClock(), client.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.AskAsync("{ slow }", cancel: client.Token));
        Assert.Empty(graph.Log.Entries);
    }

    [Fact]
    public async Task What_a_database_throws_at_a_cancelled_statement_is_no_error_of_its_field()
    {
        using var client = new CancellationTokenSource();
        var graph = new TestGraph("type Query { a: Int }").Resolve("Query.a", (_, _) =>
        {
            client.Cancel();
            throw new InvalidOperationException("interrupted");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.AskAsync("{ a }", cancel: client.Token));
    }

    [Fact]
    public async Task A_resolver_that_gives_up_by_itself_is_an_error_of_its_field()
    {
        var graph = new TestGraph("type Query { a: Int }").Resolve("Query.a", (_, _) => throw new OperationCanceledException("its own time-out"));
        var answer = await graph.AskAsync("{ a }");
        Assert.Equal("""{"a":null}""", answer.Data);
        Assert.Equal(["a INTERNAL"], answer.Errors);
    }

    private static TestGraph Waiting(TestClock clock, Action whileWaiting) => new TestGraph("type Query { quick: Int slow: Int }") { Time = clock }
        .Give("Query.quick", 1)
        .Batch("Query.slow", async (_, _, cancel) =>
        {
            var never = Task.Delay(Timeout.Infinite, cancel);
            whileWaiting();
            await never;
            return [1];
        });
}
