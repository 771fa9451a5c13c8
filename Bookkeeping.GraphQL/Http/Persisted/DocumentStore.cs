using System.Collections.Frozen;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Caching;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.Persisted;

/// <summary>Documents by id: the trusted ones, which stay, and those that clients stored, which make room for each other.</summary>
internal sealed class DocumentStore
{
    private readonly FrozenDictionary<string, string> trusted;
    private readonly BoundedCache<string, string> automatic;
    private readonly PersistedOperationOptions options;
    private readonly int maxLength;

    /// <summary>Reads the trusted documents.</summary>
    /// <exception cref="TrustedDocumentsException">One of them is not valid.</exception>
    public DocumentStore(Schema schema, IOptions<GraphQLHttpOptions> options, RequestExecutorOptions requestOptions)
    {
        this.options = options.Value.Persisted;
        trusted = this.options.Directory is { Length: > 0 } folder
            ? new TrustedDocuments(schema, requestOptions).Read(folder)
            : FrozenDictionary<string, string>.Empty;
        AcceptsNew = this.options is { EnableAutomatic: true, OnlyTrusted: false };
        automatic = new BoundedCache<string, string>(this.options.MaxAutomaticCount, this.options.MaxAutomaticBytes);
        maxLength = requestOptions.Parser.MaxLength;
    }

    /// <summary>Whether clients may store documents.</summary>
    public bool AcceptsNew { get; }

    /// <summary>The document stored under an id; null when there is none.</summary>
    public string? Find(string id) => trusted.GetValueOrDefault(id) ?? (automatic.TryGet(id, out var text) ? text : null);

    /// <summary>Keeps a document of a client under its hash, as long as it is in use.</summary>
    /// <returns>Whether it was kept: one that is too long to be run, or for the whole store, is not.</returns>
    public bool Keep(string hash, string document)
    {
        var bytes = (long)document.Length * sizeof(char);
        if (document.Length > maxLength || bytes > options.MaxAutomaticBytes || options.MaxAutomaticCount == 0) return false;
        automatic.Add(hash, document, bytes);
        return true;
    }
}
