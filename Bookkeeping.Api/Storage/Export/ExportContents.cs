using Bookkeeping.Api.Attachments;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Takes the contents of attachments, each once, into files named by their hashes.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="folder">Where they go; made when there are any.</param>
internal sealed class ExportContents(AttachmentStore store, string folder)
{
    private readonly List<string> lost = [];

    /// <summary>What was not there or was altered, a sentence each.</summary>
    public IReadOnlyList<string> Lost => lost;

    /// <summary>Copies a content, unless it is there already.</summary>
    /// <returns>Whether it is there now; otherwise it is among those lost.</returns>
    public async Task<bool> CopyAsync(Attachment file, CancellationToken cancel)
    {
        var path = Path.Combine(folder, AttachmentStore.PlaceOf(file.Sha256));
        if (File.Exists(path)) return true;
        await using var content = store.OpenRead(file.Sha256);
        if (content is null) return Lose(file, "is not in the folder of attachments");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var (hash, _) = await AttachmentStore.CopyAsync(content, path, limit: long.MaxValue, cancel);
        if (hash == file.Sha256) return true;
        File.Delete(path);
        return Lose(file, $"was altered: its hash is {hash}");
    }

    private bool Lose(Attachment file, string why)
    {
        lost.Add($"The content of attachment {file.AttachmentNumber}, {file.OriginalName} of log entry {file.LogEntryNumber}, {why}.");
        return false;
    }
}
