using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.GraphQL.Http.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Serves the endpoint's own address: requests by POST and GET, and what a browser or a tool asks for there.</summary>
internal sealed class GraphQLEndpoint(
    IOptions<GraphQLHttpOptions> options, UploadReader uploads, RequestAnswers answers, BatchAnswers batches, SchemaEndpoint schema, ExplorerEndpoint explorer)
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
        var forms = AcceptHeader.Choose(context.Request.Headers.Accept);
        if (!uploads.Takes(context.Request))
        {
            await AnswerAsync(context, await PostRequestReader.ReadAsync(context, options), forms);
            return;
        }

        using var upload = await uploads.ReadAsync(context);
        await AnswerAsync(context, upload.Body, forms);
    }

    private async Task AnswerAsync(HttpContext context, RequestBody body, AcceptedForms forms)
    {
        var operations = context.Request.QueryString.HasValue ? context.Request.Query[BatchExpansion.OperationsParameter] : StringValues.Empty;
        if (BatchExpansion.IsPlain(body, operations))
        {
            await answers.SendAsync(context, body.Request!, forms);
            return;
        }

        var items = BatchExpansion.Expand(body, operations, options);
        if (items is [var only]) await answers.SendAsync(context, only.PlainRequest(), forms);
        else await batches.SendAsync(context, items, forms);
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
        CrossSiteRule.Require(context.Request);
        var forms = AcceptHeader.Choose(context.Request.Headers.Accept);
        if (!options.EnableGetSubscriptions) forms = forms with { Events = null };
        return answers.SendAsync(context, GetRequestReader.Read(context.Request.Query, options), forms);
    }
}
