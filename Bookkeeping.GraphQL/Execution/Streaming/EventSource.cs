using System.Runtime.CompilerServices;
using Bookkeeping.GraphQL.Execution.Running;
using Bookkeeping.GraphQL.Execution.Sharing;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Execution.Streaming;

/// <summary>The answers to a subscription: each event of its source stream is executed by itself, with services of its own.</summary>
/// <param name="subscription">The source stream and how its events are answered.</param>
/// <param name="services">The services of the request, which live as long as the stream.</param>
/// <param name="ended">Ends with the stream; owned from here on.</param>
/// <param name="gone">Ends when the client of the request is gone.</param>
/// <remarks>Source: GraphQL, September 2025, "Response Stream".</remarks>
internal sealed class EventSource(Subscription subscription, IServiceProvider services, CancellationTokenSource ended, CancellationToken gone) : ResultSource
{
    private readonly IServiceScopeFactory? scopes = services.GetService(typeof(IServiceScopeFactory)) as IServiceScopeFactory;
    private AsyncServiceScope? eventScope;
    private bool isBroken;

    /// <inheritdoc/>
    public override bool IsIncremental => false;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ExecutionResult> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var left = cancel.UnsafeRegister(static source => ((EventSource)source!).End(), this);
        try
        {
            while (await NextAsync(cancel) is { } result) yield return result;
        }
        finally
        {
            await ReleaseAsync();
        }
    }

    /// <inheritdoc/>
    public override void End()
    {
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ReleaseAsync()
    {
        End();
        await CloseEventAsync();
        await subscription.Stream.DisposeAsync();
        ended.Dispose();
    }

    private async ValueTask<ExecutionResult?> NextAsync(CancellationToken cancel)
    {
        try
        {
            // What was answered may still have been read from its services while it was written.
            await CloseEventAsync();
            ended.Token.ThrowIfCancellationRequested();
            if (isBroken || !await subscription.Stream.MoveNextAsync(ended.Token)) return null;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return EndedBy(cancel);
        }
        catch (Exception e)
        {
            isBroken = true;
            return subscription.Fail(e);
        }

        return await AnswerAsync(cancel);
    }

    private async ValueTask<ExecutionResult?> AnswerAsync(CancellationToken cancel)
    {
        try
        {
            if (subscription.Stream.Current is SharedEvent shared && scopes is not null) return await shared.AnswerAsync(AnswerSharedAsync).WaitAsync(ended.Token);
            eventScope = scopes?.CreateAsyncScope();
            SourceEvent[] happened = [new(subscription.Stream.Current)];
            return (await subscription.AnswerAsync(happened, eventScope?.ServiceProvider ?? services, ended.Token))[0];
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return EndedBy(cancel);
        }
    }

    // Others wait for it too: it does not end with the one who asked first, and its services are nobody's.
    private async Task<IReadOnlyList<ExecutionResult>> AnswerSharedAsync(IReadOnlyList<object> events)
    {
        await using var scope = scopes!.CreateAsyncScope();
        var answers = await subscription.AnswerAsync([.. events.Select(happened => new SourceEvent(happened))], scope.ServiceProvider, CancellationToken.None);
        return [.. answers.Select(answer => answer.Written())];
    }

    // Whoever disposes the stream wants no more of it; to a client that is gone it is cut off.
    private ExecutionResult? EndedBy(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        gone.ThrowIfCancellationRequested();
        return null;
    }

    private async ValueTask CloseEventAsync()
    {
        if (eventScope is not { } scope) return;
        eventScope = null;
        await scope.DisposeAsync();
    }
}

/// <summary>A subscription that was opened.</summary>
/// <param name="Stream">Its events.</param>
/// <param name="AnswerAsync">Answers events, with the services and until the token given.</param>
/// <param name="Fail">Words the error that ended the source stream.</param>
internal sealed record Subscription(
    SourceStream Stream,
    Func<IReadOnlyList<SourceEvent>, IServiceProvider, CancellationToken, Task<IReadOnlyList<ExecutionResult>>> AnswerAsync,
    Func<Exception, ExecutionResult> Fail);
