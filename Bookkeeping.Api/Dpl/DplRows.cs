using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Dpl;

/// <summary>Writes machines, kinds, processes and executions, each once however often it is given.</summary>
internal sealed class DplRows(BookkeepingDb db, KnownKeys known)
{
    /// <summary>Adds the machines that are not stored.</summary>
    public Task EnsureHostsAsync(IEnumerable<string> names, CancellationToken cancel) =>
        EnsureAsync(names, name => new Host { Hostname = name }, host => host.Hostname, [nameof(Host.Hostname)], cancel);

    /// <summary>Adds the kinds that are not stored.</summary>
    public Task EnsureTypesAsync(IEnumerable<string> labels, CancellationToken cancel) =>
        EnsureAsync(labels, label => new DplProcessType { Label = label }, type => type.Label, [nameof(DplProcessType.Label)], cancel);

    /// <summary>Adds rows that are not stored, by their one key.</summary>
    public async Task EnsureAsync<TEntity>(IEnumerable<string> keys, Func<string, TEntity> make, Func<TEntity, string> keyOf, string[] properties, CancellationToken cancel)
        where TEntity : class
    {
        var unknown = known.Unknown<TEntity, string>(keys);
        var rows = new ManyRows<TEntity>(db, properties, $"({SnakeCase.Of(properties[0])}) DO NOTHING");
        var written = await rows.WriteAsync([.. unknown.Select(make)], cancel);
        known.Remember<TEntity, string>(unknown.Except(written.Select(keyOf)));
    }

    /// <summary>The numbers of processes; those that are not stored are added. Their kinds are stored.</summary>
    /// <remarks>They are looked up each time, and not remembered by their numbers: in a database that was restored meanwhile a number may stand for another process.</remarks>
    public async Task<Dictionary<(string Name, string Type), long>> ProcessesAsync(IReadOnlyCollection<(string Name, string Type)> wanted, CancellationToken cancel)
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

    /// <summary>Adds the executions that are not stored, no two of one key.</summary>
    /// <returns>All of them, as they are stored.</returns>
    public Task<IReadOnlyList<DplProcessExecution>> WriteAsync(IReadOnlyCollection<DplProcessExecution> executions, CancellationToken cancel) => new ManyRows<DplProcessExecution>(
        db,
        [
            nameof(DplProcessExecution.RunNumber), nameof(DplProcessExecution.DetectorName), nameof(DplProcessExecution.DplProcessNumber),
            nameof(DplProcessExecution.Hostname), nameof(DplProcessExecution.Args), nameof(DplProcessExecution.ArgsDigest),
        ],
        "(run_number, detector_name, dpl_process_number, hostname, args_digest) DO UPDATE SET args = excluded.args").WriteAsync(executions, cancel);

    /// <summary>What makes an execution the same as another.</summary>
    public static (int, string, long, string, string) KeyOf(DplProcessExecution execution) =>
        (execution.RunNumber, execution.DetectorName, execution.DplProcessNumber, execution.Hostname, execution.ArgsDigest);
}
