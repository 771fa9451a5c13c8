namespace Bookkeeping.Api.Attachments;

/// <summary>A content that has arrived whole and is not kept yet.</summary>
internal sealed class IncomingAttachment : IDisposable
{
    private readonly AttachmentStore store;
    private readonly string path;

    private IncomingAttachment(AttachmentStore store, string path, string name, string hash, long length, byte[] head)
    {
        (this.store, this.path, Name, Sha256, Length) = (store, path, name, hash, length);
        (MediaType, Encoding) = MediaTypeSniffer.Look(head, name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The hash of its content.</summary>
    public string Sha256 { get; }

    /// <summary>Its length, bytes.</summary>
    public long Length { get; }

    /// <summary>What it is.</summary>
    public string MediaType { get; }

    /// <summary>How its text is encoded; null when it is no text.</summary>
    public string? Encoding { get; }

    /// <summary>What can be searched of its text; empty when it is none.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Looks at a content.</summary>
    public static async Task<IncomingAttachment> LookAsync(AttachmentStore store, string path, string name, string hash, long length, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[Math.Min(length, MediaTypeSniffer.HeadLength)];
        await file.ReadExactlyAsync(head, cancel);
        var arrived = new IncomingAttachment(store, path, name, hash, length, head);
        if (arrived.Encoding is not null) arrived.Text = await ReadTextAsync(file, store.Options.MaxAttachedTextLength, cancel);
        return arrived;
    }

    /// <summary>The row that tells of it.</summary>
    public Attachment ToRow(DateTimeOffset now) => new()
    {
        FileName = $"{now.ToUnixTimeMilliseconds()}_{Name}", OriginalName = Name, MimeType = MediaType, Encoding = Encoding, SizeBytes = Length, Sha256 = Sha256, CreatedAt = now,
    };

    /// <summary>Puts the content into its place: when what refers to it is checked, before that is committed. May be done twice.</summary>
    public void Keep() => store.Keep(path, Sha256);

    /// <summary>Deletes the content, if it was not kept.</summary>
    public void Dispose() => File.Delete(path);

    private static async Task<string> ReadTextAsync(FileStream file, int maxLength, CancellationToken cancel)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        var text = new char[maxLength];
        var length = await reader.ReadBlockAsync(text, cancel);
        return new string(text, 0, length).Replace('\0', ' ');
    }
}
