using Bookkeeping.Api.Dpl;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>hosts.jsonl</c>.</summary>
internal sealed class HostExport(BookkeepingDb db) : ExportSubject<Dpl.Host, string>(db)
{
    public override string File => "hosts.jsonl";

    protected override IQueryable<Dpl.Host> Rows => Db.Hosts.OrderBy(host => host.Hostname);

    protected override IQueryable<Dpl.Host> After(string key) => Rows.Where(host => string.Compare(host.Hostname, key) > 0);
}

/// <summary>Exports <c>dpl-process-types.jsonl</c>.</summary>
internal sealed class DplProcessTypeExport(BookkeepingDb db) : ExportSubject<DplProcessType, string>(db)
{
    public override string File => "dpl-process-types.jsonl";

    protected override IQueryable<DplProcessType> Rows => Db.DplProcessTypes.Include(type => type.DplProcesses).OrderBy(type => type.Label);

    protected override IQueryable<DplProcessType> After(string key) => Rows.Where(type => string.Compare(type.Label, key) > 0);

    protected override void WriteParts(ExportLine line, DplProcessType entity) =>
        line.Keys("processes", entity.DplProcesses.Select(process => process.Name).Order(StringComparer.Ordinal));
}

/// <summary>Exports <c>dpl-process-executions.jsonl</c>, run by run, in an order that does not depend on who registered first.</summary>
internal sealed class DplProcessExecutionExport(BookkeepingDb db) : ExportSubject
{
    /// <summary>Of how many runs the executions are sorted at a time.</summary>
    private const int RunsAtATime = 50;

    public override string File => "dpl-process-executions.jsonl";

    public override Task<int> CountAsync(CancellationToken cancel) => db.DplProcessExecutions.CountAsync(cancel);

    public override async Task WriteAsync(ExportFile file, CancellationToken cancel)
    {
        var runs = await RunsAfterAsync(0, cancel);
        while (runs.Count > 0)
        {
            var (first, last) = (runs[0], runs[^1]);
            await foreach (var execution in Sorted(db.DplProcessExecutions.Where(execution => execution.RunNumber >= first && execution.RunNumber <= last)).WithCancellation(cancel))
                await file.WriteAsync(line => Write(line, execution), cancel);
            runs = await RunsAfterAsync(last, cancel);
        }
    }

    private Task<List<int>> RunsAfterAsync(int number, CancellationToken cancel) =>
        db.Runs.Where(run => run.RunNumber > number).OrderBy(run => run.RunNumber).Select(run => run.RunNumber).Take(RunsAtATime).ToListAsync(cancel);

    private static IAsyncEnumerable<DplProcessExecution> Sorted(IQueryable<DplProcessExecution> executions) => executions.Include(execution => execution.Process)
        .OrderBy(execution => execution.RunNumber).ThenBy(execution => execution.DetectorName)
        .ThenBy(execution => execution.Process.TypeLabel).ThenBy(execution => execution.Process.Name)
        .ThenBy(execution => execution.Hostname).ThenBy(execution => execution.ArgsDigest).AsAsyncEnumerable();

    private static void Write(ExportLine line, DplProcessExecution execution)
    {
        line.Value("run", execution.RunNumber);
        line.Value("detector", execution.DetectorName);
        line.Value("processType", execution.Process.TypeLabel);
        line.Value("process", execution.Process.Name);
        line.Value("host", execution.Hostname);
        line.Value("args", execution.Args);
    }
}
