using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>Gives runs what is created at its first mention: run types, LHC periods, detectors.</summary>
internal static class RunReferences
{
    /// <summary>Sets the type and the period that were given.</summary>
    public static async Task SetAsync(BookkeepingDb db, Run run, RunSettings given, CancellationToken cancel)
    {
        if (given.RunType.HasValue) await SetTypeAsync(db, run, given.RunType.Value, cancel);
        if (given.LhcPeriod.HasValue) await SetPeriodAsync(db, run, given.LhcPeriod.Value, cancel);
    }

    /// <summary>Sets the type.</summary>
    public static async Task SetTypeAsync(BookkeepingDb db, Run run, string? name, CancellationToken cancel)
    {
        new Checks().Length("runType", name, RunChecks.MaxNameLength, min: 1).Throw();
        if (name is not null && await db.RunTypes.FindAsync([name], cancel) is null) db.Add(new RunType { Name = name });
        run.RunTypeName = name;
    }

    /// <summary>Sets the LHC period.</summary>
    public static async Task SetPeriodAsync(BookkeepingDb db, Run run, string? name, CancellationToken cancel)
    {
        if (name is not null && (!LhcPeriod.IsName(name) || name.Length > RunChecks.MaxNameLength))
            new Checks().Add("NO_LHC_PERIOD", "lhcPeriod", $"\"{name}\" is not the name of an LHC period; one looks like LHC22n: LHC, two digits of the year, letters.").Throw();
        if (name is not null && await db.LhcPeriods.FindAsync([name], cancel) is null) db.Add(LhcPeriod.Named(name));
        run.LhcPeriodName = name;
    }

    /// <summary>Lets detectors take part in a run whose detectors are loaded. Those that take part already keep their quality.</summary>
    public static async Task AddDetectorsAsync(BookkeepingDb db, Run run, IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var checks = new Checks();
        foreach (var name in names) checks.Length("detectors", name, RunChecks.MaxNameLength, min: 1);
        checks.Throw();
        var known = await db.Detectors.Where(detector => names.Contains(detector.Name)).ToDictionaryAsync(detector => detector.Name, cancel);
        foreach (var name in names.Distinct().Where(name => run.Detectors.All(detector => detector.DetectorName != name)))
        {
            if (!known.TryGetValue(name, out var detector)) db.Add(detector = new Detector { Name = name, Type = DetectorType.Physical });
            detector.TakePartInRuns();
            run.Detectors.Add(new RunDetector { RunNumber = run.RunNumber, DetectorName = name, Detector = detector });
        }
    }

    /// <summary>Gives a run the readout nodes that it lacks; each is called as its host.</summary>
    public static async Task AddHostsAsync(BookkeepingDb db, Run run, IReadOnlyCollection<string> hosts, CancellationToken cancel)
    {
        var known = await db.FlpRoles.Where(role => role.RunNumber == run.RunNumber && hosts.Contains(role.Name)).Select(role => role.Name).ToListAsync(cancel);
        db.AddRange(hosts.Distinct().Except(known).Select(host => new FlpRole { Run = run, Name = host, Hostname = host }));
    }
}
