using System.Net.WebSockets;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Sends one message at a time; those who have another wait for their turn.</summary>
/// <remarks>So the queue of a socket is as long as it has operations, and of what waits nothing is made yet. A client that does not take a
/// message in time is given up; it never holds up anybody but its own operations.</remarks>
internal sealed class SocketSender(WebSocket socket, TimeSpan timeout, TimeProvider time, Action<SocketClosure> end)
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Sends a message.</summary>
    /// <param name="write">Writes it when it is its turn, or gives false when by then there is nothing to be said.</param>
    /// <param name="cancel">Ends the wait for its turn.</param>
    /// <returns>Whether it was said, and to somebody who is still there.</returns>
    public async ValueTask<bool> SendAsync(Func<AnswerBuffer, bool> write, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            using var message = new AnswerBuffer();
            return write(message) && await TrySendAsync(message);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Says that nothing follows.</summary>
    /// <param name="closure">Why.</param>
    /// <param name="cancel">Ends the connection in the middle of whatever is being sent.</param>
    public async Task CloseAsync(SocketClosure closure, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        await socket.CloseOutputAsync(closure.Status, closure.Reason, cancel);
    }

    private async ValueTask<bool> TrySendAsync(AnswerBuffer message)
    {
        try
        {
            await SendInTimeAsync(message);
            return true;
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or was given up.
            end(SocketClosure.ByClient);
            return false;
        }
    }

    private async ValueTask SendInTimeAsync(AnswerBuffer message)
    {
        // Not cancelled in its middle: behind half a message nothing could be said any more, not even why.
        var sending = message.SendAsync(socket);
        if (sending.IsCompleted)
        {
            await sending;
            return;
        }

        await using var limit = time.CreateTimer(_ => end(SocketClosure.TooSlow), null, timeout, Timeout.InfiniteTimeSpan);
        await sending;
    }
}
