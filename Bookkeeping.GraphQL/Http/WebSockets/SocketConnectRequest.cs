using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>A client that opened a socket and wants to begin.</summary>
/// <param name="Context">The request that the socket was opened by; its services and its user are those of the socket.</param>
/// <param name="Payload">What the client said, a JSON object; default when it said nothing.</param>
public sealed record SocketConnectRequest(HttpContext Context, JsonElement Payload);

/// <summary>Whether a client may begin.</summary>
public sealed class SocketConnectAnswer
{
    private SocketConnectAnswer()
    {
    }

    /// <summary>Whether it may.</summary>
    public bool IsAccepted { get; private init; }

    /// <summary>What the acknowledgement tells it; null for nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; private init; }

    /// <summary>Why it may not, as the reason of code 4401; empty when it may.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The client may begin.</summary>
    /// <param name="payload">What to tell it: null, text, numbers, Booleans, lists and maps.</param>
    public static SocketConnectAnswer Accept(IReadOnlyDictionary<string, object?>? payload = null) => new() { IsAccepted = true, Payload = payload };

    /// <summary>The socket is closed with code 4401.</summary>
    /// <param name="reason">Why; cut after 123 bytes.</param>
    public static SocketConnectAnswer Reject(string reason = "Unauthorized") => new() { Reason = reason };
}
