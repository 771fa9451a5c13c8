using System.Text.Json;

namespace Bookkeeping.Client;

/// <summary>How a client deals with the network. Set with <c>ConfigureOptions</c> at its registration.</summary>
public sealed class ClientOptions
{
    /// <summary>How documents are named to the server; the configuration file's <c>requestStrategy</c> unless told otherwise.</summary>
    public RequestStrategy Strategy { get; set; }

    /// <summary>How often a query is sent again when it did not reach the server, or the server was not ready; 3 unless told otherwise.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Whether mutations are sent again like queries. By default only those that never left, for one of which no answer came may have been carried out.</summary>
    public bool RetryMutations { get; set; }

    /// <summary>The pause before the first retry; each further one doubles it, less up to a half at random. 200 ms unless told otherwise.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause before a retry, also where the server asks for more (<c>Retry-After</c>); 5 s unless told otherwise.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an operation that files go along with may take, where the <see cref="HttpClient"/> would not wait as long; 10 minutes unless told otherwise.</summary>
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause before a subscription is taken up again; doubled and shortened like that of retries. 500 ms unless told otherwise.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest such pause; 30 s unless told otherwise.</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a socket may take until the server has acknowledged it; 10 s unless told otherwise.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how much silence of the server a socket asks whether it is still there; 4 s unless told otherwise.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long the server may take to answer that before the connection counts as lost; 5 s unless told otherwise.</summary>
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest message a socket accepts, in bytes; 16 MiB unless told otherwise.</summary>
    public int MaxMessageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>What a socket introduces itself with, a token for example: the payload of <c>connection_init</c>; null: nothing.</summary>
    public Func<CancellationToken, ValueTask<JsonElement>>? ConnectionPayload { get; set; }

    /// <summary>The least time between two answers of a watched query, however often something changes; 250 ms unless told otherwise.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMilliseconds(250);
}
