using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Logs;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>A file of a log entry as read.</summary>
internal sealed record AttachmentRow(ImportLine Line, int Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<int>(Line, Key, Columns)
{
    /// <summary>The number of the entry it came with.</summary>
    public required int LogEntry { get; init; }

    /// <summary>The hash of its content; null when the line tells none that could be one.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>Imports <c>attachments.jsonl</c>: files as they came with log entries, which can only be added, never changed.</summary>
/// <param name="db">The database.</param>
/// <param name="contents">The contents; null when there are none.</param>
internal sealed class AttachmentImport(BookkeepingDb db, ImportContents? contents) : ImportSubject<Attachment, int, AttachmentRow>(db)
{
    public override string File => "attachments.jsonl";

    // Their searched texts are held with them.
    protected override int ChunkSize => 50;

    protected override AttachmentRow ReadRow(ImportLine line, int key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.Required<DateTimeOffset>("createdAt");
        foreach (var name in (string[])["originalName", "fileName"]) CheckName(line, name);
        var entry = line.Required<int?>("logEntry");
        references.Add<LogEntry>(line, entry);
        var hash = line.Required<string>("sha256");
        if (hash is not null && !AttachmentStore.IsHash(hash)) line.Report($"`sha256` is \"{hash}\"; a hash has 64 hexadecimal digits, in small letters.");
        return new(line, key, columns) { LogEntry = entry ?? 0, Sha256 = AttachmentStore.IsHash(hash) ? hash : null };
    }

    protected override void Check(AttachmentRow row)
    {
        if (row.Key == 0) row.Line.Report("`attachmentNumber` is 0; the first one is 1.");
        if (row.Sha256 is null) return;
        var problem = contents is null ? "no contents come with the files" : contents.ProblemOf(row.Sha256);
        if (problem is not null) row.Line.Report($"`attachmentNumber` {row.Key}: {problem}.");
    }

    protected override Attachment New(int key) => new() { AttachmentNumber = key };

    protected override async Task SaveChunkAsync(IReadOnlyList<ImportedEntity<Attachment, AttachmentRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        var numbers = chunk.Where(file => file.IsNew).Select(file => file.Row.LogEntry).ToHashSet();
        var entries = await Db.LogEntries.Where(entry => numbers.Contains(entry.Number)).ToDictionaryAsync(entry => entry.Number, cancel);
        foreach (var (file, row, isNew) in chunk)
        {
            file.LogEntryNumber = row.LogEntry;
            if (isNew) await CompleteAsync(file, row, entries[row.LogEntry], cancel);
            else if (Db.Entry(file).State == EntityState.Modified) Refuse(row, "a file cannot be changed, and the database tells this one otherwise");
        }

        await NumberOnAsync(chunk.Max(file => file.Row.Key), cancel);
    }

    private async Task CompleteAsync(Attachment file, AttachmentRow row, LogEntry entry, CancellationToken cancel)
    {
        if (await contents!.TakeAsync(file.Sha256, file.OriginalName, cancel) is not { } content)
        {
            Refuse(row, "the content was there, and is not any more");
            return;
        }

        (file.MimeType, file.Encoding, file.SizeBytes) = (content.MediaType, content.Encoding, content.Length);
        if (file.FileName.Length == 0) file.FileName = $"{file.CreatedAt.ToUnixTimeMilliseconds()}_{file.OriginalName}";
        entry.AppendText(content.Text, contents.Options);
    }

    // PostgreSQL counts by itself: the next file's number must lie behind those that were given.
    private async Task NumberOnAsync(int last, CancellationToken cancel)
    {
        if (!Db.Database.IsNpgsql()) return;
        await Db.Database.ExecuteSqlAsync(
            $"SELECT setval(pg_get_serial_sequence('attachments', 'attachment_number'), GREATEST({last}, (SELECT last_value FROM attachments_attachment_number_seq)))", cancel);
    }

    private static void CheckName(ImportLine line, string name)
    {
        if (line.Value<string>(name) is { } told && AttachmentName.Clean(told) is var clean && clean != told) line.Report($"`{name}` is \"{told}\"; \"{clean}\" would be a name.");
        else if (name == "originalName") line.Required<string>(name);
    }

    private void Refuse(AttachmentRow row, string why) => throw new ImportRefusedException([new(File, row.Line.Number, $"`attachmentNumber` is {row.Key}: {why}.")]);
}
