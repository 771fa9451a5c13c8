using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>What runs refer to and what is created at its first mention: run types, LHC periods, detectors, readout nodes. Read at once.</summary>
internal sealed class RunReferences
{
    private readonly BookkeepingDb db;
    private readonly HashSet<string> types;
    private readonly HashSet<string> periods;
    private readonly Dictionary<string, Detector> detectors;
    private readonly HashSet<(int RunNumber, string Name)> roles;

    private RunReferences(BookkeepingDb db, HashSet<string> types, HashSet<string> periods, Dictionary<string, Detector> detectors, HashSet<(int RunNumber, string Name)> roles) =>
        (this.db, this.types, this.periods, this.detectors, this.roles) = (db, types, periods, detectors, roles);

    /// <summary>Refuses names that cannot be taken.</summary>
    public static void Check(Checks checks, RunSettings settings, IEnumerable<string>? detectors = null)
    {
        checks.Length("runType", settings.RunType.Value, RunChecks.MaxNameLength, min: 1);
        if (settings.LhcPeriod.Value is { } period && (!LhcPeriod.IsName(period) || period.Length > RunChecks.MaxNameLength))
            checks.Add("NO_LHC_PERIOD", "lhcPeriod", $"\"{period}\" is not the name of an LHC period; one looks like LHC22n: LHC, two digits of the year, letters.");
        foreach (var name in detectors ?? []) checks.Length("detectors", name, RunChecks.MaxNameLength, min: 1);
    }

    /// <summary>Reads what messages and the configurations of their environments name.</summary>
    /// <param name="db">The database.</param>
    /// <param name="runs">The runs that are known.</param>
    /// <param name="mentions">The messages.</param>
    /// <param name="configured">The configurations.</param>
    /// <param name="cancel">Ends with the request.</param>
    public static async Task<RunReferences> LoadAsync(
        BookkeepingDb db, IReadOnlyCollection<Run> runs, IReadOnlyCollection<RunMention> mentions, IReadOnlyCollection<RunConfiguration> configured, CancellationToken cancel)
    {
        var types = Named(mentions.Select(mention => mention.Settings?.RunType.Value).Concat(configured.Select(configuration => configuration.RunType)));
        var periods = Named(mentions.Select(mention => mention.Settings?.LhcPeriod.Value).Concat(configured.Select(configuration => configuration.LhcPeriod)));
        var detectors = Named(mentions.SelectMany(mention => mention.Detectors ?? []).Concat(configured.SelectMany(configuration => configuration.Detectors)));
        var hosts = Named(configured.SelectMany(configuration => configuration.Hosts));
        var numbers = mentions.Select(mention => mention.RunNumber).Distinct().ToList();
        return new RunReferences(
            db,
            [.. Named(runs.Select(run => run.RunTypeName)), .. types.Count == 0 ? [] : await db.RunTypes.Where(type => types.Contains(type.Name)).Select(type => type.Name).ToListAsync(cancel)],
            [.. Named(runs.Select(run => run.LhcPeriodName)), .. periods.Count == 0 ? [] : await db.LhcPeriods.Where(period => periods.Contains(period.Name)).Select(period => period.Name).ToListAsync(cancel)],
            detectors.Count == 0 ? [] : await db.Detectors.Where(detector => detectors.Contains(detector.Name)).ToDictionaryAsync(detector => detector.Name, cancel),
            hosts.Count == 0 ? [] : [.. (await db.FlpRoles.Where(role => numbers.Contains(role.RunNumber)).Select(role => new { role.RunNumber, role.Name }).ToListAsync(cancel)).Select(role => (role.RunNumber, role.Name))]);
    }

    /// <summary>Gives a run the detectors and readout nodes that its environment was configured for. Each node is called as its host.</summary>
    public void Add(Run run, RunConfiguration configuration)
    {
        AddDetectors(run, configuration.Detectors);
        foreach (var host in configuration.Hosts)
            if (roles.Add((run.RunNumber, host))) db.Add(new FlpRole { Run = run, Name = host, Hostname = host });
    }

    /// <summary>Lets detectors take part in a run. Those that take part already keep their quality.</summary>
    public void AddDetectors(Run run, IEnumerable<string> names)
    {
        foreach (var name in names.Distinct().Where(name => run.Detectors.All(detector => detector.DetectorName != name)))
        {
            if (!detectors.TryGetValue(name, out var detector)) db.Add(detectors[name] = detector = new Detector { Name = name, Type = DetectorType.Physical });
            detector.TakePartInRuns();
            run.Detectors.Add(new RunDetector { RunNumber = run.RunNumber, DetectorName = name, Detector = detector });
        }
    }

    /// <summary>Creates the type and the period of a run where they are mentioned for the first time.</summary>
    public void AddMentioned(Run run)
    {
        if (run.RunTypeName is { } type && types.Add(type)) db.Add(new RunType { Name = type });
        if (run.LhcPeriodName is { } period && periods.Add(period)) db.Add(LhcPeriod.Named(period));
    }

    private static List<string> Named(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct()];
}
