using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>A small graph with a field for each way that an answer can go.</summary>
internal sealed class SampleGraph
{
    private const string Sdl = """
        type Query {
          hello(name: String! = "world"): String!
          fails: String
          failsAltogether: String!
          wait: String
          repeat(text: String!, count: Int!): String!
        }

        type Mutation {
          setGreeting(text: String!): String!
        }

        type Subscription {
          count(to: Int!): Int!
          countThenFail(to: Int!): Int!
          told: String!
          refused: String!
          flood(length: Int!): String!
        }
        """;

    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SampleGraph()
    {
        Schema = SdlSchemaBuilder.Build(Sdl);
        Streams = new SampleStreams(Schema.SubscriptionType!);
        var query = Schema.QueryType!.Fields;
        query["hello"].Resolver = new TestResolver((context, _) => Task.FromResult<object?>($"Hello, {context.Arguments["name"]}!"));
        query["fails"].Resolver = query["failsAltogether"].Resolver = new TestResolver((_, _) => throw new InvalidOperationException("secret detail"));
        query["wait"].Resolver = new TestResolver(WaitAsync);
        query["repeat"].Resolver = new TestResolver((context, _) =>
            Task.FromResult<object?>(string.Concat(Enumerable.Repeat((string)context.Arguments["text"]!, (int)context.Arguments["count"]!))));
        Schema.MutationType!.Fields["setGreeting"].Resolver = new TestResolver((context, _) =>
        {
            Greeting = (string)context.Arguments["text"]!;
            return Task.FromResult<object?>(Greeting);
        });
    }

    public Schema Schema { get; }

    /// <summary>What the subscriptions follow.</summary>
    public SampleStreams Streams { get; }

    /// <summary>What the mutation set; null before it ran.</summary>
    public string? Greeting { get; private set; }

    /// <summary>Completes when a request waits at <c>wait</c>.</summary>
    public Task Entered => entered.Task;

    /// <summary>Completes when the request that waited was cancelled.</summary>
    public Task Cancelled => cancelled.Task;

    /// <summary>Lets the request that waits go on.</summary>
    public void Open() => gate.SetResult("done");

    private async Task<object?> WaitAsync(IFieldContext context, CancellationToken cancel)
    {
        entered.TrySetResult();
        try
        {
            return await gate.Task.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            cancelled.TrySetResult();
            throw;
        }
    }

    private sealed class TestResolver(Func<IFieldContext, CancellationToken, Task<object?>> resolve) : BatchResolver
    {
        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel) =>
            [.. Enumerable.Repeat(await resolve(context, cancel), parents.Count)];
    }
}
