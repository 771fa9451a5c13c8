namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>The time a request has, and the client that may leave before.</summary>
internal sealed class RequestDeadline : IDisposable
{
    private readonly CancellationTokenSource ended;
    private readonly CancellationTokenRegistration leaving;
    private readonly CancellationToken gone;

    /// <summary>Begins the time.</summary>
    /// <param name="timeout">How long it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="gone">Ends when the client is gone.</param>
    public RequestDeadline(TimeSpan timeout, TimeProvider time, CancellationToken gone)
    {
        this.gone = gone;
        ended = new CancellationTokenSource(timeout, time);
        Token = ended.Token;
        leaving = gone.UnsafeRegister(static deadline => ((RequestDeadline)deadline!).End(), this);
    }

    /// <summary>Ends with the time, and with the client.</summary>
    public CancellationToken Token { get; }

    /// <summary>Ends the time early; may come after everything else.</summary>
    public void End()
    {
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // What was to be ended is over.
        }
    }

    /// <summary>Throws when the client is gone.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public void ThrowIfGone() => gone.ThrowIfCancellationRequested();

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Dispose();
        ended.Dispose();
    }
}
