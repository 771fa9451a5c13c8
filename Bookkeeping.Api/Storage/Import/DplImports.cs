using Bookkeeping.Api.Dpl;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports <c>hosts.jsonl</c>.</summary>
internal sealed class HostImport(BookkeepingDb db) : ImportSubject<Dpl.Host, string, ImportRow<string>>(db)
{
    public override string File => "hosts.jsonl";

    protected override ImportRow<string> ReadRow(ImportLine line, string key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.RefuseEmpty("hostname");
        line.RefuseLonger("hostname", Dpl.Host.MaxNameLength);
        return new(line, key, columns);
    }

    protected override Dpl.Host New(string key) => new() { Hostname = key };
}

/// <summary>A kind of process as read.</summary>
internal sealed record DplProcessTypeRow(ImportLine Line, string Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<string>(Line, Key, Columns)
{
    /// <summary>The names of its processes.</summary>
    public required IReadOnlyList<string> Processes { get; init; }
}

/// <summary>Imports <c>dpl-process-types.jsonl</c>. Processes are added, and none is removed.</summary>
internal sealed class DplProcessTypeImport(BookkeepingDb db) : ImportSubject<DplProcessType, string, DplProcessTypeRow>(db)
{
    public override string File => "dpl-process-types.jsonl";

    protected override DplProcessTypeRow ReadRow(ImportLine line, string key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.RefuseEmpty("label");
        line.RefuseLonger("label", DplProcessType.MaxLabelLength);
        var processes = line.Texts("processes") ?? [];
        if (processes.Any(name => name.Length is 0 or > DplProcess.MaxNameLength)) line.Report($"`processes`: a name has 1 to {DplProcess.MaxNameLength} characters.");
        line.RefuseTwice("processes", processes);
        return new(line, key, columns) { Processes = processes };
    }

    protected override DplProcessType New(string key) => new() { Label = key };

    protected override async Task SaveChunkAsync(IReadOnlyList<ImportedEntity<DplProcessType, DplProcessTypeRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        await Db.SaveChangesAsync(cancel);
        await new DplRows(Db, new KnownKeys()).ProcessesAsync([.. chunk.SelectMany(type => type.Row.Processes.Select(name => (name, type.Row.Key)))], cancel);
    }
}
