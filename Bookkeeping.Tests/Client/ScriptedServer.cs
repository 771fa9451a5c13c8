using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.Client;

/// <summary>A server on a real socket that does what a test says, also what no good server would.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;
    private int sockets;

    private ScriptedServer(WebApplication app) => this.app = app;

    /// <summary>Answers the POST of a number, from 1.</summary>
    public Func<HttpContext, int, Task> OnRequest { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Talks over the socket of a number, from 1; the end of the task ends the socket.</summary>
    public Func<ScriptedSocket, int, Task> OnSocket { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The status that sockets are refused with; null: they are opened.</summary>
    public int? SocketStatus { get; set; }

    /// <summary>Requests so far.</summary>
    public int Requests => requests;

    /// <summary>Sockets so far, refused ones included.</summary>
    public int Sockets => sockets;

    /// <summary>The endpoint.</summary>
    public Uri Address => new(app.Urls.Single() + "/graphql");

    /// <summary>Starts it.</summary>
    /// <param name="port">The port; 0: a free one.</param>
    public static async Task<ScriptedServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, port));
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        var server = new ScriptedServer(app);
        app.UseWebSockets();
        app.Run(server.ServeAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ServeAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await OnRequest(http, Interlocked.Increment(ref requests));
            return;
        }

        var number = Interlocked.Increment(ref sockets);
        if (SocketStatus is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        await OnSocket(new ScriptedSocket(socket, http), number);
    }
}

/// <summary>The server's end of a socket.</summary>
internal sealed class ScriptedSocket(WebSocket socket, HttpContext http)
{
    /// <summary>The server's socket.</summary>
    public WebSocket Socket => socket;

    /// <summary>Takes the introduction and the subscription.</summary>
    /// <returns>The subscription's payload.</returns>
    public async Task<JsonNode> BeginAsync()
    {
        var init = await ReceiveAsync();
        Assert.Equal("connection_init", (string?)init["type"]);
        await SendAsync("""{"type":"connection_ack"}""");
        var subscribe = await ReceiveAsync();
        Assert.Equal("subscribe", (string?)subscribe["type"]);
        return subscribe["payload"]!;
    }

    /// <summary>Sends an event with a number as its cursor.</summary>
    public Task SendEventAsync(int number) => SendAsync("""{"type":"next","id":"1","payload":{"data":{"changed":{"cursor":"#"}}}}""".Replace("#", $"{number}", StringComparison.Ordinal));

    /// <summary>Sends a message.</summary>
    public Task SendAsync(string message, bool isWhole = true) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, isWhole, CancellationToken.None);

    /// <summary>Waits for the client's next message; null when it closes.</summary>
    public async Task<JsonNode> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException("The client closed.");
            length += part.Count;
            if (part.EndOfMessage) return JsonNode.Parse(buffer.AsSpan(0, length))!;
        }
    }

    /// <summary>Waits until the client is gone.</summary>
    public async Task UntilGoneAsync()
    {
        try
        {
            while (true) await ReceiveAsync();
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            // That is what was waited for.
        }
    }

    /// <summary>Cuts the line.</summary>
    public void Cut() => http.Abort();

    /// <summary>Closes with a code.</summary>
    public Task CloseAsync(int code) => socket.CloseAsync((WebSocketCloseStatus)code, "scripted", CancellationToken.None);
}
