namespace Bookkeeping.GraphQL.Execution.Streaming;

/// <summary>The events that a subscription follows, one at a time. A producer that does not heed cancellation is left behind, and closed once it comes back.</summary>
/// <remarks>Source: GraphQL, September 2025, "Source Stream".</remarks>
internal sealed class SourceStream(IAsyncEnumerator<object?> events) : IAsyncDisposable
{
    private Task<bool>? waiting;

    /// <summary>The event that came last.</summary>
    public object? Current => events.Current;

    /// <summary>Waits for the next event.</summary>
    /// <returns>Whether there is one; false at the end.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>What the producer throws comes out as it was thrown.</remarks>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancel)
    {
        var next = events.MoveNextAsync();
        if (next.IsCompletedSuccessfully) return next.Result;
        waiting = next.AsTask();
        var moved = await waiting.WaitAsync(cancel);
        waiting = null;
        return moved;
    }

    /// <summary>Closes the producer, so that its <c>finally</c> blocks run.</summary>
    public async ValueTask DisposeAsync()
    {
        if (waiting is null || waiting.IsCompleted) await events.DisposeAsync();
        else _ = CloseLaterAsync(waiting);
    }

    private async Task CloseLaterAsync(Task<bool> move)
    {
        // Nobody is left to be told of a failure.
        await ((Task)move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await events.DisposeAsync();
    }
}
