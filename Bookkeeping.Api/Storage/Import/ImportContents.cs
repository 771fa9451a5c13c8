using System.Security.Cryptography;
using Bookkeeping.Api.Attachments;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>The contents of attachments that an import brings, from a folder where each lies in a file named by its hash, as in an export.</summary>
/// <param name="folder">The folder; it may be missing when the store has all contents.</param>
/// <param name="store">Where contents are kept.</param>
internal sealed class ImportContents(string folder, AttachmentStore store) : IDisposable
{
    /// <summary>The folder's name in that of an export.</summary>
    public const string FolderName = "attachments";

    private readonly HashSet<string> sound = [];

    private StagedContents? staged;

    /// <summary>How many bytes the contents have.</summary>
    public long Length => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;

    /// <summary>How many bytes were read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The limits on what is searched of contents.</summary>
    public AttachmentOptions Options => store.Options;

    /// <summary>What is wrong with a content; null when it can be imported.</summary>
    public string? ProblemOf(string sha256)
    {
        if (sound.Contains(sha256)) return null;
        var place = AttachmentStore.PlaceOf(sha256);
        var file = new FileInfo(Path.Combine(folder, place));
        if (!file.Exists && store.Contains(sha256)) return null;
        if (!file.Exists) return $"the content is missing; it should be the file {FolderName}/{place}";
        using var content = file.OpenRead();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        BytesRead += file.Length;
        if (hash != sha256) return $"the file {FolderName}/{place} was altered: its hash is {hash}";
        sound.Add(sha256);
        return null;
    }

    /// <summary>Takes a content, which is put into its place by <see cref="Keep"/>.</summary>
    /// <returns>What it tells about itself; null when it is not there any more, or was altered since it was checked.</returns>
    public async Task<AttachmentContent?> TakeAsync(string sha256, string name, CancellationToken cancel)
    {
        staged ??= new StagedContents(store);
        var path = Path.Combine(folder, AttachmentStore.PlaceOf(sha256));
        if (!store.Contains(sha256) && File.Exists(path))
        {
            await using var source = File.OpenRead(path);
            if (!await staged.AddAsync(source, sha256, cancel)) return null;
            BytesRead += source.Length;
        }

        await using var content = staged.OpenRead(sha256) ?? store.OpenRead(sha256);
        return content is null ? null : await AttachmentContent.LookAsync(content, name, Options.MaxAttachedTextLength, cancel);
    }

    /// <summary>Puts what was taken into its place.</summary>
    public void Keep() => staged?.Keep();

    /// <inheritdoc/>
    public void Dispose() => staged?.Dispose();
}
