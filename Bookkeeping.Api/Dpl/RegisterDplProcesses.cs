using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Dpl;

/// <summary>A process of the data processing layer that runs in a run.</summary>
internal sealed record DplProcessInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>The detector whose data it handles, 1 to 64 characters. One that is not known yet is created, as known to quality control only.</summary>
    public required string Detector { get; init; }

    /// <summary>The process's name, 1 to 255 characters.</summary>
    public required string ProcessName { get; init; }

    /// <summary>What kind of process it is, 1 to 64 characters, as in <c>QcTask</c>. A kind that is not known yet is created.</summary>
    public required string ProcessType { get; init; }

    /// <summary>The machine it runs on, 1 to 255 characters.</summary>
    public required string Hostname { get; init; }

    /// <summary>The arguments it was started with, at most 65,536 characters; null when not known.</summary>
    public string? Args { get; init; }
}

/// <summary>
/// Registers processes of the data processing layer. The same process of the same run, detector and machine with the same arguments is one execution,
/// however often it registers. May be sent before the message that starts the run: then the run is created.
/// </summary>
[RequiresRole(Roles.QualityControl, Roles.Processing), Refuses<InvalidValueError>, OnlyInLists]
internal sealed class RegisterDplProcesses(BookkeepingDb db, BatchWriter writer, RunLoader loader, KnownKeys known)
{
    public Task<IReadOnlyList<ItemResult<DplProcessExecution>>> ExecuteAsync(IReadOnlyList<DplProcessInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<DplProcessInput, DplProcessExecution>(Roles.QualityControl, items, async (batch, _) =>
        {
            batch.Check(Check);
            var given = batch.Items;
            await loader.EnsureAsync(given.Select(item => item.RunNumber), cancel);
            await EnsureAsync(given.Select(item => item.Detector), name => new Detector { Name = name, Type = DetectorType.Qc }, row => row.Name, [nameof(Detector.Name), nameof(Detector.Type)], cancel);
            await EnsureAsync(given.Select(item => item.Hostname), name => new Host { Hostname = name }, row => row.Hostname, [nameof(Host.Hostname)], cancel);
            await EnsureAsync(given.Select(item => item.ProcessType), label => new DplProcessType { Label = label }, row => row.Label, [nameof(DplProcessType.Label)], cancel);
            var processes = await ProcessesAsync([.. given.Select(item => (item.ProcessName, item.ProcessType)).Distinct()], cancel);
            var executions = given.Select(item => Execution(item, processes)).DistinctBy(KeyOf).ToList();
            var written = (await WriteAsync(executions, cancel)).ToDictionary(KeyOf);
            batch.CarryOut(item => written[KeyOf(Execution(item, processes))]);
        }, cancel);

    private static void Check(DplProcessInput item) => new Checks()
        .AtLeast("runNumber", item.RunNumber, 1)
        .Length("detector", item.Detector, RunChecks.MaxNameLength, min: 1)
        .Length("processName", item.ProcessName, DplProcess.MaxNameLength, min: 1)
        .Length("processType", item.ProcessType, DplProcessType.MaxLabelLength, min: 1)
        .Length("hostname", item.Hostname, Host.MaxNameLength, min: 1)
        .Length("args", item.Args, RunChecks.MaxTextLength)
        .Throw();

    private async Task EnsureAsync<TEntity>(IEnumerable<string> keys, Func<string, TEntity> make, Func<TEntity, string> keyOf, string[] properties, CancellationToken cancel)
        where TEntity : class
    {
        var unknown = known.Unknown<TEntity, string>(keys);
        var rows = new ManyRows<TEntity>(db, properties, $"({SnakeCase.Of(properties[0])}) DO NOTHING");
        var written = await rows.WriteAsync([.. unknown.Select(make)], cancel);
        known.Remember<TEntity, string>(unknown.Except(written.Select(keyOf)));
    }

    // They are looked up each time, and not remembered by their numbers: in a database that was restored meanwhile a number may stand for another process.
    private async Task<Dictionary<(string Name, string Type), long>> ProcessesAsync(List<(string Name, string Type)> wanted, CancellationToken cancel)
    {
        var names = wanted.Select(process => process.Name).Distinct().ToList();
        var types = wanted.Select(process => process.Type).Distinct().ToList();
        var stored = await db.DplProcesses.AsNoTracking().Where(process => names.Contains(process.Name) && types.Contains(process.TypeLabel)).ToListAsync(cancel);
        var numbers = stored.ToDictionary(process => (process.Name, process.TypeLabel), process => process.DplProcessNumber);
        var missing = wanted.Where(process => !numbers.ContainsKey(process)).Select(process => new DplProcess { Name = process.Name, TypeLabel = process.Type }).ToList();
        var processes = new ManyRows<DplProcess>(db, [nameof(DplProcess.Name), nameof(DplProcess.TypeLabel)], "(name, type_label) DO UPDATE SET name = excluded.name");
        foreach (var process in await processes.WriteAsync(missing, cancel)) numbers[(process.Name, process.TypeLabel)] = process.DplProcessNumber;
        return numbers;
    }

    private static DplProcessExecution Execution(DplProcessInput item, Dictionary<(string Name, string Type), long> processes) => new()
    {
        RunNumber = item.RunNumber, DetectorName = item.Detector, DplProcessNumber = processes[(item.ProcessName, item.ProcessType)], Hostname = item.Hostname, Args = item.Args,
        ArgsDigest = DplProcessExecution.DigestOf(item.Args),
    };

    private Task<IReadOnlyList<DplProcessExecution>> WriteAsync(IReadOnlyCollection<DplProcessExecution> executions, CancellationToken cancel) => new ManyRows<DplProcessExecution>(
        db,
        [
            nameof(DplProcessExecution.RunNumber), nameof(DplProcessExecution.DetectorName), nameof(DplProcessExecution.DplProcessNumber),
            nameof(DplProcessExecution.Hostname), nameof(DplProcessExecution.Args), nameof(DplProcessExecution.ArgsDigest),
        ],
        "(run_number, detector_name, dpl_process_number, hostname, args_digest) DO UPDATE SET args = excluded.args").WriteAsync(executions, cancel);

    private static (int, string, long, string, string) KeyOf(DplProcessExecution execution) =>
        (execution.RunNumber, execution.DetectorName, execution.DplProcessNumber, execution.Hostname, execution.ArgsDigest);
}
