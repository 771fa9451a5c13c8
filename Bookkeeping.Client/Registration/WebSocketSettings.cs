using System.Net.WebSockets;

namespace Bookkeeping.Client.Registration;

/// <summary>How the sockets of subscriptions connect.</summary>
/// <param name="options">Headers, cookies, certificates and so on.</param>
public sealed class WebSocketSettings(ClientWebSocketOptions options)
{
    /// <summary>The endpoint, <c>ws</c> or <c>wss</c>.</summary>
    public Uri? Uri { get; set; }

    /// <summary>Headers, cookies, certificates and so on.</summary>
    public ClientWebSocketOptions Options { get; } = options;

    /// <summary>The socket's address of an endpoint: <c>http</c> becomes <c>ws</c>, <c>https</c> becomes <c>wss</c>.</summary>
    internal static Uri Of(Uri address) => new UriBuilder(address) { Scheme = address.Scheme is "https" or "wss" ? "wss" : "ws" }.Uri;
}
