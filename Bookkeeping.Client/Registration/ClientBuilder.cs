using System.Net.WebSockets;
using Bookkeeping.Client.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Client.Registration;

/// <summary>What a client registered in services is made of; returned by the generated <c>Add…Client</c>.</summary>
public sealed class ClientBuilder
{
    private readonly ClientOptions options;
    private Action<IServiceProvider, HttpClient>? configureHttp;
    private Action<IServiceProvider, WebSocketSettings>? configureSocket;
    private Func<IServiceProvider, InProcessTransport>? inProcess;

    /// <summary>Registers what all clients share; called by generated code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name, and that of its <see cref="HttpClient"/> at the factory.</param>
    /// <param name="strategy">How its documents are named to the server.</param>
    public ClientBuilder(IServiceCollection services, string name, RequestStrategy strategy)
    {
        Services = services;
        Name = name;
        options = new ClientOptions { Strategy = strategy };
        services.TryAddSingleton<ChangeHub>();
        HttpClientBuilder = services.AddHttpClient(name, (provider, http) => configureHttp?.Invoke(provider, http));
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The client's name.</summary>
    public string Name { get; }

    /// <summary>The client's <see cref="HttpClient"/>, for handlers of authentication and the like.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>Sets how queries and mutations are sent; the base address is the endpoint: <c>http://localhost:5081/graphql</c>.</summary>
    public ClientBuilder ConfigureHttpClient(Action<HttpClient> configure) => ConfigureHttpClient((_, http) => configure(http));

    /// <summary>Sets how queries and mutations are sent, with the services at hand.</summary>
    public ClientBuilder ConfigureHttpClient(Action<IServiceProvider, HttpClient> configure)
    {
        configureHttp += configure;
        return this;
    }

    /// <summary>Sets how subscriptions connect. Without an address of its own a socket uses that of the <see cref="HttpClient"/>.</summary>
    public ClientBuilder ConfigureWebSocketClient(Action<WebSocketSettings> configure) => ConfigureWebSocketClient((_, socket) => configure(socket));

    /// <summary>Sets how subscriptions connect, with the services at hand.</summary>
    public ClientBuilder ConfigureWebSocketClient(Action<IServiceProvider, WebSocketSettings> configure)
    {
        configureSocket += configure;
        return this;
    }

    /// <summary>Sets retries, pauses and limits.</summary>
    public ClientBuilder ConfigureOptions(Action<ClientOptions> configure)
    {
        configure(options);
        return this;
    }

    /// <summary>Runs all operations in a server of this process.</summary>
    public ClientBuilder UseInProcess(Func<IServiceProvider, InProcessTransport> transport)
    {
        inProcess = transport;
        return this;
    }

    /// <summary>Registers the client; called by generated code.</summary>
    public ClientBuilder AddClient<TContract>(Func<GraphQLClient, TContract> make)
        where TContract : class
    {
        Services.AddSingleton(provider => make(MakeClient(provider)));
        return this;
    }

    /// <summary>Registers one operation of the client; called by generated code.</summary>
    public ClientBuilder AddOperation<TContract, TOperation>(Func<TContract, TOperation> find)
        where TContract : class
        where TOperation : class
    {
        Services.TryAddSingleton(provider => find(provider.GetRequiredService<TContract>()));
        return this;
    }

    private GraphQLClient MakeClient(IServiceProvider provider)
    {
        var time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        var changes = provider.GetRequiredService<ChangeHub>();
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger<GraphQLClient>();
        if (inProcess?.Invoke(provider) is { } here) return new GraphQLClient(here, here, options, changes, logger, time);
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        return new GraphQLClient(
            new HttpTransport(() => factory.CreateClient(Name), options, time),
            new WebSocketTransport(cancel => ConnectAsync(provider, factory, cancel), options, time),
            options, changes, logger, time);
    }

    private async Task<WebSocket> ConnectAsync(IServiceProvider provider, IHttpClientFactory factory, CancellationToken cancel)
    {
        using var http = factory.CreateClient(Name);
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol("graphql-transport-ws");
            socket.Options.CollectHttpResponseDetails = true;
            var settings = new WebSocketSettings(socket.Options) { Uri = http.BaseAddress is { } address ? WebSocketSettings.Of(address) : null };
            configureSocket?.Invoke(provider, settings);
            var uri = settings.Uri ?? throw new InvalidOperationException($"{Name} has no address: set it with ConfigureHttpClient(http => http.BaseAddress = ...) or ConfigureWebSocketClient.");
            await socket.ConnectAsync(uri, cancel).ConfigureAwait(false);
            return socket;
        }
        catch (WebSocketException e)
        {
            var status = (int)socket.HttpStatusCode;
            socket.Dispose();
            // A server that answers otherwise than by a socket, and not for want of time or place, does so again.
            if (status is >= 200 and < 500 and not (408 or 429)) throw new TransportException(ClientErrorCodes.Refused, $"The server answers {status} instead of opening a socket.", e);
            throw new ConnectionLostException($"No connection to the server: {e.Message}", e) { WasOpen = false };
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
