using System.Security.Cryptography;

namespace Bookkeeping.Api.Attachments;

/// <summary>Contents of an import: they lie beside their places, named by their hashes, until all are moved at once before what refers to them is committed, or deleted.</summary>
internal sealed class StagedContents : IDisposable
{
    /// <summary>Where the folders of imports lie, within that of the store.</summary>
    internal const string Importing = "importing";

    // Held as long as the import goes on, so that a sweep can tell it from one that died.
    private const string LockName = "lock";

    private readonly AttachmentStore store;
    private readonly string folder;
    private readonly FileStream held;

    /// <summary>Makes a folder for an import.</summary>
    public StagedContents(AttachmentStore store)
    {
        this.store = store;
        folder = Directory.CreateDirectory(Path.Combine(store.Folder, Importing, RandomNumberGenerator.GetHexString(32, lowercase: true))).FullName;
        held = new FileStream(Path.Combine(folder, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Takes a content to its end, unless it is there already.</summary>
    /// <returns>Whether it has the hash that it should; otherwise nothing of it is left.</returns>
    public async Task<bool> AddAsync(Stream content, string sha256, CancellationToken cancel)
    {
        var path = Path.Combine(folder, sha256);
        if (File.Exists(path)) return true;
        var arriving = path + ".part";
        try
        {
            var (hash, _) = await AttachmentStore.CopyAsync(content, arriving, limit: long.MaxValue, cancel);
            if (hash == sha256) File.Move(arriving, path);
            return hash == sha256;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>Opens a content; null when it is not staged.</summary>
    public FileStream? OpenRead(string sha256) => File.Exists(Path.Combine(folder, sha256)) ? File.OpenRead(Path.Combine(folder, sha256)) : null;

    /// <summary>Puts all contents into their places.</summary>
    public void Keep()
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => AttachmentStore.IsHash(Path.GetFileName(path)))) store.Keep(path, Path.GetFileName(path));
    }

    /// <summary>Deletes what was not kept.</summary>
    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Deletes what imports left that died.</summary>
    /// <param name="store">The store.</param>
    /// <param name="before">Those that did something since then may live on another machine, whose lock is not seen.</param>
    internal static void DeleteBroken(AttachmentStore store, DateTime before)
    {
        var importing = new DirectoryInfo(Path.Combine(store.Folder, Importing));
        if (!importing.Exists) return;
        foreach (var import in importing.EnumerateDirectories().Where(import => import.LastWriteTimeUtc < before && !IsHeld(import))) import.Delete(recursive: true);
    }

    private static bool IsHeld(DirectoryInfo import)
    {
        try
        {
            using var free = new FileStream(Path.Combine(import.FullName, LockName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
