using System.IO.Pipelines;
using Bookkeeping.GraphQL.Http.Batching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Reads the body of a POST request, never more of it than the limit.</summary>
internal static class PostRequestReader
{
    /// <summary>Reads and parses the body.</summary>
    /// <exception cref="HttpRefusal">The body is not JSON in UTF-8 by its headers (415), too large (413), or no request (400).</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpContext context, GraphQLHttpOptions options)
    {
        RequireJson(context.Request);
        if (context.Request.ContentLength > options.MaxBodyBytes) throw HttpRefusal.BodyTooLarge(options.MaxBodyBytes);
        RaiseServerLimit(context, options.MaxBodyBytes);
        return await ReadBodyAsync(context.Request.BodyReader, options);
    }

    private static async ValueTask<RequestBody> ReadBodyAsync(PipeReader body, GraphQLHttpOptions options)
    {
        using var earlier = new BodyBuffer();
        while (true)
        {
            // Not cancelled by RequestAborted: the server ends the read itself when the client goes away.
            var read = await body.ReadAsync(CancellationToken.None);
            try
            {
                if (earlier.Length + read.Buffer.Length > options.MaxBodyBytes) throw HttpRefusal.BodyTooLarge(options.MaxBodyBytes);
                if (read.IsCompleted && earlier.Length == 0) return BodyParser.Parse(read.Buffer, options);
                earlier.Append(read.Buffer);
            }
            finally
            {
                // Whatever was looked at is also taken. What is looked at and left in the pipe cannot be given back when the client goes away
                // in the middle of its body: the server's next read would fail with "Reading is already in progress".
                body.AdvanceTo(read.Buffer.End);
            }

            if (read.IsCompleted) return BodyParser.Parse(earlier.Content, options);
        }
    }

    /// <summary>Only a type that browsers do not send to other sites without asking them first is taken: that keeps forged requests out.</summary>
    private static void RequireJson(HttpRequest request)
    {
        if (request.ContentType is not (MediaTypes.Json or MediaTypes.JsonInUtf8) && !IsJson(request.ContentType))
            throw HttpRefusal.UnsupportedMediaType(
                $"The body must be sent as \"Content-Type: application/json\" in UTF-8, not {Quote(request.ContentType)}.");
        RequireUncompressed(request);
    }

    /// <summary>Refuses compressed bodies, whose size nobody knows before they are unpacked.</summary>
    public static void RequireUncompressed(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.Equals("identity"))
            throw HttpRefusal.UnsupportedMediaType($"The body must be sent uncompressed, not with \"Content-Encoding: {HttpRefusal.Shorten(encoding.ToString())}\".");
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || AcceptHeader.IsUtf8(type.Charset));

    private static string Quote(string? contentType) => string.IsNullOrEmpty(contentType) ? "without a type" : $"as \"{HttpRefusal.Shorten(contentType)}\"";

    /// <summary>The limit of these options counts, also where the server's own is lower.</summary>
    public static void RaiseServerLimit(HttpContext context, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server && server.MaxRequestBodySize < limit)
            server.MaxRequestBodySize = limit;
    }
}
