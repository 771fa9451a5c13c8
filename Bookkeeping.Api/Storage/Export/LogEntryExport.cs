using Bookkeeping.Api.Logs;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>log-entries.jsonl</c>.</summary>
internal sealed class LogEntryExport(BookkeepingDb db) : ExportSubject<LogEntry, int>(db)
{
    private const string Key = "log_entry_number";

    private ILookup<int, int> runs = null!;
    private ILookup<int, string> environments = null!;
    private ILookup<int, int> fills = null!;
    private ILookup<int, string> tags = null!;

    public override string File => "log-entries.jsonl";

    protected override IQueryable<LogEntry> Rows => Db.LogEntries.OrderBy(entry => entry.Number);

    protected override IQueryable<LogEntry> After(int key) => Rows.Where(entry => entry.Number > key);

    protected override async Task LoadPartsAsync(IReadOnlyList<LogEntry> chunk, CancellationToken cancel)
    {
        var numbers = chunk.Select(entry => entry.Number).ToArray();
        runs = await LinksAsync<int>("log_entry_runs", Key, "run_number", numbers, cancel);
        environments = await LinksAsync<string>("log_entry_environments", Key, "environment_id", numbers, cancel);
        fills = await LinksAsync<int>("log_entry_fills", Key, "fill_number", numbers, cancel);
        tags = await LinksAsync<string>("log_entry_tags", Key, "tag_text", numbers, cancel);
    }

    protected override void WriteParts(ExportLine line, LogEntry entry)
    {
        line.Value("author", entry.AuthorId);
        line.Value("parent", entry.ParentNumber);
        line.Keys("runs", runs[entry.Number]);
        line.Keys("environments", environments[entry.Number]);
        line.Keys("fills", fills[entry.Number]);
        line.Keys("tags", tags[entry.Number]);
    }
}
