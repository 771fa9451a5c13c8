using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

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
    private readonly DplRows rows = new(db, known);

    public Task<IReadOnlyList<ItemResult<DplProcessExecution>>> ExecuteAsync(IReadOnlyList<DplProcessInput> items, CancellationToken cancel) =>
        writer.TogetherAsSystemAsync<DplProcessInput, DplProcessExecution>(Roles.QualityControl, items, async (batch, _) =>
        {
            batch.Check(Check);
            var given = batch.Items;
            await loader.EnsureAsync(given.Select(item => item.RunNumber), cancel);
            await rows.EnsureAsync(given.Select(item => item.Detector), name => new Detector { Name = name, Type = DetectorType.Qc }, row => row.Name, [nameof(Detector.Name), nameof(Detector.Type)], cancel);
            await rows.EnsureHostsAsync(given.Select(item => item.Hostname), cancel);
            await rows.EnsureTypesAsync(given.Select(item => item.ProcessType), cancel);
            var processes = await rows.ProcessesAsync([.. given.Select(item => (item.ProcessName, item.ProcessType)).Distinct()], cancel);
            var executions = given.Select(item => Execution(item, processes)).DistinctBy(DplRows.KeyOf).ToList();
            var written = (await rows.WriteAsync(executions, cancel)).ToDictionary(DplRows.KeyOf);
            batch.CarryOut(item => written[DplRows.KeyOf(Execution(item, processes))]);
        }, cancel);

    private static void Check(DplProcessInput item) => new Checks()
        .AtLeast("runNumber", item.RunNumber, 1)
        .Length("detector", item.Detector, RunChecks.MaxNameLength, min: 1)
        .Length("processName", item.ProcessName, DplProcess.MaxNameLength, min: 1)
        .Length("processType", item.ProcessType, DplProcessType.MaxLabelLength, min: 1)
        .Length("hostname", item.Hostname, Host.MaxNameLength, min: 1)
        .Length("args", item.Args, RunChecks.MaxTextLength)
        .Throw();

    private static DplProcessExecution Execution(DplProcessInput item, Dictionary<(string Name, string Type), long> processes) => new()
    {
        RunNumber = item.RunNumber, DetectorName = item.Detector, DplProcessNumber = processes[(item.ProcessName, item.ProcessType)], Hostname = item.Hostname, Args = item.Args,
        ArgsDigest = DplProcessExecution.DigestOf(item.Args),
    };
}
