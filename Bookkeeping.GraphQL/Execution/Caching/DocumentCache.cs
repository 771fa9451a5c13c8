using Bookkeeping.GraphQL.Execution.Diagnostics;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Validation;

namespace Bookkeeping.GraphQL.Execution.Caching;

/// <summary>Parses and validates documents, once for as long as they are in use.</summary>
internal sealed class DocumentCache(Schema schema, RequestExecutorOptions options)
{
    private readonly BoundedCache<string, Entry> entries = new(options.DocumentCacheCount, options.DocumentCacheLength);

    /// <summary>The number of documents kept.</summary>
    public int Count => entries.Count;

    /// <summary>The document of a text.</summary>
    /// <exception cref="RequestErrorException">The text is no document, or an invalid one.</exception>
    public PreparedDocument Prepare(string text)
    {
        var isKept = entries.TryGet(text, out var entry);
        RequestTrace.Lookup("document", isKept);
        if (entry is null)
        {
            // A text that cannot even be parsed is refused at its first error: cheaper than the room it would take here.
            entry = Validate(Parse(text));
            entries.Add(text, entry, text.Length);
        }

        return entry.Document ?? throw new RequestErrorException(entry.Errors);
    }

    private DocumentNode Parse(string text)
    {
        using var phase = RequestTrace.Phase("parse");
        return Parser.Parse(text, options.Parser);
    }

    private Entry Validate(DocumentNode document)
    {
        using var phase = RequestTrace.Phase("validate");
        var errors = DocumentValidator.Validate(schema, document, options.Validation);
        return errors.Count > 0 ? new Entry(null, errors) : new Entry(new PreparedDocument(schema, document), []);
    }

    private sealed record Entry(PreparedDocument? Document, IReadOnlyList<GraphQLError> Errors);
}
