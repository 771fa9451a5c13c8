using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Http.Persisted;
using Bookkeeping.GraphQL.Http.Uploads;
using Bookkeeping.GraphQL.Http.WebSockets;

namespace Bookkeeping.GraphQL.Http;

/// <summary>What the GraphQL endpoint offers over HTTP, and its limits. Bound from the configuration section <c>GraphQL</c>.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public const string SectionName = "GraphQL";

    /// <summary>The largest body of a POST request, in bytes; a larger one is refused with status 413. Default: 2 MiB.</summary>
    /// <remarks>A body that arrives too slowly ends with status 408, by the server's own limit (Kestrel: <c>MinRequestBodyDataRate</c>,
    /// 240 bytes a second after a grace of 5 seconds); the address of a GET request is limited by it too (<c>MaxRequestLineSize</c>, 8 KiB).</remarks>
    public int MaxBodyBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>How deeply objects and lists of a request's JSON may be nested. Default: 64.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Whether queries may be sent by GET. Mutations never may. Default: true.</summary>
    public bool EnableGet { get; set; } = true;

    /// <summary>How documents are stored and named by ids.</summary>
    public PersistedOperationOptions Persisted { get; set; } = new();

    /// <summary>Whether subscriptions may be sent by GET, for browsers whose own client of server-sent events knows nothing else. Default: false.</summary>
    public bool EnableGetSubscriptions { get; set; }

    /// <summary>How long a stream of server-sent events may be silent before a comment shows that it lives; zero: for ever. Default: 12 seconds.</summary>
    public TimeSpan StreamKeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>The ways in which several requests may be sent in one. Default: none.</summary>
    public BatchingKinds Batching { get; set; }

    /// <summary>How many requests one may hold, each counted as often as it runs. Default: 100.</summary>
    public int MaxBatchItems { get; set; } = 100;

    /// <summary>How files are taken, and their limits; the section <c>GraphQL:Upload</c>.</summary>
    public UploadOptions Upload { get; set; } = new();

    /// <summary>What is offered over WebSockets, and its limits; the section <c>GraphQL:WebSocket</c>.</summary>
    public GraphQLWebSocketOptions WebSocket { get; set; } = new();

    /// <summary>Whether the schema can be downloaded; it never can where introspection is switched off (<c>GraphQL:Validation:AllowIntrospection</c>). Default: true.</summary>
    public bool EnableSchemaDownload { get; set; } = true;

    /// <summary>Whether a browser gets the explorer. Default: true.</summary>
    public bool EnableExplorer { get; set; } = true;

    /// <summary>The folder of the explorer's files, absolute or relative to the program's folder. Default: <c>explorer</c>.</summary>
    /// <remarks>Without such a folder a browser gets a page that says how to get the explorer.</remarks>
    public string ExplorerDirectory { get; set; } = "explorer";
}
