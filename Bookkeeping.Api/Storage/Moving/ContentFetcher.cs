using System.Globalization;
using System.Text.Json;
using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Storage.Import;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Fetches the contents of attachments into files named by their hashes, and notes which is whose: a line each, so that it goes on behind the last.</summary>
internal sealed class ContentFetcher(SourceApi api, MoveOptions options, IProgress<(long Done, long Total)>? progress)
{
    /// <summary>The folder of the files that are imported.</summary>
    public static string FilesFolder(string folder) => Path.Combine(folder, "files");

    /// <summary>Fetches what is not there yet.</summary>
    public async Task FetchAsync(CancellationToken cancel)
    {
        var known = Known(options.Folder);
        var wanted = new FetchedPages(options.Folder, "log-attachments").ReadAll().SelectMany(log => log.GetProperty("attachments").EnumerateArray())
            .Select(file => Fetcher.KeyOf(file, "id")).OfType<string>().Distinct().ToList();
        await using var notes = new StreamWriter(NotesOf(options.Folder), append: true);

        // A note that broke off with its program ends with its line.
        await notes.WriteLineAsync();
        var done = 0L;
        foreach (var id in wanted)
        {
            if (!known.ContainsKey(id))
            {
                await notes.WriteLineAsync($"{id} {await DownloadAsync(id, cancel)}");
                await notes.FlushAsync(cancel);
            }

            progress?.Report((++done, wanted.Count));
        }
    }

    /// <summary>The hashes of the contents that are there, by the numbers of their attachments; empty for one that the instance does not have any more.</summary>
    public static Dictionary<string, string> Known(string folder)
    {
        if (!File.Exists(NotesOf(folder))) return [];
        var notes = File.ReadLines(NotesOf(folder)).Select(line => line.Split(' ')).Where(parts => parts.Length == 2 && (parts[1] == "-" || AttachmentStore.IsHash(parts[1])));
        return notes.DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1] == "-" ? "" : parts[1]);
    }

    private static string NotesOf(string folder) => Path.Combine(folder, "fetched", "contents.txt");

    private async Task<string> DownloadAsync(string id, CancellationToken cancel)
    {
        var contents = Directory.CreateDirectory(Path.Combine(FilesFolder(options.Folder), ImportContents.FolderName)).FullName;
        var arriving = Path.Combine(options.Folder, "fetched", "content.part");
        var hash = "-";
        var found = await api.DownloadAsync($"attachments/{Uri.EscapeDataString(id)}", async (content, patience) =>
        {
            File.Delete(arriving);
            (hash, _) = await AttachmentStore.CopyAsync(content, arriving, limit: long.MaxValue, patience);
        }, cancel);
        if (!found) return "-";
        var target = Path.Combine(contents, AttachmentStore.PlaceOf(hash));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(arriving, target, overwrite: true);
        return hash;
    }
}
