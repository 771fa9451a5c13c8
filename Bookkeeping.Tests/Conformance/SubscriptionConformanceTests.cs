using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.Conformance;

public sealed class SubscriptionConformanceTests
{
    // The specification refuses it by "Single Root Field"; the reference implementation was given it unvalidated.
    private const string SeveralRootFields = "subscription/subscribe/003";

    [CorpusFact]
    public void Subscriptions_are_answered_as_by_the_reference_implementation()
    {
        var schemas = Corpus.Load("subscription.json").GetProperty("schemas");
        Corpus.RunAll("subscription.json", test => RunAsync(test, schemas).GetAwaiter().GetResult());
    }

    private static async Task RunAsync(JsonElement test, JsonElement schemas)
    {
        var schema = SdlSchemaBuilder.Build(schemas.GetProperty(test.Text("schema")).GetString()!);
        TraceResolver.AddTo(schema);
        var events = new EventTraces(test);
        foreach (var field in schema.SubscriptionType?.Fields ?? []) field.Resolver = new EventResolver(events);
        var executor = new RequestExecutor(schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var request = new GraphQLRequest
        {
            Query = test.Text("document"),
            Variables = test.TryGetProperty("variables", out var variables) ? variables : default,
            AllowsSubscriptions = true,
        };
        var response = await executor.RespondAsync(request, events, CancellationToken.None);

        if (test.Id() == SeveralRootFields) Assert.True(Assert.IsType<ExecutionResult>(response).IsRequestError);
        else if (test.TryGetProperty("expected", out var expected)) CheckRefusal(expected.GetProperty("initialResponse"), response);
        else await CheckEventsAsync(test, response);
        Assert.Empty(events.WrongArguments);
    }

    private static void CheckRefusal(JsonElement expected, ExecutionResponse response)
    {
        var answer = Json(Assert.IsType<ExecutionResult>(response));
        Assert.Equal("absent", Text(answer, "data"));

        // Validation refuses some at the name of the field, the reference implementation at the operation or field as it executes.
        Assert.NotEmpty(answer.GetProperty("errors").EnumerateArray());
        if (expected.GetProperty("errors")[0].TryGetProperty("path", out _)) Assert.Equal(Errors(expected), Errors(answer));
    }

    private static async Task CheckEventsAsync(JsonElement test, ExecutionResponse response)
    {
        await using var stream = Assert.IsType<ResultStream>(response);
        var answers = new List<JsonElement>();
        await foreach (var result in stream.ReadResultsAsync(CancellationToken.None)) answers.Add(Json(result));
        if (test.TryGetProperty("sourceStreamError", out _))
        {
            Assert.Equal("absent", Text(answers[^1], "data"));
            Assert.Single(answers[^1].GetProperty("errors").EnumerateArray());
            answers.RemoveAt(answers.Count - 1);
        }

        var expected = test.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("expected")).ToList();
        Assert.Equal(expected.Select(e => Text(e, "data")), answers.Select(a => Text(a, "data")));
        Assert.Equal(expected.Select(Errors), answers.Select(Errors));
    }

    private static JsonElement Json(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static string Text(JsonElement answer, string member) => answer.TryGetProperty(member, out var value) ? JsonSerializer.Serialize(value) : "absent";

    private static string Errors(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? string.Join("\n", errors.EnumerateArray().Select(e => $"{Text(e, "path")} {Text(e, "locations")}").Order(StringComparer.Ordinal))
        : "";

    /// <summary>The recorded resolvers, of one event after the other.</summary>
    private sealed class EventTraces(JsonElement test) : IServiceProvider
    {
        private Trace current = new([]);

        public List<string> WrongArguments { get; } = [];

        public object? GetService(Type serviceType) => serviceType == typeof(Trace) ? current : null;

        public async IAsyncEnumerable<object?> FollowAsync(string field, IReadOnlyDictionary<string, object?> arguments)
        {
            await Task.Yield();
            foreach (var happened in test.GetProperty("events").EnumerateArray())
            {
                current = new Trace(happened.GetProperty("resolvers").EnumerateArray());
                yield return current.Answer(field, arguments);
                WrongArguments.AddRange(current.WrongArguments);
            }

            if (test.TryGetProperty("sourceStreamError", out var error)) throw new InvalidOperationException(error.GetString());
        }

        public bool HasEvents => test.TryGetProperty("events", out _);
    }

    private sealed class EventResolver(EventTraces events) : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel) => events.HasEvents
            ? ValueTask.FromResult(events.FollowAsync(context.Selection.ResponseName, context.Arguments))
            : throw new InvalidOperationException("The recorded source failed.");
    }
}
