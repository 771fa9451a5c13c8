using Bookkeeping.Api.Journal;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>journal.jsonl</c>: the history of everything.</summary>
internal sealed class JournalExport(BookkeepingDb db) : ExportSubject<JournalEntry, long>(db)
{
    public override string File => "journal.jsonl";

    protected override IQueryable<JournalEntry> Rows => Db.Journal.OrderBy(entry => entry.Position);

    protected override IQueryable<JournalEntry> After(long key) => Rows.Where(entry => entry.Position > key);

    protected override void WriteParts(ExportLine line, JournalEntry entry)
    {
        line.Value("user", entry.UserId);
        line.Objects("changes", entry.Changes, (inner, change) =>
        {
            inner.Value("field", change.Field);
            inner.Value("oldValue", change.OldValue);
            inner.Value("newValue", change.NewValue);
        });
    }
}
