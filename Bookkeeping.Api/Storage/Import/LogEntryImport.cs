using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>A log entry as read. What is null was not named, and stays as it is.</summary>
internal sealed record LogEntryRow(ImportLine Line, int Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<int>(Line, Key, Columns)
{
    public int? Author { get; init; }

    public int? Parent { get; init; }

    public IReadOnlyList<int>? Runs { get; init; }

    public IReadOnlyList<string>? Environments { get; init; }

    public IReadOnlyList<int>? Fills { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>Imports <c>log-entries.jsonl</c>.</summary>
internal sealed class LogEntryImport(BookkeepingDb db) : ImportSubject<LogEntry, int, LogEntryRow>(db)
{
    private const int MaxTitleLength = 255;

    private const int MaxTextLength = 65_536;

    private int lastNumber;

    private bool isInOrder = true;

    public override string File => "log-entries.jsonl";

    protected override LogEntryRow ReadRow(ImportLine line, int key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        foreach (var name in (string[])["title", "subtype", "origin", "createdAt"]) line.Required<string>(name);
        line.RefuseLonger("title", MaxTitleLength);
        line.RefuseLonger("text", MaxTextLength);
        var row = new LogEntryRow(line, key, columns)
        {
            Author = line.Value<int?>("author"), Parent = line.Value<int?>("parent"), Runs = line.Numbers("runs"),
            Environments = line.Texts("environments"), Fills = line.Numbers("fills"), Tags = line.Texts("tags"),
        };
        if (row.Parent >= key) line.Report($"`parent` is {row.Parent}; an entry can only reply to one with a smaller number.");
        references.Add<User>(line, row.Author);
        references.Add<LogEntry>(line, row.Parent);
        references.AddAll<Run, int>(line, row.Runs);
        references.AddAll<Environment, string>(line, row.Environments);
        references.AddAll<Fill, int>(line, row.Fills);
        references.AddAll<Tag, string>(line, row.Tags);
        return row;
    }

    protected override LogEntry New(int key) => new() { Number = key };

    /// <inheritdoc/>
    public override void Begin()
    {
        base.Begin();
        (lastNumber, isInOrder) = (0, true);
    }

    protected override void Check(LogEntryRow row)
    {
        isInOrder &= row.Key > lastNumber;
        lastNumber = row.Key;
    }

    // An entry's place in its thread follows from that of its parent, which has a smaller number. Files in order, as exports are, need not be held for that.
    protected override IAsyncEnumerable<LogEntryRow> Ordered(IAsyncEnumerable<LogEntryRow> unordered) => isInOrder ? unordered : unordered.OrderBy(row => row.Key);

    protected override async Task SaveChunkAsync(IReadOnlyList<ImportedEntity<LogEntry, LogEntryRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        var parentNumbers = chunk.Select(entry => entry.Row.Parent).OfType<int>().ToArray();
        var entries = await Db.LogEntries.AsNoTracking().Where(entry => parentNumbers.Contains(entry.Number)).ToDictionaryAsync(entry => entry.Number, cancel);
        foreach (var (entry, row, isNew) in chunk)
        {
            if (row.Line.Has("author")) entry.AuthorId = row.Author ?? User.AnonymousId;
            if (isNew) entry.JoinThread(row.Parent is { } parent ? entries[parent] : null);
            entries[entry.Number] = entry;
        }

        await LinkAsync("log_entry_runs", "run_number", chunk, row => row.Runs, cancel);
        await LinkAsync("log_entry_environments", "environment_id", chunk, row => row.Environments, cancel);
        await LinkAsync("log_entry_fills", "fill_number", chunk, row => row.Fills, cancel);
        await LinkAsync("log_entry_tags", "tag_text", chunk, row => row.Tags, cancel);
    }

    private Task LinkAsync<TKey>(
        string table, string column, IReadOnlyList<ImportedEntity<LogEntry, LogEntryRow>> chunk, Func<LogEntryRow, IReadOnlyList<TKey>?> links, CancellationToken cancel)
        where TKey : notnull =>
        new LinkRows(Db, table, "log_entry_number", column).ReplaceAsync(chunk.Select(entry => (entry.Row.Key, links(entry.Row))), cancel);
}
