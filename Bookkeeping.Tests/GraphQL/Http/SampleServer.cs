using System.Net;
using System.Net.Sockets;
using System.Text;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Http.Compression;
using Bookkeeping.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The sample graph on a real server with real sockets.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SampleServer(WebApplication app, SampleGraph graph, CollectedLog log)
    {
        this.app = app;
        Graph = graph;
        Log = log;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public SampleGraph Graph { get; }

    public CollectedLog Log { get; }

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a server.</summary>
    /// <param name="configure">Changes its settings.</param>
    /// <param name="limit">Changes the limits of Kestrel.</param>
    /// <param name="schema">What it serves instead of the sample graph.</param>
    public static async Task<SampleServer> StartAsync(Action<GraphQLServerBuilder>? configure = null, Action<KestrelServerLimits>? limit = null, Schema? schema = null)
    {
        var graph = new SampleGraph();
        var log = new CollectedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.Listen(IPAddress.Loopback, 0);
            limit?.Invoke(o.Limits);
        });
        var server = builder.Services.AddAnswerCompression().AddGraphQLServer(_ => schema ?? graph.Schema);
        // Tests wait on purpose, and look for complaints in the log.
        server.WithRequestDefaults(o => o with { SlowOperationThreshold = TimeSpan.Zero });
        configure?.Invoke(server);
        var app = builder.Build();
        app.UseRequestId();
        app.UseAnswerCompression();
        app.MapGraphQL();
        await app.StartAsync();
        return new SampleServer(app, graph, log);
    }

    /// <summary>Sends a JSON body by POST.</summary>
    public Task<HttpResponseMessage> PostAsync(string body, string? accept = null, string contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    /// <inheritdoc cref="PostAsync(string, string?, string)"/>
    public Task<HttpResponseMessage> PostAsync(byte[] body, string? accept = null, string contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, accept);
    }

    /// <summary>Sends a GET request.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, string? accept = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), accept);

    /// <summary>Sends a request with another method.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string address) => SendAsync(new HttpRequestMessage(new HttpMethod(method), address), null);

    /// <summary>Connects without sending anything.</summary>
    public async Task<TcpClient> ConnectAsync()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port);
        return connection;
    }

    /// <summary>Sends bytes as they are and reads until the server closes.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var connection = await ConnectAsync();
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Begins to stop: requests under way may finish, new ones are not taken.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return Client.SendAsync(request);
    }
}
