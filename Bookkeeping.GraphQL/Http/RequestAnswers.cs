using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Http.Persisted;
using Bookkeeping.GraphQL.Http.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Runs a request and sends what comes of it in the form that the client likes best.</summary>
internal sealed class RequestAnswers(StoredOperationExecutor executor, StreamAnswers streams, IOptions<GraphQLHttpOptions> options)
{
    private readonly string cacheControl = options.Value.Persisted.CacheControl;

    /// <summary>Answers a request.</summary>
    /// <param name="context">What it came by.</param>
    /// <param name="request">The request; whether it may be answered by a stream is decided here.</param>
    /// <param name="forms">What the client takes.</param>
    public async Task SendAsync(HttpContext context, GraphQLRequest request, AcceptedForms forms)
    {
        var cost = CostHeader.Read(context.Request);
        if (forms.Parts is not null || cost != CostReporting.None)
            request = request with { AllowsSubscriptions = forms.Events is not null, IncrementalFormat = forms.Format, Cost = cost };
        var response = await executor.RespondAsync(request, context.RequestServices, context.RequestAborted);
        if (response is ResultStream stream) await streams.SendAsync(context, stream, (stream.IsIncremental ? forms.Parts : forms.Events)!.Value);
        else await SendAsync(context, request, (ExecutionResult)response, forms);
    }

    private Task SendAsync(HttpContext context, GraphQLRequest request, ExecutionResult result, AcceptedForms forms) =>
        forms.StreamsOne && !result.IsOperationKindRefused
            ? StreamAnswers.SendAsync(context, result, forms.One)
            : ResponseWriter.WriteAsync(context, result, forms.One, MayBeKept(request, result) ? cacheControl : null);

    /// <summary>Only stored documents, which are few and known, are worth keeping the answers of; errors may be gone the next time.</summary>
    private static bool MayBeKept(GraphQLRequest request, ExecutionResult result) =>
        request.QueriesOnly && result is { IsOfStoredDocument: true, IsRequestError: false, Errors.Count: 0 };
}
