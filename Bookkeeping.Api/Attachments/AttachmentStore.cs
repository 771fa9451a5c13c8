using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Attachments;

/// <summary>Keeps the content of attachments: each once, in a file named by its hash.</summary>
internal sealed class AttachmentStore(IOptions<AttachmentOptions> options)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Where contents lie that are still arriving.</summary>
    private const string Incoming = "incoming";

    /// <summary>The limits.</summary>
    public AttachmentOptions Options { get; } = options.Value;

    /// <summary>Where contents lie.</summary>
    public string Folder => Path.GetFullPath(Options.AttachmentsDirectory);

    /// <summary>Takes a content to its end. It is gone with the result, unless that is kept.</summary>
    /// <param name="content">The content.</param>
    /// <param name="name">Its name, of which folders and what no name may have are left out.</param>
    /// <param name="cancel">Ends with the request; then nothing of it is left.</param>
    /// <exception cref="AttachmentTooLargeException">It is larger than a file may be; nothing of it is left.</exception>
    public async Task<IncomingAttachment> ReceiveAsync(Stream content, string? name, CancellationToken cancel)
    {
        var incoming = Path.Combine(Folder, Incoming);
        Directory.CreateDirectory(incoming);
        var path = Path.Combine(incoming, RandomNumberGenerator.GetHexString(32, lowercase: true));
        try
        {
            var (hash, _) = await CopyAsync(content, path, Options.MaxAttachmentBytes, cancel);
            var clean = AttachmentName.Clean(name);
            await using var file = File.OpenRead(path);
            return new IncomingAttachment(this, path, clean, hash, await AttachmentContent.LookAsync(file, clean, Options.MaxAttachedTextLength, cancel));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens a content; null when there is no such file.</summary>
    public FileStream? OpenRead(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a content is there.</summary>
    public bool Contains(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Whether a text is a hash as contents are named by.</summary>
    public static bool IsHash(string? text) => text?.Length == SHA256.HashSizeInBytes * 2 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Where a content lies within a folder of contents: a folder for each first byte, and no folder of a million files.</summary>
    public static string PlaceOf(string sha256) => Path.Combine(sha256[..2], sha256);

    /// <summary>Puts a content that has arrived into its place. May be done twice.</summary>
    public void Keep(string arrivedAt, string sha256)
    {
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(arrivedAt)) File.Move(arrivedAt, path, overwrite: true);
    }

    /// <summary>Deletes what has been arriving since before a time: its server has died.</summary>
    public void DeleteBroken(DateTime before)
    {
        StagedContents.DeleteBroken(this, before);
        var incoming = new DirectoryInfo(Path.Combine(Folder, Incoming));
        if (!incoming.Exists) return;
        foreach (var file in incoming.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before)) file.Delete();
    }

    /// <summary>Writes a content into a new file, to the disk.</summary>
    /// <returns>The hash and the length of what was written.</returns>
    /// <exception cref="AttachmentTooLargeException">It is longer than the limit; the file is there still.</exception>
    internal static async Task<(string Hash, long Length)> CopyAsync(Stream content, string path, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        long length = 0;
        while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            length += read;
            if (length > limit) throw new AttachmentTooLargeException(limit);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        // A row that is committed must find its content, also after the power failed.
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private string PathOf(string sha256) => Path.Combine(Folder, PlaceOf(sha256));
}

/// <summary>A file is larger than an attachment may be.</summary>
internal sealed class AttachmentTooLargeException(long limit) : Exception
{
    /// <summary>The largest possible, bytes.</summary>
    public long Limit { get; } = limit;
}
