using Bookkeeping.GraphQL.Http.Explorer;
using Bookkeeping.GraphQL.Http.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Builds the schema and what answers by it, beside the other things that a program does at its start. It does not listen before they are there,
/// so that a faulty schema stops it at its start.</summary>
internal sealed class GraphQLStart(IServiceProvider services) : IHostedService
{
    private readonly Lazy<Task> building = new(() => Task.Run(() => Build(services)));

    /// <summary>Begins; once, however often it is called.</summary>
    public void Begin() => _ = building.Value;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => building.Value.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Build(IServiceProvider services)
    {
        services.GetRequiredService<HttpFaults>();
        services.GetRequiredService<GraphQLEndpoint>();
        services.GetRequiredService<SchemaEndpoint>();
        services.GetRequiredService<ExplorerEndpoint>();
        services.GetRequiredService<SocketEndpoint>();
    }
}
