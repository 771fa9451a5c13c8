using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Hosting;

/// <summary>Lets the server listen where only this machine reaches it. Without sign-on everybody who reaches it may write, so it must not be open to a network by accident.</summary>
internal sealed class LoopbackListener(IOptions<SocketTransportOptions> options, ILoggerFactory logging) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <summary>The setting that lets the server listen anywhere.</summary>
    public const string Setting = "Bookkeeping:AllowAnonymous";

    private readonly SocketTransportFactory sockets = new(options, logging);

    /// <summary>Opens a listener on this machine's own addresses.</summary>
    /// <exception cref="OpenToNetworkException">The address can be reached from other machines.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        endpoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address)
            ? throw new OpenToNetworkException(endpoint)
            : sockets.BindAsync(endpoint, cancellationToken);

    /// <inheritdoc/>
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);
}

/// <summary>The server was told to listen where others reach it, though nobody has to sign on.</summary>
internal sealed class OpenToNetworkException(EndPoint endpoint) : Exception(
    $"The server does not listen on {endpoint}: there is no sign-on, so everybody who reaches that address could write as Anonymous with all roles. "
    + "Listen on a loopback address (--urls http://localhost:5081), behind a proxy that signs people on, or set Bookkeeping__AllowAnonymous=true where everybody may write.");
