using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>Reads requests that bring files along.</summary>
/// <remarks>Source: GraphQL multipart request specification. Everything has arrived, and within its limits, before anything is run.</remarks>
internal sealed class UploadReader(Schema schema, IOptions<GraphQLHttpOptions> options, DiskQuota quota)
{
    private readonly GraphQLHttpOptions options = options.Value;
    private readonly bool isOffered = options.Value.Upload.Enabled && schema.FindType("Upload") is not null;

    /// <summary>Whether a request is a form that this server would take.</summary>
    public bool Takes(HttpRequest request) =>
        isOffered
        && request.ContentType is { } given
        && given.StartsWith(MediaTypes.Form, StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParse(given, out var type)
        && type.MediaType.Equals(MediaTypes.Form, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a whole form. The caller disposes it when its request ends in whatever way.</summary>
    /// <exception cref="HttpRefusal">It is no request, or a limit is exceeded; then nothing of it is left.</exception>
    public async Task<Upload> ReadAsync(HttpContext context)
    {
        if (!CrossSiteRule.HasPreflight(context.Request)) throw HttpRefusal.MissingPreflight("A multipart/form-data request, which a page of another site could send too,");
        PostRequestReader.RequireUncompressed(context.Request);
        PostRequestReader.RaiseServerLimit(context, LargestForm());
        var upload = new Upload(options, quota);
        try
        {
            await upload.ReadAsync(new FormReader(context.Request));
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>What a form within all limits may have: its texts, its files, and a page for the headers of each part.</summary>
    private long LargestForm()
    {
        const int PartHeaders = 8 * 1024;
        var files = (decimal)(options.Upload.MaxFileBytes + PartHeaders) * options.Upload.MaxFiles;
        return (long)Math.Min(long.MaxValue, files + options.MaxBodyBytes + options.Upload.MaxMapBytes + (2 * PartHeaders));
    }
}
