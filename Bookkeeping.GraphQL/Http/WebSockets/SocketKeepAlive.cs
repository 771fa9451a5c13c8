namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Asks a client again and again whether it is there.</summary>
/// <remarks>It also keeps proxies from cutting a connection that they take for idle.</remarks>
internal sealed class SocketKeepAlive(SocketServer server, SocketSender sender, Action<SocketClosure> end)
{
    private readonly GraphQLWebSocketOptions options = server.Options.WebSocket;
    private volatile TaskCompletionSource pong = new();

    /// <summary>The client says that it is there.</summary>
    public void Pong() => pong.TrySetResult();

    /// <summary>Goes on until the client does not answer in time, or the socket ends.</summary>
    public async Task RunAsync(CancellationToken ended)
    {
        if (options.KeepAlive == TimeSpan.Zero) return;
        try
        {
            do
            {
                await Task.Delay(options.KeepAlive, server.Time, ended);
                pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            while (await sender.SendAsync(ServerMessage.WritePing, ended) && await IsAnsweredAsync(ended));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The socket ends.
        }
    }

    private async Task<bool> IsAnsweredAsync(CancellationToken ended)
    {
        try
        {
            await pong.Task.WaitAsync(options.PongTimeout, server.Time, ended);
            return true;
        }
        catch (TimeoutException)
        {
            end(SocketClosure.NoPong);
            return false;
        }
    }
}
