using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.Persisted;

/// <summary>Answers requests that may name their document by an id or a hash instead of bringing it along.</summary>
/// <remarks>Source: Apollo, "Automatic persisted queries"; conventions of HotChocolate for ids and trusted documents. Requests from inside the
/// program go to the <see cref="RequestExecutor"/> itself: what it runs needs no trust.</remarks>
internal sealed class StoredOperationExecutor(RequestExecutor executor, DocumentStore store, IOptions<GraphQLHttpOptions> options)
{
    private const int ShownIdLength = 128;
    private readonly bool onlyTrusted = options.Value.Persisted.OnlyTrusted;

    /// <inheritdoc cref="RequestExecutor.RespondAsync(GraphQLRequest, IServiceProvider, CancellationToken)"/>
    /// <exception cref="HttpRefusal">The request names its document in a way that is not understood.</exception>
    public async Task<ExecutionResponse> RespondAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancel)
    {
        var resolved = Resolve(request);
        if (resolved.Refusal is { } refusal)
        {
            executor.Instruments.Reject(refusal.Code);
            return ExecutionResult.RequestError(refusal);
        }

        var response = await executor.RespondAsync(resolved.Request, services, cancel);
        if (response is ExecutionResult result) result.IsOfStoredDocument = resolved.IsStored;
        if (resolved.Note is { } note) response.First?.AddExtension("persistedQuery", note);
        return response;
    }

    /// <summary>Finds the document of a request, and stores one that a client wants stored.</summary>
    /// <exception cref="HttpRefusal">The request names its document in a way that is not understood.</exception>
    public ResolvedRequest Resolve(GraphQLRequest request)
    {
        if (request.Id is { } id) return ResolveId(request, id);
        if (AutomaticOperation.HashIn(request.Extensions) is { } hash) return request.Query is null ? ResolveHash(request, hash) : Store(request, hash);
        return onlyTrusted ? Refuse(request, OnlyStored()) : new ResolvedRequest(request);
    }

    private ResolvedRequest ResolveId(GraphQLRequest request, string id)
    {
        if (request.Query is not null) throw HttpRefusal.InvalidRequest("The request has both `query` and the id of a stored document; send one of them.");
        return store.Find(DocumentHash.IsHash(id) ? id.ToLowerInvariant() : id) is { } document
            ? Found(request, document)
            : Refuse(request, Unknown($"No document is stored under the id `{Shorten(id)}`.", id));
    }

    // Clients of the protocol know these two messages by heart: after the first they send the document, after the second they stop sending hashes.
    private ResolvedRequest ResolveHash(GraphQLRequest request, string hash) => store.Find(hash) is { } document
        ? Found(request, document)
        : Refuse(request, Unknown(store.AcceptsNew ? "PersistedQueryNotFound" : "PersistedQueryNotSupported", hash));

    private ResolvedRequest Store(GraphQLRequest request, string hash)
    {
        var expected = DocumentHash.Of(request.Query!);
        var isRight = hash == expected;
        if (onlyTrusted) return isRight && store.Find(hash) is not null ? Found(request, request.Query!) : Refuse(request, OnlyStored());
        if (!store.AcceptsNew) return new ResolvedRequest(request);
        return new ResolvedRequest(request) { Note = isRight ? Stored(hash, store.Keep(hash, request.Query!)) : Mismatch(hash, expected) };
    }

    private static ResolvedRequest Found(GraphQLRequest request, string document) => new(request with { Query = document, Id = null }) { IsStored = true };

    private static ResolvedRequest Refuse(GraphQLRequest request, GraphQLError refusal) => new(request) { Refusal = refusal };

    private static Dictionary<string, object?> Stored(string hash, bool isKept) => new() { ["sha256Hash"] = hash, ["persisted"] = isKept };

    private static Dictionary<string, object?> Mismatch(string hash, string expected) => new()
    {
        ["sha256Hash"] = hash,
        ["persisted"] = false,
        ["expectedHashValue"] = expected,
        ["expectedHashType"] = "sha256Hash",
        ["expectedHashFormat"] = "Hex",
    };

    private static GraphQLError Unknown(string message, string key) => new(message)
    {
        Code = ErrorCodes.UnknownStoredDocument,
        Extensions = new Dictionary<string, object?> { ["requestedKey"] = Shorten(key) },
    };

    private static GraphQLError OnlyStored() =>
        new("This server runs only the documents stored on it: name one by `id`, or have yours stored.") { Code = ErrorCodes.OnlyStoredDocuments };

    private static string Shorten(string id) => id.Length > ShownIdLength ? id[..ShownIdLength] + "..." : id;
}

/// <summary>A request whose document was looked up.</summary>
/// <param name="Request">The request, with its document unless it is refused.</param>
internal readonly record struct ResolvedRequest(GraphQLRequest Request)
{
    /// <summary>Why it must not be run; null when it may.</summary>
    public GraphQLError? Refusal { get; init; }

    /// <summary>Whether the document came from the store.</summary>
    public bool IsStored { get; init; }

    /// <summary>What the answer's extensions tell of storing; null for nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Note { get; init; }
}
