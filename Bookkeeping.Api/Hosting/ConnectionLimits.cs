using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Hosting;

/// <summary>Gives the web server its limits.</summary>
internal sealed class ConnectionLimits(IOptions<ConnectionOptions> chosen) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>Registers the limits.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ConnectionLimits>();
        services.AddOptions<ConnectionOptions>()
            .BindConfiguration(ConnectionOptions.SectionName)
            .Validate(o => o.IsValid(), "The limits of Connections must be above 0, and SlowGrace above a second.")
            .ValidateOnStart();
    }

    /// <inheritdoc/>
    public void Configure(KestrelServerOptions server)
    {
        var (limits, given) = (server.Limits, chosen.Value);
        limits.MaxConcurrentConnections = given.MaxConnections;
        limits.MaxConcurrentUpgradedConnections = given.MaxSockets;
        limits.RequestHeadersTimeout = given.HeadersTimeout;
        limits.KeepAliveTimeout = given.IdleTimeout;
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = new MinDataRate(given.MinBytesPerSecond, given.SlowGrace);
    }
}
