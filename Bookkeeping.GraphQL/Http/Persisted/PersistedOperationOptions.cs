namespace Bookkeeping.GraphQL.Http.Persisted;

/// <summary>How documents are stored and named by ids. Bound from the configuration section <c>GraphQL:Persisted</c>.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether clients may store documents under their SHA-256 hash (automatic persisted queries). Never where <see cref="OnlyTrusted"/> is set. Default: true.</summary>
    public bool EnableAutomatic { get; set; } = true;

    /// <summary>How many documents of clients are kept; those not in use make room. Default: 1,000.</summary>
    public int MaxAutomaticCount { get; set; } = 1_000;

    /// <summary>How many bytes the texts of the clients' documents take together in memory. Default: 8 MiB.</summary>
    public long MaxAutomaticBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>The folder of the trusted documents, absolute or relative to the program's folder; each file is named <c>ID.graphql</c>. Default: null, there are none.</summary>
    /// <remarks>Read when the program starts, which stops when a document is not valid. An id of 64 hexadecimal digits must be the SHA-256 hash of its document.</remarks>
    public string? Directory { get; set; }

    /// <summary>Whether only the trusted documents may be run: every other is refused with code HC0067. Default: false.</summary>
    public bool OnlyTrusted { get; set; }

    /// <summary>The Cache-Control header of answers to stored queries sent by GET. Default: <c>no-cache</c>, to be kept and asked after each time.</summary>
    /// <remarks>They carry an ETag, so that an unchanged answer is not sent again (304). Every other answer has <c>no-store</c>.</remarks>
    public string CacheControl { get; set; } = "no-cache";
}
