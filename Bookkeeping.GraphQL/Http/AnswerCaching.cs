using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Lets clients keep answers, and spares them those they have already.</summary>
/// <remarks>Source: RFC 9110, "ETag" and "If-None-Match". Only the answer itself tells whether it changed, so the operation is run once in any case:
/// what a 304 saves is the transfer.</remarks>
internal static class AnswerCaching
{
    /// <summary>Sets the headers of an answer that may be kept.</summary>
    /// <returns>Whether the client has it already.</returns>
    public static bool IsKnown(HttpContext context, AnswerBuffer body, string cacheControl)
    {
        var tag = TagOf(body);
        context.Response.Headers.CacheControl = cacheControl;
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Weak, for the same answer may be sent in several encodings.</summary>
    private static EntityTagHeaderValue TagOf(AnswerBuffer body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        body.AppendTo(hash);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"", isWeak: true);
    }
}
