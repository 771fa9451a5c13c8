using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Microsoft.AspNetCore.Http;
using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.GraphQL.Http.Persisted;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Serves the endpoint's own address: requests by POST and GET, and what a browser or a tool asks for there.</summary>
internal sealed class GraphQLEndpoint(StoredOperationExecutor executor, IOptions<GraphQLHttpOptions> options, SchemaEndpoint schema, ExplorerEndpoint explorer)
{
    private readonly GraphQLHttpOptions options = options.Value;

    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method)) return PostAsync(context);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return GetAsync(context);
        throw HttpRefusal.MethodNotAllowed(context.Request.Method, options.EnableGet ? "GET, POST" : "POST");
    }

    private async Task PostAsync(HttpContext context)
    {
        var form = AcceptHeader.Choose(context.Request.Headers.Accept);
        var request = await PostRequestReader.ReadAsync(context, options);
        await ExecuteAsync(context, request, form);
    }

    private Task GetAsync(HttpContext context)
    {
        var parameters = context.Request.Query;
        if (GetRequestReader.IsRequest(parameters)) return QueryAsync(context);
        if (parameters.ContainsKey("sdl")) return schema.HandleAsync(context);
        if (options.EnableExplorer && AcceptHeader.AsksForHtml(context.Request.Headers.Accept)) return explorer.HandleEndpointAsync(context);
        throw HttpRefusal.NoDocument(
            "The address has no query. Send one by POST as {\"query\": \"{ __typename }\"}, or open the address in a browser to explore the API.");
    }

    private Task QueryAsync(HttpContext context)
    {
        if (!options.EnableGet) throw HttpRefusal.MethodNotAllowed(context.Request.Method, HttpMethods.Post);
        var form = AcceptHeader.Choose(context.Request.Headers.Accept);
        return ExecuteAsync(context, GetRequestReader.Read(context.Request.Query, options), form);
    }

    private async Task ExecuteAsync(HttpContext context, GraphQLRequest request, ResponseForm form)
    {
        var cost = CostHeader.Read(context.Request);
        if (cost != CostReporting.None) request = request with { Cost = cost };
        var result = await executor.ExecuteAsync(request, context.RequestServices, context.RequestAborted);
        await ResponseWriter.WriteAsync(context, result, form, MayBeKept(request, result) ? options.Persisted.CacheControl : null);
    }

    /// <summary>Only stored documents, which are few and known, are worth keeping the answers of; errors may be gone the next time.</summary>
    private static bool MayBeKept(GraphQLRequest request, ExecutionResult result) =>
        request.QueriesOnly && result is { IsOfStoredDocument: true, IsRequestError: false, Errors.Count: 0 };
}
