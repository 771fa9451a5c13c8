using System.Buffers.Text;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>Base64 as ids are written: with padding and the alphabet for URLs. The other alphabet is read too, and padding may be missing.</summary>
internal static class IdText
{
    /// <summary>Bytes as text.</summary>
    public static string Write(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');

    /// <summary>The bytes of a text; null when it is no base64.</summary>
    public static byte[]? Read(string text)
    {
        var forUrls = text.Replace('+', '-').Replace('/', '_');
        return Base64Url.IsValid(forUrls) ? Base64Url.DecodeFromChars(forUrls) : null;
    }
}
