using Bookkeeping.GraphQL.Http.Persisted;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>What all sockets share.</summary>
internal sealed class SocketServer(
    StoredOperationExecutor executor, HttpFaults faults, IOptions<GraphQLHttpOptions> options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>Runs operations.</summary>
    public StoredOperationExecutor Executor { get; } = executor;

    /// <summary>Reports what nobody foresaw.</summary>
    public HttpFaults Faults { get; } = faults;

    /// <summary>The limits.</summary>
    public GraphQLHttpOptions Options { get; } = options.Value;

    /// <summary>Ends when the server begins to stop.</summary>
    public CancellationToken Stopping { get; } = lifetime.ApplicationStopping;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;
}
