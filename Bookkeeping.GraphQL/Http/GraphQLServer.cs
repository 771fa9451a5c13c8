using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Topics;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.GraphQL.Http.Persisted;
using Bookkeeping.GraphQL.Http.Streams;
using Bookkeeping.GraphQL.Http.Uploads;
using Bookkeeping.GraphQL.Http.WebSockets;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Registers a GraphQL server.</summary>
public static class GraphQLServer
{
    /// <summary>Registers a server whose schema is built from C# types, when the program starts.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Adds the types to the schema.</param>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services, Action<SchemaBuilder> configure) =>
        services.AddGraphQLServer((builder, _) => configure(builder));

    /// <summary>Registers a server whose schema is built from C# types with the help of services, when the program starts.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Adds the types to the schema; singletons may be taken from the services.</param>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services, Action<SchemaBuilder, IServiceProvider> configure) =>
        services.AddGraphQLServer(provider =>
        {
            var builder = new SchemaBuilder();
            configure(builder, provider);
            return builder.Build();
        });

    /// <summary>Registers a server for a schema made elsewhere.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="createSchema">Makes the schema; called once, when the program starts.</param>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services, Func<IServiceProvider, Schema> createSchema)
    {
        var builder = new GraphQLServerBuilder(services);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(createSchema);
        services.AddSingleton(builder.CreateRequestOptions);
        services.AddSingleton<RequestExecutor>();
        services.AddSingleton<MessageTopics>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TopicOptions>>().Value);
        services.AddOptions<TopicOptions>()
            .BindConfiguration(GraphQLHttpOptions.SectionName + ":Topics")
            .Validate(o => o.Capacity > 0, "GraphQL:Topics:Capacity must be above 0.")
            .ValidateOnStart();
        services.AddSingleton<HttpFaults>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<StoredOperationExecutor>();
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<RequestAnswers>();
        services.AddSingleton<StreamAnswers>();
        services.AddSingleton<BatchAnswers>();
        services.AddSingleton<DiskQuota>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<SocketServer>();
        services.AddSingleton<SocketEndpoint>();
        services.AddSingleton<SchemaEndpoint>();
        services.AddSingleton<ExplorerEndpoint>();
        services.AddSingleton<GraphQLStart>();
        services.AddHostedService(provider => provider.GetRequiredService<GraphQLStart>());
        services.AddOptions<GraphQLHttpOptions>()
            .BindConfiguration(GraphQLHttpOptions.SectionName)
            .Validate(o => o.MaxBodyBytes > 0, "GraphQL:MaxBodyBytes must be above 0.")
            .Validate(o => o.MaxJsonDepth > 0, "GraphQL:MaxJsonDepth must be above 0.")
            .Validate(o => o.Persisted.MaxAutomaticCount >= 0, "GraphQL:Persisted:MaxAutomaticCount must not be negative.")
            .Validate(o => o.Persisted.MaxAutomaticBytes >= 0, "GraphQL:Persisted:MaxAutomaticBytes must not be negative.")
            .Validate(o => !o.Persisted.OnlyTrusted || o.Persisted.Directory is { Length: > 0 }, "GraphQL:Persisted:OnlyTrusted needs the folder of the trusted documents, GraphQL:Persisted:Directory.")
            .Validate(o => CacheControlHeaderValue.TryParse(o.Persisted.CacheControl, out _), "GraphQL:Persisted:CacheControl is no Cache-Control header.")
            .Validate(o => o.MaxBatchItems > 0, "GraphQL:MaxBatchItems must be above 0.")
            .Validate(o => o.StreamKeepAlive >= TimeSpan.Zero, "GraphQL:StreamKeepAlive must not be negative.")
            .Validate(o => o.WebSocket.IsValid(), "The limits of GraphQL:WebSocket must be above 0; only KeepAlive may be 0, for no pings.")
            .Validate(o => o.Upload.IsValid(), "The limits of GraphQL:Upload must be above 0; only those of bytes in memory and on disk may be 0.")
            .ValidateOnStart();
        return builder;
    }
}
