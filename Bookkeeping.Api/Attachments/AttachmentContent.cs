namespace Bookkeeping.Api.Attachments;

/// <summary>What a content tells about itself.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Encoding">How its text is encoded; null when it is no text.</param>
/// <param name="Text">What can be searched of its text; empty when it is none.</param>
/// <param name="Length">Its length, bytes.</param>
internal sealed record AttachmentContent(string MediaType, string? Encoding, string Text, long Length)
{
    /// <summary>Looks at a content.</summary>
    /// <param name="content">The content, at its start.</param>
    /// <param name="name">Its name.</param>
    /// <param name="maxTextLength">How much of a text is taken, characters.</param>
    /// <param name="cancel">Ends the look.</param>
    public static async Task<AttachmentContent> LookAsync(Stream content, string name, int maxTextLength, CancellationToken cancel)
    {
        var head = new byte[Math.Min(content.Length, MediaTypeSniffer.HeadLength)];
        await content.ReadExactlyAsync(head, cancel);
        var (mediaType, encoding) = MediaTypeSniffer.Look(head, name);
        return new(mediaType, encoding, encoding is null ? "" : await ReadTextAsync(content, maxTextLength, cancel), content.Length);
    }

    private static async Task<string> ReadTextAsync(Stream content, int maxLength, CancellationToken cancel)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, System.Text.Encoding.UTF8, leaveOpen: true);
        var text = new char[maxLength];
        var length = await reader.ReadBlockAsync(text, cancel);
        return new string(text, 0, length).Replace('\0', ' ');
    }
}
