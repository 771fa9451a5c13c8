using System.Text.Json;

namespace Bookkeeping.GraphQL.Http.WebSockets;

/// <summary>An operation that a client started on its socket.</summary>
/// <param name="id">The client's name for it.</param>
internal sealed class SocketOperation(string id)
{
    private readonly CancellationTokenSource source = new();

    /// <summary>The client's name for it.</summary>
    public string Id { get; } = id;

    /// <summary>The same as it is written.</summary>
    public JsonEncodedText EncodedId { get; } = JsonEncodedText.Encode(id);

    /// <summary>Ends when the client wants no more of it, or is gone.</summary>
    public CancellationToken Cancel => source.Token;

    /// <summary>Ends when it lets go of all it had; set when it is started.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>The client wants no more of it.</summary>
    public Task EndAsync() => source.CancelAsync();
}
