using System.Net.WebSockets;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>Talks with one client from the opening of its socket to its end.</summary>
/// <remarks>Source: GraphQL over WebSocket Protocol. Messages are taken in their order, one at a time; operations run beside.</remarks>
internal sealed class SocketSession
{
    private readonly HttpContext context;
    private readonly WebSocket socket;
    private readonly SocketServer server;
    private readonly GraphQLWebSocketOptions options;
    private readonly SocketSender sender;
    private readonly SocketOperations operations;
    private readonly SocketKeepAlive keepAlive;
    private readonly TaskCompletionSource<SocketClosure> ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ended = new();
    private ITimer? initLimit;
    private Task keepingAlive = Task.CompletedTask;
    private bool isInitialised;

    public SocketSession(HttpContext context, WebSocket socket, SocketServer server)
    {
        this.context = context;
        this.socket = socket;
        this.server = server;
        options = server.Options.WebSocket;
        sender = new SocketSender(socket, options.SendTimeout, server.Time, End);
        operations = new SocketOperations(context, server, sender);
        keepAlive = new SocketKeepAlive(server, sender, End);
    }

    /// <summary>Goes on until one of both ends it.</summary>
    public async Task RunAsync()
    {
        initLimit = server.Time.CreateTimer(_ => End(SocketClosure.InitTimeout), null, options.InitTimeout, Timeout.InfiniteTimeSpan);
        await using var stopping = server.Stopping.UnsafeRegister(_ => End(SocketClosure.GoingAway), null);
        var reading = ReadAsync();
        var closure = await ending.Task;
        await initLimit.DisposeAsync();
        await ended.CancelAsync();
        var operationsEnded = await operations.EndAsync();
        await CloseAsync(closure, reading);
        await Task.WhenAll(reading, keepingAlive, operationsEnded);
    }

    /// <summary>Ends the session; only the first cause counts.</summary>
    private void End(SocketClosure closure) => ending.TrySetResult(closure);

    private async Task ReadAsync()
    {
        using var receiver = new SocketReceiver(socket, options.MaxMessageBytes);
        try
        {
            await HandleAllAsync(receiver);
            // What comes now is not looked at, but the client's own close is waited for.
            if (socket.State is WebSocketState.Open or WebSocketState.CloseSent) await receiver.DrainAsync();
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away without a word, broke the framing of messages, or was given up.
        }

        End(SocketClosure.ByClient);
    }

    private async Task HandleAllAsync(SocketReceiver receiver)
    {
        try
        {
            while (!ending.Task.IsCompleted && await receiver.ReceiveAsync() is { } message)
            {
                if (!ending.Task.IsCompleted) await HandleAsync(message);
            }
        }
        catch (SocketRefusal refusal)
        {
            End(refusal.Closure);
        }
        catch (Exception fault) when (fault is not (WebSocketException or OperationCanceledException or ObjectDisposedException))
        {
            server.Faults.Report(context, fault);
            End(SocketClosure.Internal);
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> json)
    {
        var message = ClientMessage.Parse(json.Span, server.Options);
        var payload = message.Payload is { } range ? json[range] : default;
        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit: await ConnectAsync(payload); break;
            case ClientMessageType.Ping: await sender.SendAsync(output => ServerMessage.WritePong(output, payload.Span), ended.Token); break;
            case ClientMessageType.Pong: keepAlive.Pong(); break;
            case var _ when !isInitialised: throw new SocketRefusal(SocketClosure.NotInitialised);
            case ClientMessageType.Subscribe: await SubscribeAsync(message.Id!, payload); break;
            default: await operations.CompleteAsync(message.Id!); break;
        }
    }

    private async Task ConnectAsync(ReadOnlyMemory<byte> payload)
    {
        if (isInitialised) throw new SocketRefusal(SocketClosure.InitialisedTwice);
        isInitialised = true;
        var answer = SocketConnectAnswer.Accept();
        if (options.OnConnect is { } decide)
        {
            var json = payload.IsEmpty ? default : RequestJson.ParseObject(payload.Span, server.Options.MaxJsonDepth, "payload");
            answer = await decide(new SocketConnectRequest(context, json), ended.Token);
        }

        if (!answer.IsAccepted) throw new SocketRefusal(SocketClosure.Rejected(answer.Reason));
        initLimit!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await sender.SendAsync(output => ServerMessage.WriteAck(output, answer.Payload), ended.Token);
        keepingAlive = keepAlive.RunAsync(ended.Token);
    }

    private async Task SubscribeAsync(string id, ReadOnlyMemory<byte> payload)
    {
        operations.RequireUnused(id);
        var (request, error) = Read(payload.Span);
        if (request is not null && !await operations.TryStartAsync(id, request)) error = TooManyOperations();
        if (error is not null) await sender.SendAsync(output => ServerMessage.WriteError(output, System.Text.Json.JsonEncodedText.Encode(id), [error]), ended.Token);
    }

    /// <summary>Reads the payload of an operation: a request, or why it is none that could be run.</summary>
    /// <exception cref="SocketRefusal">It is nothing that the protocol knows.</exception>
    private (GraphQLRequest? Request, GraphQLError? Error) Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            return (RequestParser.Parse(payload, server.Options, "The payload"), null);
        }
        catch (HttpRefusal refusal) when (refusal.Error.Code == ErrorCodes.NoDocument)
        {
            return (null, refusal.Error);
        }
        catch (HttpRefusal refusal)
        {
            throw new SocketRefusal(SocketClosure.Invalid(refusal.Message));
        }
    }

    private GraphQLError TooManyOperations() =>
        new($"A socket may have {options.MaxOperations} operations at once. Complete one before you start the next.") { Code = ErrorCodes.TooManyOperations };

    /// <summary>Closes the socket, and cuts the connection if the client takes too long to follow.</summary>
    private async Task CloseAsync(SocketClosure closure, Task reading)
    {
        using var limit = new CancellationTokenSource(options.CloseTimeout, server.Time);
        try
        {
            await sender.CloseAsync(closure, limit.Token);
            await reading.WaitAsync(limit.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }
}
