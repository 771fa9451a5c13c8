using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Client.Json;
using Bookkeeping.Client.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Client;

/// <summary>Operations as the generator writes them, for tests of the runtime alone.</summary>
internal static class SampleOperations
{
    public static readonly OperationDocument Query = new(OperationKind.Query, "Value", "query Value { value }", "a1");
    public static readonly OperationDocument Mutation = new(OperationKind.Mutation, "Set", "mutation Set { value }", "a2");
    public static readonly OperationDocument Subscription = new(OperationKind.Subscription, "Changed", "subscription Changed($after: String) { changed(after: $after) { cursor } }", "a3");

    public static readonly ResumePoint<Event> Resume = new("after", data => data.Cursor);

    /// <summary>A client of a server, with pauses that tests need not wait for.</summary>
    public static ServiceProvider Connect(Uri address, Action<ClientOptions>? configure = null, Action<ClientBuilder>? build = null)
    {
        var builder = new ClientBuilder(new ServiceCollection(), "Sample", RequestStrategy.Default)
            .ConfigureHttpClient(http => http.BaseAddress = address)
            .ConfigureOptions(options =>
            {
                options.RetryDelay = options.MaxRetryDelay = options.ReconnectDelay = options.MaxReconnectDelay = TimeSpan.FromMilliseconds(5);
                options.WatchInterval = TimeSpan.Zero;
                configure?.Invoke(options);
            });
        build?.Invoke(builder);
        return builder.AddClient(client => client).Services.BuildServiceProvider();
    }

    public static Task<IOperationResult<Value>> AskAsync(this IServiceProvider services, OperationDocument? document = null) =>
        services.GetRequiredService<GraphQLClient>().ExecuteAsync(document ?? Query, NoVariables.Instance, Value.Read, CancellationToken.None);

    public static IAsyncEnumerable<IOperationResult<Event>> FollowAsync(this IServiceProvider services, ResumePoint<Event>? resume = null, string? after = null, CancellationToken cancel = default) =>
        services.GetRequiredService<GraphQLClient>().SubscribeAsync(Subscription, new After(after), Event.Read, resume, cancel);

    /// <summary>The answer's data.</summary>
    internal sealed record Value(string Text)
    {
        public static Value Read(JsonElement json) => new(ScalarReader.String(json.Field("value")));
    }

    /// <summary>An event's data.</summary>
    internal sealed record Event(string Cursor)
    {
        public static Event Read(JsonElement json) => new(ScalarReader.String(json.Field("changed").Field("cursor")));
    }

    private sealed record After(string? Cursor) : IVariables
    {
        public void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            if (Cursor is not null) writer.WriteString("after", Cursor);
            writer.WriteEndObject();
        }
    }
}
