using System.Text.Unicode;

namespace Bookkeeping.Api.Attachments;

/// <summary>Tells what a file is by its content. Its name only tells one kind of text from another.</summary>
/// <remarks>Nothing that a browser would run is ever told: pages and drawings with scripts are plain text here.</remarks>
internal static class MediaTypeSniffer
{
    /// <summary>How many bytes are looked at.</summary>
    public const int HeadLength = 4096;

    private const string Unknown = "application/octet-stream";

    private static readonly (int Offset, byte[] Bytes, string MediaType)[] Signatures =
    [
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, "GIF87a"u8.ToArray(), "image/gif"),
        (0, "GIF89a"u8.ToArray(), "image/gif"),
        (8, "WEBP"u8.ToArray(), "image/webp"),
        (0, [0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        (0, [0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        (0, "%PDF-"u8.ToArray(), "application/pdf"),
        (0, "root"u8.ToArray(), "application/x-root"),
        (0, [0x50, 0x4B, 0x03, 0x04], "application/zip"),
        (0, [0x1F, 0x8B], "application/gzip"),
        (0, "BZh"u8.ToArray(), "application/x-bzip2"),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "application/x-xz"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),
        (4, "ftyp"u8.ToArray(), "video/mp4"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
    ];

    private static readonly Dictionary<string, string> TextTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv", [".json"] = "application/json", [".md"] = "text/markdown",
    };

    /// <summary>The media type and, of a text, its encoding.</summary>
    /// <param name="head">The first bytes, at most <see cref="HeadLength"/>.</param>
    /// <param name="name">The file's name.</param>
    public static (string MediaType, string? Encoding) Look(ReadOnlySpan<byte> head, string name)
    {
        if (IsText(head) && !head.StartsWith("%PDF-"u8)) return (TextTypes.GetValueOrDefault(Path.GetExtension(name), "text/plain"), "utf-8");
        foreach (var (offset, bytes, mediaType) in Signatures)
            if (head.Length >= offset + bytes.Length && head.Slice(offset, bytes.Length).SequenceEqual(bytes)) return (mediaType, null);
        return (Unknown, null);
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return true;
        foreach (var value in head)
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B)) return false;

        // The last character of the part looked at may be cut.
        for (var cut = 0; cut < 4 && cut < head.Length; cut++)
            if (Utf8.IsValid(head[..^cut])) return cut == 0 || head.Length == HeadLength;
        return false;
    }
}
