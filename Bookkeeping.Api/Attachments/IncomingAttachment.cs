namespace Bookkeeping.Api.Attachments;

/// <summary>A content that has arrived whole and is not kept yet.</summary>
/// <param name="store">Where it will be kept.</param>
/// <param name="path">Where it lies.</param>
/// <param name="name">Its name.</param>
/// <param name="sha256">The hash of its content.</param>
/// <param name="content">What it tells about itself.</param>
internal sealed class IncomingAttachment(AttachmentStore store, string path, string name, string sha256, AttachmentContent content) : IDisposable
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The hash of its content.</summary>
    public string Sha256 => sha256;

    /// <summary>What its content tells.</summary>
    public AttachmentContent Content => content;

    /// <summary>The row that tells of it.</summary>
    public Attachment ToRow(DateTimeOffset now) => new()
    {
        FileName = $"{now.ToUnixTimeMilliseconds()}_{name}", OriginalName = name, MimeType = content.MediaType, Encoding = content.Encoding, SizeBytes = content.Length,
        Sha256 = sha256, CreatedAt = now,
    };

    /// <summary>Puts the content into its place: when what refers to it is checked, before that is committed. May be done twice.</summary>
    public void Keep() => store.Keep(path, sha256);

    /// <summary>Deletes the content, if it was not kept.</summary>
    public void Dispose() => File.Delete(path);
}
