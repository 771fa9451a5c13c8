using System.Net.WebSockets;
using System.Text;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Why a socket is closed: its code, and the reason in words.</summary>
/// <remarks>Sources: RFC 6455, "Status Codes"; GraphQL over WebSocket Protocol; 4490 and 4504 are our own.</remarks>
internal sealed record SocketClosure
{
    // A control frame has room for 125 bytes, of which the code takes two.
    private const int MaxReasonBytes = 123;

    private SocketClosure(int code, string reason)
    {
        Status = (WebSocketCloseStatus)code;
        Reason = Shorten(reason);
    }

    /// <summary>The client ended the session.</summary>
    public static SocketClosure ByClient { get; } = new(1000, "");

    /// <summary>The server stops; the client may come back at once.</summary>
    public static SocketClosure GoingAway { get; } = new(1001, "The server stops");

    /// <summary>The client asked for no protocol that is spoken here.</summary>
    public static SocketClosure UnknownProtocol { get; } = new(1002, $"The sub-protocol must be {SocketEndpoint.Protocol}");

    /// <summary>We are wrong; the log has the details.</summary>
    public static SocketClosure Internal { get; } = new(1011, "Something went wrong on our side");

    /// <summary>An operation came before the acknowledgement.</summary>
    public static SocketClosure NotInitialised { get; } = new(4401, "Unauthorized: send connection_init and wait for connection_ack first");

    /// <summary>The client did not begin in time.</summary>
    public static SocketClosure InitTimeout { get; } = new(4408, "Connection initialisation timeout");

    /// <summary>The client began twice.</summary>
    public static SocketClosure InitialisedTwice { get; } = new(4429, "Too many initialisation requests");

    /// <summary>The client does not read what it is sent. Our own code.</summary>
    public static SocketClosure TooSlow { get; } = new(4490, "What was sent was not read in time");

    /// <summary>The client did not answer a ping. Our own code.</summary>
    public static SocketClosure NoPong { get; } = new(4504, "A ping was not answered in time");

    /// <summary>The code.</summary>
    public WebSocketCloseStatus Status { get; }

    /// <summary>The reason, at most 123 bytes.</summary>
    public string Reason { get; }

    /// <summary>The client said what the protocol does not know.</summary>
    public static SocketClosure Invalid(string reason) => new(4400, reason);

    /// <summary>The client is not let in.</summary>
    public static SocketClosure Rejected(string reason) => new(4401, reason);

    /// <summary>The client gave two operations one id.</summary>
    public static SocketClosure Duplicate(string id) => new(4409, $"Subscriber for {id} already exists");

    /// <summary>The client sent a message beyond the limit.</summary>
    public static SocketClosure TooLarge(int limit) => new(1009, $"A message may have {limit} bytes");

    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes) reason = reason[..^1];
        return char.IsHighSurrogate(reason.LastOrDefault()) ? reason[..^1] : reason;
    }
}

/// <summary>Ends a socket for what its client did.</summary>
internal sealed class SocketRefusal(SocketClosure closure) : Exception(closure.Reason)
{
    /// <summary>How the socket is closed.</summary>
    public SocketClosure Closure { get; } = closure;
}
