using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.Compression;

/// <summary>Leaves short answers alone, and keeps the tags of compressed ones true.</summary>
internal sealed class SelectiveCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options, IOptions<CompressionOptions> limits)
    : ResponseCompressionProvider(services, options)
{
    private readonly int minBytes = limits.Value.MinBytes;

    /// <inheritdoc/>
    public override bool ShouldCompressResponse(HttpContext context) =>
        !(context.Response.ContentLength < minBytes) && base.ShouldCompressResponse(context);

    /// <summary>A strong tag names the very bytes; those of a compressed answer are others, so its tag is weak.</summary>
    /// <remarks>Source: RFC 9110, "Weak versus Strong" validators.</remarks>
    public override ICompressionProvider? GetCompressionProvider(HttpContext context)
    {
        var chosen = base.GetCompressionProvider(context);
        if (chosen is not null && context.Response.Headers.ETag.ToString() is ['"', ..] strong) context.Response.Headers.ETag = "W/" + strong;
        return chosen;
    }
}
