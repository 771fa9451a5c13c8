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
    /// <summary>Serves the API, also over WebSockets, its schema and its explorer; the schema is built now, so that a faulty one stops the program at its start.</summary>
    /// <param name="routes">The program's routes.</param>
    /// <param name="path">The path of the API; the explorer lies below it.</param>
    /// <returns>All routes made, for policies that hold for the whole endpoint.</returns>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql")
    {
        var services = routes.ServiceProvider;
        var faults = services.GetRequiredService<HttpFaults>();
        var endpoint = services.GetRequiredService<GraphQLEndpoint>();
        var schema = services.GetRequiredService<SchemaEndpoint>();
        var explorer = services.GetRequiredService<ExplorerEndpoint>();
        var group = routes.MapGroup(path);
        var sockets = SocketsOf(routes);
        Map("", "GraphQL", context => SocketEndpoint.IsHandshake(context.Request) ? sockets(context) : endpoint.HandleAsync(context));
        Map("schema", "GraphQL schema", schema.HandleAsync);
        Map("schema.graphql", "GraphQL schema", schema.HandleAsync);
        Map("{**file}", "GraphQL explorer", explorer.HandleFileAsync);
        return group;

        void Map(string pattern, string name, Func<HttpContext, Task> handle) =>
            group.Map(pattern, context => faults.GuardAsync(context, handle)).WithDisplayName(name);
    }

    /// <summary>WebSockets need a middleware. It is put before this endpoint alone, so that a program need not think of it.</summary>
    private static RequestDelegate SocketsOf(IEndpointRouteBuilder routes)
    {
        var app = routes.CreateApplicationBuilder();
        // The protocol has pings of its own.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(routes.ServiceProvider.GetRequiredService<SocketEndpoint>().HandleAsync);
        return app.Build();
    }
}
