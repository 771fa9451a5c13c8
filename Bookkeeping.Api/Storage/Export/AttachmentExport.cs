using Bookkeeping.Api.Attachments;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>attachments.jsonl</c>, and the contents. What follows from a content is not told.</summary>
/// <param name="db">The database.</param>
/// <param name="contents">Takes the contents.</param>
internal sealed class AttachmentExport(BookkeepingDb db, ExportContents contents) : ExportSubject<Attachment, int>(db)
{
    private readonly HashSet<int> lost = [];

    public override string File => "attachments.jsonl";

    protected override IQueryable<Attachment> Rows => Db.Attachments.OrderBy(file => file.AttachmentNumber);

    protected override IQueryable<Attachment> After(int key) => Rows.Where(file => file.AttachmentNumber > key);

    protected override async Task LoadPartsAsync(IReadOnlyList<Attachment> chunk, CancellationToken cancel)
    {
        foreach (var file in chunk)
            if (!await contents.CopyAsync(file, cancel)) lost.Add(file.AttachmentNumber);
    }

    protected override bool IsLeftOut(Attachment entity) => lost.Contains(entity.AttachmentNumber);

    protected override void WriteParts(ExportLine line, Attachment entity) => line.Value("logEntry", entity.LogEntryNumber);
}
