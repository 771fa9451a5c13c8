namespace Bookkeeping.Client.Transports;

/// <summary>An operation did not reach a server, or no answer came back.</summary>
/// <param name="code">One of <see cref="ClientErrorCodes"/>.</param>
/// <param name="message">What happened.</param>
/// <param name="inner">What was thrown; null when nothing.</param>
public class TransportException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="ClientErrorCodes"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>The connection that a subscription comes over is gone, or could not be made; a new one may do.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What was thrown; null when nothing.</param>
public sealed class ConnectionLostException(string message, Exception? inner = null) : TransportException(ClientErrorCodes.Unavailable, message, inner)
{
    /// <summary>Whether the subscription had been sent, so that events may have been missed since.</summary>
    public bool WasOpen { get; init; } = true;
}
