using System.Security.Cryptography;
using System.Text;

namespace Bookkeeping.GraphQL.Http.Persisted;

/// <summary>The hash that names a document: SHA-256 of its text in UTF-8, as 64 hexadecimal digits in lower case.</summary>
internal static class DocumentHash
{
    private const int Digits = 64;

    /// <summary>The hash of a document.</summary>
    public static string Of(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Whether a text has the form of a hash.</summary>
    public static bool IsHash(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigit);
}
