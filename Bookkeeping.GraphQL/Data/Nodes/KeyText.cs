using System.Globalization;
using System.Text;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>Keys as they stand in global ids: text, and for a <see cref="Guid"/> its 16 bytes as .NET orders them.</summary>
internal static class KeyText
{
    // A lenient decoder would take two ids for one row.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether keys of the type can stand in an id.</summary>
    public static bool IsSupported(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(string) || type == typeof(Guid);

    /// <summary>A key in an id.</summary>
    public static byte[] Bytes(object key) => key is Guid guid ? guid.ToByteArray() : Strict.GetBytes(Convert.ToString(key, CultureInfo.InvariantCulture)!);

    /// <summary>The key in an id; null when it is none of the type.</summary>
    public static object? Read(ReadOnlySpan<byte> bytes, Type type)
    {
        if (type == typeof(Guid)) return bytes.Length == 16 ? new Guid(bytes) : null;
        if (type == typeof(string)) return ReadText(bytes);
        if (!long.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        if (type == typeof(long)) return number;
        if (type == typeof(int)) return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        return number is >= short.MinValue and <= short.MaxValue ? (short)number : null;
    }

    private static string? ReadText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
