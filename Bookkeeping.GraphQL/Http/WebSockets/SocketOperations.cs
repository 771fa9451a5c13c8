using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>The operations of one socket: started, answered and ended, each with services of its own.</summary>
internal sealed class SocketOperations(HttpContext context, SocketServer server, SocketSender sender)
{
    private readonly int limit = server.Options.WebSocket.MaxOperations;
    private readonly Dictionary<string, SocketOperation> live = new(StringComparer.Ordinal);
    private readonly HashSet<SocketOperation> running = [];

    /// <summary>Checks that no live operation has an id.</summary>
    /// <exception cref="SocketRefusal">One has.</exception>
    public void RequireUnused(string id)
    {
        lock (live)
        {
            if (live.ContainsKey(id)) throw new SocketRefusal(SocketClosure.Duplicate(id));
        }
    }

    /// <summary>Starts an operation.</summary>
    /// <returns>False when the socket has as many as it may.</returns>
    public async ValueTask<bool> TryStartAsync(string id, GraphQLRequest request)
    {
        await SettleAsync();
        lock (live)
        {
            if (live.Count >= limit) return false;
            var operation = new SocketOperation(id);
            live.Add(id, operation);
            running.Add(operation);
            // Not on the way that reads the socket, which must go on meanwhile.
            operation.Ended = Task.Run(() => RunAsync(operation, request));
            return true;
        }
    }

    /// <summary>Ends an operation, of which the client hears no more. Where there is none of that id, it may just have ended by itself.</summary>
    public async Task CompleteAsync(string id)
    {
        SocketOperation? operation;
        lock (live) live.Remove(id, out operation);
        if (operation is not null) await operation.EndAsync();
    }

    /// <summary>Ends all operations; the task given ends when they have let go of all they had.</summary>
    public async Task<Task> EndAsync()
    {
        var operations = Running();
        foreach (var operation in operations) await operation.EndAsync();
        return Task.WhenAll(operations.Select(o => o.Ended));
    }

    /// <summary>Waits while too many operations have ended for the client but not yet let go: who starts and ends them without pause is slowed down.</summary>
    private async Task SettleAsync()
    {
        while (Running() is { } operations && operations.Count >= 2 * limit) await Task.WhenAny(operations.Select(o => o.Ended));
    }

    private List<SocketOperation> Running()
    {
        lock (live) return [.. running];
    }

    private async Task RunAsync(SocketOperation operation, GraphQLRequest request)
    {
        try
        {
            await using var scope = context.RequestServices.CreateAsyncScope();
            await AnswerAsync(operation, request, scope.ServiceProvider);
        }
        catch (OperationCanceledException) when (operation.Cancel.IsCancellationRequested)
        {
            // The client wants no more of it.
        }
        catch (HttpRefusal refusal)
        {
            await FailAsync(operation, [refusal.Error], CancellationToken.None);
        }
        catch (Exception fault)
        {
            await FailAsync(operation, [server.Faults.Report(context, fault)], CancellationToken.None);
        }
        finally
        {
            TryEnd(operation);
            lock (live) running.Remove(operation);
        }
    }

    private async Task AnswerAsync(SocketOperation operation, GraphQLRequest request, IServiceProvider services)
    {
        request = request with { AllowsSubscriptions = true, IncrementalFormat = IncrementalFormat.V02 };
        var response = await server.Executor.RespondAsync(request, services, operation.Cancel);
        if (response is ExecutionResult { IsRequestError: true } refused)
        {
            await FailAsync(operation, refused.Errors, operation.Cancel);
            return;
        }

        if (response is ExecutionResult result) await NextAsync(operation, result);
        else await FollowAsync(operation, (ResultStream)response);
        await sender.SendAsync(output => TryEnd(operation) && ServerMessage.WriteComplete(output, operation.EncodedId), operation.Cancel);
    }

    /// <summary>Sends all that a stream gives; one of its answers may be only errors without being the last.</summary>
    private async Task FollowAsync(SocketOperation operation, ResultStream stream)
    {
        await using var disposed = stream;
        await foreach (var result in stream.ReadResultsAsync(operation.Cancel)) await NextAsync(operation, result);
    }

    private ValueTask<bool> NextAsync(SocketOperation operation, ExecutionResult result) => sender.SendAsync(
        output => !operation.Cancel.IsCancellationRequested && ServerMessage.WriteNext(output, operation.EncodedId, result), operation.Cancel);

    private ValueTask<bool> FailAsync(SocketOperation operation, IReadOnlyList<GraphQLError> errors, CancellationToken cancel) => sender.SendAsync(
        output => TryEnd(operation) && ServerMessage.WriteError(output, operation.EncodedId, errors), cancel);

    /// <summary>Frees the operation's id, before the client can see that it is free.</summary>
    /// <returns>False when the client ended the operation first, and must not hear of it.</returns>
    private bool TryEnd(SocketOperation operation)
    {
        lock (live) return live.TryGetValue(operation.Id, out var current) && current == operation && live.Remove(operation.Id);
    }
}
