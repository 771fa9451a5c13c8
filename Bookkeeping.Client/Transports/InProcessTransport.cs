using System.Runtime.CompilerServices;

namespace Bookkeeping.Client.Transports;

/// <summary>Runs operations in a server of the same process: no socket, no encoding but JSON, and the same results as over the network.</summary>
public abstract class InProcessTransport : IOperationTransport, ISubscriptionTransport
{
    /// <inheritdoc/>
    public async Task<Answer> ExecuteAsync(OperationRequest request, CancellationToken cancel)
    {
        try
        {
            return Answer.Parse(await AnswerAsync(request, cancel).ConfigureAwait(false));
        }
        catch (Exception e) when (IsFault(e, cancel))
        {
            throw new TransportException(ClientErrorCodes.Unavailable, "The server in this process does not answer.", e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Answer> SubscribeAsync(OperationRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var events = FollowAsync(request, cancel).GetAsyncEnumerator(cancel);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await events.MoveNextAsync().ConfigureAwait(false)) yield break;
                }
                catch (Exception e) when (IsFault(e, cancel))
                {
                    throw new ConnectionLostException("The server in this process broke the stream off.", e);
                }

                yield return Answer.Parse(events.Current);
            }
        }
    }

    /// <summary>Executes a query or mutation.</summary>
    /// <returns>The whole answer, as JSON in UTF-8.</returns>
    protected abstract Task<ReadOnlyMemory<byte>> AnswerAsync(OperationRequest request, CancellationToken cancel);

    /// <summary>Executes a subscription.</summary>
    /// <returns>A whole answer for each event.</returns>
    protected abstract IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(OperationRequest request, CancellationToken cancel);

    private static bool IsFault(Exception e, CancellationToken cancel) =>
        e is not TransportException && !(e is OperationCanceledException && cancel.IsCancellationRequested);
}
