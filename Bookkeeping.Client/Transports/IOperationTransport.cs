using System.Text.Json;

namespace Bookkeeping.Client.Transports;

/// <summary>Carries queries and mutations to a server and brings the answers back. Safe for concurrent use.</summary>
public interface IOperationTransport
{
    /// <summary>Sends an operation.</summary>
    /// <returns>The whole answer: <c>data</c>, <c>errors</c> or both.</returns>
    /// <exception cref="TransportException">No answer came back.</exception>
    Task<Answer> ExecuteAsync(OperationRequest request, CancellationToken cancel);
}

/// <summary>Opens the streams of subscriptions. Safe for concurrent use.</summary>
public interface ISubscriptionTransport
{
    /// <summary>Opens a stream over one connection.</summary>
    /// <returns>Whole answers, one for each event; the end of the stream is the server's.</returns>
    /// <exception cref="ConnectionLostException">The connection is gone, or could not be made.</exception>
    /// <exception cref="TransportException">The server does not want to talk to this client: trying again does not help.</exception>
    IAsyncEnumerable<Answer> SubscribeAsync(OperationRequest request, CancellationToken cancel);
}

/// <summary>The answer of a server, and the memory it stands in. Disposed by whoever read it.</summary>
/// <param name="owner">The memory.</param>
/// <param name="root">The answer in it: an object.</param>
public sealed class Answer(JsonDocument owner, JsonElement root) : IDisposable
{
    /// <summary>The answer: an object with <c>data</c>, <c>errors</c> or both. Not to be used once the answer is disposed.</summary>
    public JsonElement Root { get; } = root;

    /// <summary>An answer that is a whole JSON text.</summary>
    /// <exception cref="TransportException">The text is no answer.</exception>
    public static Answer Parse(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new TransportException(ClientErrorCodes.InvalidResponse, "What came back is not JSON.", e);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object) return new Answer(document, document.RootElement);
        document.Dispose();
        throw new TransportException(ClientErrorCodes.InvalidResponse, "What came back is JSON, but no answer of a GraphQL server.");
    }

    /// <inheritdoc/>
    public void Dispose() => owner.Dispose();
}
