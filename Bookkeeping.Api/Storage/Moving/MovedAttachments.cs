using System.Globalization;
using System.Text.Json;
using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Storage.Import;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Writes files of log entries; their contents are there already.</summary>
internal sealed class MovedAttachments(string folder, MoveReport report)
{
    /// <summary>Writes all.</summary>
    public async Task WriteAsync(FetchedList<int> logs, ExportFile file, CancellationToken cancel)
    {
        var contents = ContentFetcher.Known(folder);
        var seen = new HashSet<int>();
        foreach (var entry in new FetchedPages(folder, "log-attachments").ReadAll())
        {
            if (!int.TryParse(Fetcher.KeyOf(entry, "logId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !logs.Contains(number)) continue;
            var log = new SourceItem(entry, "logs", $"{number}", report);
            var written = log.Value<DateTimeOffset?>("createdAt");
            foreach (var attachment in entry.GetProperty("attachments").EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
            {
                var item = new SourceItem(attachment, "attachments", Fetcher.KeyOf(attachment, "id") ?? "?", report);
                var id = item.Value<int?>("id") ?? 0;
                if (id <= 0) item.Tell("id", "a file without it was left out");
                else if (seen.Add(id) && HasContent(item, contents, id, out var hash)) await file.WriteAsync(line => Write(line, id, number, hash, item, written), cancel);
            }
        }
    }

    private bool HasContent(SourceItem item, Dictionary<string, string> contents, int id, out string hash)
    {
        if (!contents.TryGetValue($"{id}", out hash!) || hash.Length == 0)
        {
            item.Tell("content", $"the instance does not have it any more; {item.Value<string>("originalName")} was left out");
            return false;
        }

        var length = new FileInfo(Path.Combine(ContentFetcher.FilesFolder(folder), ImportContents.FolderName, AttachmentStore.PlaceOf(hash))).Length;
        if (item.Value<long?>("size") is { } told && told != length) item.Tell("size", $"{told} bytes are told, and {length} came");
        return true;
    }

    private static void Write(ExportLine line, int id, int entry, string hash, SourceItem item, DateTimeOffset? written)
    {
        var (fileName, originalName) = (item.Value<string>("fileName"), item.Value<string>("originalName"));
        line.Value("attachmentNumber", id);
        line.Value("logEntry", entry);
        line.Value("originalName", AttachmentName.Clean(originalName ?? fileName));
        if (fileName is not null) line.Value("fileName", AttachmentName.Clean(fileName));
        line.Value("sha256", hash);
        line.Value("createdAt", item.Value<DateTimeOffset?>("createdAt") ?? NamedTime(fileName) ?? written ?? DateTimeOffset.UnixEpoch);
        item.Leave("logId", "mimeType", "size", "path", "encoding", "updatedAt");
        item.TellTheRest();
    }

    // The existing product puts the time before the name.
    private static DateTimeOffset? NamedTime(string? fileName) =>
        fileName?.IndexOf('_') is > 0 and var end && long.TryParse(fileName.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
}
