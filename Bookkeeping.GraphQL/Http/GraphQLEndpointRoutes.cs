using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.GraphQL.Http.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Puts a GraphQL server on the program's routes.</summary>
public static class GraphQLEndpointRoutes
{
    /// <summary>Serves the API, also over WebSockets, its schema and its explorer. The schema begins to be built now, and a faulty one stops the program at its start.</summary>
    /// <param name="routes">The program's routes.</param>
    /// <param name="path">The path of the API; the explorer lies below it.</param>
    /// <returns>All routes made, for policies that hold for the whole endpoint.</returns>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql")
    {
        var services = routes.ServiceProvider;
        services.GetRequiredService<GraphQLStart>().Begin();
        var faults = new Lazy<HttpFaults>(services.GetRequiredService<HttpFaults>);
        var endpoint = new Lazy<GraphQLEndpoint>(services.GetRequiredService<GraphQLEndpoint>);
        var schema = new Lazy<SchemaEndpoint>(services.GetRequiredService<SchemaEndpoint>);
        var explorer = new Lazy<ExplorerEndpoint>(services.GetRequiredService<ExplorerEndpoint>);
        var group = routes.MapGroup(path);
        var sockets = SocketsOf(routes);
        Map("", "GraphQL", context => SocketEndpoint.IsHandshake(context.Request) ? sockets(context) : endpoint.Value.HandleAsync(context));
        Map("schema", "GraphQL schema", context => schema.Value.HandleAsync(context));
        Map("schema.graphql", "GraphQL schema", context => schema.Value.HandleAsync(context));
        Map("{**file}", "GraphQL explorer", context => explorer.Value.HandleFileAsync(context));
        return group;

        void Map(string pattern, string name, Func<HttpContext, Task> handle) =>
            group.Map(pattern, context => faults.Value.GuardAsync(context, handle)).WithDisplayName(name);
    }

    /// <summary>WebSockets need a middleware. It is put before this endpoint alone, so that a program need not think of it.</summary>
    private static RequestDelegate SocketsOf(IEndpointRouteBuilder routes)
    {
        var app = routes.CreateApplicationBuilder();
        // The protocol has pings of its own.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var endpoint = new Lazy<SocketEndpoint>(routes.ServiceProvider.GetRequiredService<SocketEndpoint>);
        app.Run(context => endpoint.Value.HandleAsync(context));
        return app.Build();
    }
}
