namespace Bookkeeping.Api.Hosting;

/// <summary>How many clients the server serves at once, and how slow they may be. Bound from the configuration section <c>Connections</c>.</summary>
/// <remarks>A thousand open screens take a thousand connections or sockets for live changes, and a few more each while a page is loaded.</remarks>
public sealed class ConnectionOptions
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public const string SectionName = "Connections";

    /// <summary>Connections at once, WebSockets not counted; one more is closed as soon as it is opened. Default: 10,000.</summary>
    public long MaxConnections { get; set; } = 10_000;

    /// <summary>WebSockets at once; one more is refused with status 503. Default: 5,000.</summary>
    public long MaxSockets { get; set; } = 5_000;

    /// <summary>How long a client may take to send the head of a request; then it gets 408. Default: 15 seconds.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may wait for its next request; then it is closed. Default: 2 minutes.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How fast a client must send a body and take an answer, in bytes per second, once <see cref="SlowGrace"/> is over; a slower one is cut off. Default: 240.</summary>
    /// <remarks>A stream in which nothing happens is not slow.</remarks>
    public double MinBytesPerSecond { get; set; } = 240;

    /// <summary>How long a body or an answer may be slower. Default: 5 seconds.</summary>
    public TimeSpan SlowGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the limits make sense.</summary>
    internal bool IsValid() =>
        MaxConnections > 0 && MaxSockets > 0 && HeadersTimeout > TimeSpan.Zero && IdleTimeout > TimeSpan.Zero && MinBytesPerSecond > 0 && SlowGrace > TimeSpan.FromSeconds(1);
}
