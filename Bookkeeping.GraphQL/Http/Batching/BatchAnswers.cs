using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http.Persisted;
using Bookkeeping.GraphQL.Http.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Http.Batching;

/// <summary>Runs the requests of a batch one after the other, each with services and a deadline of its own, and sends each answer when it is there.</summary>
/// <remarks>One after the other, because a mutation may be meant to come before the query behind it, and because a batch shall take no more of
/// the server than its requests would that came alone.</remarks>
internal sealed class BatchAnswers(StoredOperationExecutor executor, HttpFaults faults)
{
    /// <summary>Answers a batch: by a list in the JSON forms, else by a stream whose payloads name what they answer.</summary>
    public async Task SendAsync(HttpContext context, IReadOnlyList<BatchItem> items, AcceptedForms forms)
    {
        var format = forms.StreamsOne ? forms.Format : IncrementalFormat.None;
        var cost = CostHeader.Read(context.Request);
        var writer = new PayloadWriter(context, PayloadFraming.Of(forms.One));
        await writer.StartAsync();
        foreach (var item in items)
        {
            var request = item.Request is { } asked ? asked with { IncrementalFormat = format, Cost = cost } : null;
            await AnswerAsync(context, item with { Request = request }, writer);
        }

        await writer.EndAsync();
    }

    private async Task AnswerAsync(HttpContext context, BatchItem item, PayloadWriter writer)
    {
        await using var scope = context.RequestServices.CreateAsyncScope();
        var response = await RespondAsync(context, item, scope.ServiceProvider);
        if (response is ExecutionResult result)
        {
            await writer.WriteAsync(PayloadOf(item, result));
            return;
        }

        await using var parts = (ResultStream)response;
        await foreach (var part in parts.ReadResultsAsync(context.RequestAborted)) await writer.WriteAsync(PayloadOf(item, part));
    }

    private async ValueTask<ExecutionResponse> RespondAsync(HttpContext context, BatchItem item, IServiceProvider services)
    {
        if (item.Refusal is { } refusal) return ExecutionResult.RequestError(refusal);
        try
        {
            return await executor.RespondAsync(item.Request!, services, context.RequestAborted);
        }
        catch (HttpRefusal refused)
        {
            return ExecutionResult.RequestError(refused.Error);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            return ExecutionResult.RequestError(faults.Report(context, fault));
        }
    }

    private static Payload PayloadOf(BatchItem item, ExecutionResult result) => new(result, item.RequestIndex, item.VariableIndex);
}
