namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>What the GraphQL endpoint offers over WebSockets, and its limits. Bound from the configuration section <c>GraphQL:WebSocket</c>.</summary>
public sealed class GraphQLWebSocketOptions
{
    /// <summary>Whether sockets are accepted at all. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long a client may take from opening its socket to being acknowledged; then it is closed with 4408. Default: 10 seconds.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after it was acknowledged, and after each pong, a client is sent a ping; zero: never. Default: 12 seconds.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may take to answer a ping; then its socket is closed with 4504. Default: 20 seconds.</summary>
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a client may take to read one message; then its socket is closed with 4490. Default: 10 seconds.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to answer when its socket is closed; then the connection is cut. Default: 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest message of a client, in bytes; a larger one closes its socket with 1009. Default: 1 MiB.</summary>
    public int MaxMessageBytes { get; set; } = 1024 * 1024;

    /// <summary>How many operations a socket may have at once; one more is answered by an error. Default: 100.</summary>
    public int MaxOperations { get; set; } = 100;

    /// <summary>How long the id of an operation may be, in characters; a longer one closes the socket with 4400. Default: 128.</summary>
    public int MaxIdLength { get; set; } = 128;

    /// <summary>The sites besides our own whose pages may open sockets, such as <c>https://example.org</c>; <c>*</c>: all. Default: none.</summary>
    public IList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Decides whether a client is accepted, by what it says when it begins; null: every client is. Default: null.</summary>
    public Func<SocketConnectRequest, CancellationToken, ValueTask<SocketConnectAnswer>>? OnConnect { get; set; }

    /// <summary>Whether the limits make sense.</summary>
    internal bool IsValid() =>
        KeepAlive >= TimeSpan.Zero
        && new[] { InitTimeout, PongTimeout, SendTimeout, CloseTimeout }.All(t => t > TimeSpan.Zero)
        && new[] { MaxMessageBytes, MaxOperations, MaxIdLength }.All(n => n > 0);
}
