using System.Buffers;
using System.Text;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Sharing;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class SharingTests
{
    private const string Sdl = "type Query { a: Int } type Subscription { happened(after: Int, where: Where): Happening } type Happening { number: Int! double(by: Int): Int } input Where { n: [Int] m: Int }";

    private readonly List<int> batches = [];

    [Fact]
    public async Task What_several_get_is_resolved_once_and_written_once()
    {
        var happening = new Happening(2);
        var graph = Graph(_ => [happening]);
        await using var services = new ServiceCollection().BuildServiceProvider();
        for (var i = 0; i < 3; i++) Assert.Equal(["""{"data":{"happened":{"number":2,"double":4}}}"""], await AnswersAsync(graph, services));
        Assert.Equal([1], batches);
    }

    [Fact]
    public async Task Events_that_are_joined_are_resolved_together_and_fail_alone()
    {
        var happenings = Enumerable.Range(1, 120).Select(number => new Happening(number)).ToList();
        SharedEvent.Join(happenings);
        var graph = Graph(_ => happenings);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var answers = await AnswersAsync(graph, services);
        Assert.Equal([50, 50, 20], batches);
        Assert.Equal("""{"data":{"happened":{"number":120,"double":240}}}""", answers[^1]);
        Assert.Equal("""{"errors":[{"message":"Thirteen.","locations":[{"line":1,"column":34}],"path":["happened","double"]}],"data":{"happened":{"number":13,"double":null}}}""", answers[12]);
        Assert.DoesNotContain("errors", answers[11] + answers[13]);
    }

    [Fact]
    public async Task Who_leaves_while_an_answer_is_made_takes_it_from_nobody()
    {
        var (asked, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        var happening = new Happening(2);
        var graph = new TestGraph(Sdl).Follow("Subscription.happened", (_, _) => Events([happening])).Property("Happening.number", happened => ((Happening)happened).Number)
            .Batch("Happening.double", async (_, parents, cancel) =>
            {
                asked.SetResult();
                await free.Task.WaitAsync(cancel);
                return [.. parents.Select(_ => (object?)4)];
            });
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var gone = new CancellationTokenSource();
        var first = (ResultStream)await graph.RespondAsync("subscription { happened { number double } }", services: services, cancel: gone.Token);
        var reading = first.ReadResultsAsync(CancellationToken.None).GetAsyncEnumerator();
        var next = reading.MoveNextAsync().AsTask();
        await asked.Task;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        var second = AnswersAsync(graph, services);
        free.SetResult();
        Assert.Equal(["""{"data":{"happened":{"number":2,"double":4}}}"""], await second);
    }

    [Theory]
    [InlineData("subscription ($a: Int, $w: Where) { happened(after: $a, where: $w) { number } }", """{"a":1,"w":{"n":[1,2]}}""", """{"a":2,"w":{"n":[1,2]}}""", true)]
    [InlineData("subscription ($a: Int, $w: Where) { happened(after: $a, where: $w) { number } }", """{"w":{"m":3,"n":[1]}}""", """{"w":{"n":[1],"m":3}}""", true)]
    [InlineData("subscription ($a: Int, $w: Where) { happened(after: $a, where: $w) { number } }", """{"w":{"n":[1,2]}}""", """{"w":{"n":[12]}}""", false)]
    [InlineData("subscription ($a: Int, $w: Where) { happened(after: $a, where: $w) { number } }", """{"w":{"n":[]}}""", """{"w":{"n":null}}""", false)]
    [InlineData("subscription ($a: Int, $w: Where) { happened(after: $a, where: $w) { number } }", """{"w":null}""", """{}""", false)]
    [InlineData("subscription ($a: Int) { happened(after: $a) { ...more } } fragment more on Happening { double(by: $a) }", """{"a":1}""", """{"a":2}""", false)]
    [InlineData("subscription ($a: Int) { happened(after: 1, where: {n: [$a]}) { number } }", """{"a":1}""", """{"a":2}""", false)]
    [InlineData("subscription ($a: Int) { happened(after: 1, where: {n: [$a]}) { number } }", """{"a":1}""", """{"a":1}""", true)]
    public async Task The_same_is_asked_when_all_but_one_argument_is_equal(string document, string left, string right, bool isSame)
    {
        var asked = new List<object>();
        var graph = new TestGraph(Sdl).Follow("Subscription.happened", (context, _) =>
        {
            asked.Add(((ISubscriptionContext)context).AskedWithout("after"));
            return Events([]);
        });
        foreach (var variables in new[] { left, right }) await ((ResultStream)await graph.RespondAsync(document, variables)).DisposeAsync();
        Assert.Equal(isSame, asked[0].Equals(asked[1]));
        if (isSame) Assert.Equal(asked[0].GetHashCode(), asked[1].GetHashCode());
    }

    private TestGraph Graph(Func<int, IEnumerable<Happening>> events) => new TestGraph(Sdl)
        .Follow("Subscription.happened", (_, _) => Events(events(0)))
        .Property("Happening.number", happened => ((Happening)happened).Number)
        .Batch("Happening.double", (_, parents) =>
        {
            batches.Add(parents.Count);
            return [.. parents.Select(parent => ((Happening)parent).Number is var number && number == 13
                ? new FieldFault(new GraphQLError("Thirteen."))
                : (object?)(number * 2))];
        });

    private static async IAsyncEnumerable<object?> Events(IEnumerable<Happening> events)
    {
        await Task.Yield();
        foreach (var happened in events) yield return happened;
    }

    private static async Task<List<string>> AnswersAsync(TestGraph graph, IServiceProvider services)
    {
        await using var stream = (ResultStream)await graph.RespondAsync("subscription { happened { number double } }", services: services);
        var answers = new List<string>();
        await foreach (var result in stream.ReadResultsAsync(CancellationToken.None))
        {
            var output = new ArrayBufferWriter<byte>();
            result.WriteTo(output);
            answers.Add(Encoding.UTF8.GetString(output.WrittenSpan));
        }

        return answers;
    }

    private sealed class Happening(int number) : SharedEvent
    {
        public int Number { get; } = number;
    }
}
