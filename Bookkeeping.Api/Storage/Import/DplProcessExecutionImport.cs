using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports <c>dpl-process-executions.jsonl</c>: what ran where. Machines, kinds and processes are created on first use.</summary>
internal sealed class DplProcessExecutionImport(BookkeepingDb db) : ImportSubject
{
    private const int ChunkSize = 2000;

    private int count;

    private sealed record Row(int Run, string Detector, string Process, string ProcessType, string Host, string? Args);

    public override string File => "dpl-process-executions.jsonl";

    public override int Count => count;

    public override void Begin() => count = 0;

    public override void Read(ImportLine line, ImportReferences references)
    {
        Parse(line, references);
        count++;
    }

    // They have no key that a line could tell: the same line twice is one execution.
    public override Task FindMissingAsync(ImportReferences references, CancellationToken cancel) => Task.CompletedTask;

    public override async Task SaveAsync(IAsyncEnumerable<ImportLine> lines, ImportScope scope, CancellationToken cancel)
    {
        var rows = new DplRows(db, new KnownKeys());
        var nowhere = new ImportReferences();
        await foreach (var chunk in lines.Select(line => Parse(line, nowhere)).Chunk(ChunkSize).WithCancellation(cancel))
        {
            await rows.EnsureHostsAsync(chunk.Select(row => row.Host), cancel);
            await rows.EnsureTypesAsync(chunk.Select(row => row.ProcessType), cancel);
            var processes = await rows.ProcessesAsync([.. chunk.Select(row => (row.Process, row.ProcessType)).Distinct()], cancel);
            await rows.WriteAsync([.. chunk.Select(row => Execution(row, processes)).DistinctBy(DplRows.KeyOf)], cancel);
        }
    }

    private static Row Parse(ImportLine line, ImportReferences references)
    {
        var run = line.Required<int?>("run");
        references.Add<Run>(line, run);
        var row = new Row(
            run ?? 0, line.Required<string>("detector") ?? "", Text(line, "process", DplProcess.MaxNameLength),
            Text(line, "processType", DplProcessType.MaxLabelLength), Text(line, "host", Dpl.Host.MaxNameLength), line.Value<string>("args"));
        line.RefuseLonger("args", RunChecks.MaxTextLength);
        if (row.Detector.Length > 0) references.Add<Detector>(line, row.Detector);
        line.RefuseTheRest();
        return row;
    }

    private static string Text(ImportLine line, string name, int maxLength)
    {
        var text = line.Required<string>(name);
        line.RefuseEmpty(name);
        line.RefuseLonger(name, maxLength);
        return text ?? "";
    }

    private static DplProcessExecution Execution(Row row, Dictionary<(string Name, string Type), long> processes) => new()
    {
        RunNumber = row.Run, DetectorName = row.Detector, DplProcessNumber = processes[(row.Process, row.ProcessType)], Hostname = row.Host, Args = row.Args,
        ArgsDigest = DplProcessExecution.DigestOf(row.Args),
    };
}
