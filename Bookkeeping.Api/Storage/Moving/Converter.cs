using Bookkeeping.Api.Storage.Export;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Writes what was fetched in the format of <c>docs/import-format.md</c>. Page by page: only keys are held.</summary>
internal sealed class Converter
{
    private readonly string folder;
    private readonly MoveReport report;
    private readonly MovedUsers users;
    private readonly FetchedList<int> runs;
    private readonly FetchedList<int> fills;
    private readonly FetchedList<string> environments;
    private readonly FetchedList<int> logs;

    /// <summary>Looks through all that was fetched.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="report">Takes what cannot be moved as it is.</param>
    public Converter(string folder, MoveReport report)
    {
        (this.folder, this.report, users) = (folder, report, new MovedUsers(report));
        FetchNotes.Tell(folder, report);
        fills = new(folder, "lhcFills", "fillNumber", report);
        environments = new(folder, "environments", "id", report);
        runs = new(folder, "runs", "runNumber", report, run =>
        {
            users.See(run.Object("userStart"));
            users.See(run.Object("userStop"));
        });
        logs = new(folder, "logs", "id", report, log => users.See(log.Object("author")));
    }

    /// <summary>Writes all files.</summary>
    public async Task ConvertAsync(CancellationToken cancel)
    {
        var references = new MovedReferences(folder, report);
        await WriteAsync("users.jsonl", users.WriteAsync, cancel);
        await WriteAsync("tags.jsonl", references.WriteTagsAsync, cancel);
        await WriteAsync("reason-types.jsonl", references.WriteReasonTypesAsync, cancel);
        await WriteAsync("fills.jsonl", (file, stop) => MovedFills.WriteAsync(fills, file, stop), cancel);
        await WriteAsync("environments.jsonl", (file, stop) => new MovedEnvironments(folder, report).WriteAsync(environments, file, stop), cancel);
        await WriteAsync("runs.jsonl", (file, stop) => new MovedRuns(folder, report, references, users, fills, environments).WriteAsync(runs, file, stop), cancel);
        await WriteAsync("log-entries.jsonl", (file, stop) => new MovedLogs(references, users, runs, environments, fills).WriteAsync(logs, file, stop), cancel);
        await WriteAsync("attachments.jsonl", (file, stop) => new MovedAttachments(folder, report).WriteAsync(logs, file, stop), cancel);

        // Runs may have detectors that no list tells.
        await WriteAsync("detectors.jsonl", references.WriteDetectorsAsync, cancel);
    }

    private async Task WriteAsync(string name, Func<ExportFile, CancellationToken, Task> write, CancellationToken cancel)
    {
        await using var output = File.Create(Path.Combine(Directory.CreateDirectory(ContentFetcher.FilesFolder(folder)).FullName, name));
        await using var file = new ExportFile(output, () => { });
        await write(file, cancel);
    }
}
