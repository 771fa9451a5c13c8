using System.IO.Compression;
using System.Net.Http.Headers;

namespace Bookkeeping.Tests.GraphQL.Http.Compression;

/// <summary>Asks for compressed answers, and unpacks them.</summary>
internal static class CompressedAnswer
{
    public static Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string? encoding, HttpContent? body = null, string? accept = null, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = body };
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return client.SendAsync(request);
    }

    /// <summary>How the answer is compressed; empty when it is not.</summary>
    public static string Encoding(this HttpResponseMessage answer) => string.Join(',', answer.Content.Headers.ContentEncoding);

    /// <summary>The answer's text, unpacked.</summary>
    public static async Task<string> UnpackedAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(answer.Encoding() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        return await reader.ReadToEndAsync();
    }
}
