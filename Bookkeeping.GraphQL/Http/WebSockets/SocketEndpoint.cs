using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Opens sockets: who may have one, and in which protocol.</summary>
internal sealed class SocketEndpoint(SocketServer server)
{
    /// <summary>The only protocol spoken, by the name that clients ask for it.</summary>
    public const string Protocol = "graphql-transport-ws";

    private readonly GraphQLWebSocketOptions options = server.Options.WebSocket;

    /// <summary>Whether a request wants to open a socket.</summary>
    public static bool IsHandshake(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method) || (HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a socket and serves it to its end.</summary>
    /// <exception cref="HttpRefusal">The request is no handshake, its page is foreign, or there are too many sockets.</exception>
    public async Task HandleAsync(HttpContext context)
    {
        if (!options.Enabled) throw HttpRefusal.InvalidRequest("This server offers no WebSockets; subscriptions come as server-sent events (\"Accept: text/event-stream\").");
        if (!context.WebSockets.IsWebSocketRequest) throw HttpRefusal.InvalidRequest("The handshake of a WebSocket is incomplete: see RFC 6455, \"Opening Handshake\".");
        if (!OriginRule.Allows(context.Request, options.AllowedOrigins)) throw HttpRefusal.ForeignOrigin();
        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol)) await RefuseAsync(context);
        else await ServeAsync(context);
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var socket = await AcceptAsync(context, Protocol);
        await new SocketSession(context, socket, server).RunAsync();
    }

    private static async Task<WebSocket> AcceptAsync(HttpContext context, string? protocol)
    {
        try
        {
            return await context.WebSockets.AcceptWebSocketAsync(protocol);
        }
        catch (InvalidOperationException)
        {
            // The web server has as many as it may, and says so in no other way, when the answer to the handshake is half made.
            foreach (var header in new[] { HeaderNames.Connection, HeaderNames.Upgrade, HeaderNames.SecWebSocketAccept, HeaderNames.SecWebSocketProtocol }) context.Response.Headers.Remove(header);
            throw HttpRefusal.NoRoomForSockets();
        }
    }

    /// <summary>The socket is opened to say by its code what is wrong with it, for a browser tells its page nothing of a failed handshake.</summary>
    private async Task RefuseAsync(HttpContext context)
    {
        using var socket = await AcceptAsync(context, null);
        using var limit = new CancellationTokenSource(options.CloseTimeout, server.Time);
        try
        {
            await socket.CloseAsync(SocketClosure.UnknownProtocol.Status, SocketClosure.UnknownProtocol.Reason, limit.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // The client went away first.
        }
    }
}
