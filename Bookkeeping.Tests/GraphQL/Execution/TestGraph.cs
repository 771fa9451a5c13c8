using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.GraphQL.Execution;

/// <summary>A graph made of SDL and of what its fields give. Objects are dictionaries; a field that is not set reads its parent's entry.</summary>
internal sealed class TestGraph : IServiceProvider
{
    private readonly Lazy<RequestExecutor> executor;

    public TestGraph(string sdl)
    {
        Schema = SdlSchemaBuilder.Build(sdl);
        executor = new Lazy<RequestExecutor>(() => new RequestExecutor(Schema, Options, Log, Time, Meters));
        foreach (var type in Schema.Types.OfType<ObjectType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
            foreach (var field in type.Fields)
                field.Resolver = new PropertyResolver(parent => ((IReadOnlyDictionary<string, object?>)parent).GetValueOrDefault(field.Name));
        foreach (var contract in Schema.Types.OfType<InterfaceType>()) contract.ResolveType = TypeNameOf;
        foreach (var union in Schema.Types.OfType<UnionType>()) union.ResolveType = TypeNameOf;
    }

    public Schema Schema { get; }

    public RequestExecutorOptions Options { get; set; } = new() { SlowOperationThreshold = TimeSpan.Zero };

    public IMeterFactory? Meters { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public TestLog Log { get; } = new();

    public RequestExecutor Executor => executor.Value;

    public object? GetService(Type serviceType) => serviceType == typeof(TestGraph) ? this : null;

    /// <summary>An object; its type's name is needed behind an interface or union.</summary>
    public static Dictionary<string, object?> Object(params (string Name, object? Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value);

    /// <summary>The field gives this to every parent.</summary>
    public TestGraph Give(string coordinate, object? value) => Resolve(coordinate, (_, _) => value);

    /// <summary>The field computes its value for each parent.</summary>
    public TestGraph Resolve(string coordinate, Func<IFieldContext, object, object?> resolve) =>
        Batch(coordinate, (context, parents) => [.. parents.Select(parent => resolve(context, parent))]);

    /// <summary>The field computes the values of all parents.</summary>
    public TestGraph Batch(string coordinate, Func<IFieldContext, IReadOnlyList<object>, IReadOnlyList<object?>> resolve) =>
        Batch(coordinate, (context, parents, _) => Task.FromResult(resolve(context, parents)));

    /// <summary>The field computes the values of all parents, and waits.</summary>
    public TestGraph Batch(string coordinate, Func<IFieldContext, IReadOnlyList<object>, CancellationToken, Task<IReadOnlyList<object?>>> resolve) =>
        Set(coordinate, new FunctionResolver(resolve));

    /// <summary>The field reads a property.</summary>
    public TestGraph Property(string coordinate, Func<object, object?> get) => Set(coordinate, new PropertyResolver(get));

    /// <summary>The field of a subscription follows these events.</summary>
    public TestGraph Follow(string coordinate, Func<IFieldContext, CancellationToken, IAsyncEnumerable<object?>> subscribe) =>
        Set(coordinate, new StreamResolver(subscribe));

    /// <summary>Asks in a way that takes streams; the test disposes the stream, if it gets one.</summary>
    public Task<ExecutionResponse> RespondAsync(
        string document, string? variables = null, CancellationToken cancel = default, IServiceProvider? services = null, IncrementalFormat format = IncrementalFormat.V02) =>
        Executor.RespondAsync(
            new GraphQLRequest
            {
                Query = document,
                Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
                AllowsSubscriptions = true,
                IncrementalFormat = format,
            },
            services ?? this,
            cancel);

    public async Task<Answer> AskAsync(string document, string? variables = null, string? operationName = null, CancellationToken cancel = default)
    {
        var request = new GraphQLRequest
        {
            Query = document,
            OperationName = operationName,
            Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
        };
        return Answer.Of(await Executor.ExecuteAsync(request, this, cancel));
    }

    private TestGraph Set(string coordinate, FieldResolver resolver)
    {
        var (type, field) = (coordinate.Split('.')[0], coordinate.Split('.')[1]);
        ((ObjectType)Schema.FindType(type)!).Fields[field].Resolver = resolver;
        return this;
    }

    private static string? TypeNameOf(object value) => ((IReadOnlyDictionary<string, object?>)value).GetValueOrDefault("__typename") as string;

    private sealed class StreamResolver(Func<IFieldContext, CancellationToken, IAsyncEnumerable<object?>> subscribe) : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel) =>
            ValueTask.FromResult(subscribe(context, cancel));
    }

    private sealed class FunctionResolver(Func<IFieldContext, IReadOnlyList<object>, CancellationToken, Task<IReadOnlyList<object?>>> resolve) : BatchResolver
    {
        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel) =>
            await resolve(context, parents, cancel);
    }
}

/// <summary>An answer: the text of its data (<c>absent</c> when there is none), and of each error its path and code.</summary>
internal sealed record Answer(string Data, IReadOnlyList<string> Errors, JsonElement Json, ExecutionResult Result)
{
    public static Answer Of(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        var json = JsonDocument.Parse(buffer.WrittenMemory).RootElement;
        var data = json.TryGetProperty("data", out var value) ? value.GetRawText() : "absent";
        var errors = json.TryGetProperty("errors", out var list) ? list.EnumerateArray().Select(Describe).ToList() : [];
        return new Answer(data, errors, json, result);
    }

    /// <summary>An error's member of its extensions.</summary>
    public JsonElement Extension(string name, int error = 0) => Json.GetProperty("errors")[error].GetProperty("extensions").GetProperty(name);

    public string Message(int error = 0) => Json.GetProperty("errors")[error].GetProperty("message").GetString()!;

    private static string Describe(JsonElement error)
    {
        var path = error.TryGetProperty("path", out var segments) ? string.Join('/', segments.EnumerateArray()) : "";
        var code = error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var value) ? value.GetString() : "";
        return $"{path} {code}".Trim();
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class TestLog : ILogger<RequestExecutor>
{
    public List<(string Text, Exception? Exception)> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Add((formatter(state, exception), exception));
}
