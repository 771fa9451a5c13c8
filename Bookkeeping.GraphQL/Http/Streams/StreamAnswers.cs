using Bookkeeping.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.Streams;

/// <summary>Sends the parts of an answer, or the events of a subscription, as they come.</summary>
internal sealed class StreamAnswers(IOptions<GraphQLHttpOptions> options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private readonly TimeSpan keepAlive = options.Value.StreamKeepAlive;

    /// <summary>Sends a stream until it ends, the client goes away or, if it is endless, the server stops.</summary>
    public async Task SendAsync(HttpContext context, ResultStream stream, ResponseForm form)
    {
        await using var disposed = stream;
        var stopping = stream.IsIncremental ? CancellationToken.None : lifetime.ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var writer = new PayloadWriter(context, PayloadFraming.Of(form));
        await writer.StartAsync();
        try
        {
            await using var results = stream.ReadResultsAsync(ended.Token).GetAsyncEnumerator(ended.Token);
            await SendAllAsync(results, writer, form, ended);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // Not told that the stream is complete, the client knows that it has to come back.
            return;
        }

        await writer.EndAsync();
    }

    /// <summary>Sends one answer in a form that could carry more.</summary>
    public static async Task SendAsync(HttpContext context, ExecutionResult result, ResponseForm form)
    {
        var writer = new PayloadWriter(context, PayloadFraming.Of(form));
        await writer.StartAsync();
        await writer.WriteAsync(new Payload(result));
        await writer.EndAsync();
    }

    private async Task SendAllAsync(IAsyncEnumerator<ExecutionResult> results, PayloadWriter writer, ResponseForm form, CancellationTokenSource ended)
    {
        if (form != ResponseForm.EventStream || keepAlive == TimeSpan.Zero)
        {
            while (await results.MoveNextAsync()) await writer.WriteAsync(new Payload(results.Current));
            return;
        }

        using var beat = new PeriodicTimer(keepAlive, time);
        var tick = beat.WaitForNextTickAsync(CancellationToken.None).AsTask();
        var next = Task.FromResult(false);
        try
        {
            while (true)
            {
                next = results.MoveNextAsync().AsTask();
                while (await Task.WhenAny(next, tick) == tick && !next.IsCompleted)
                {
                    await writer.KeepAliveAsync();
                    tick = beat.WaitForNextTickAsync(CancellationToken.None).AsTask();
                }

                if (!await next) return;
                await writer.WriteAsync(new Payload(results.Current));
            }
        }
        finally
        {
            // What is being answered uses the services of the request, and has to be over before they are given back.
            if (!next.IsCompleted) await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
