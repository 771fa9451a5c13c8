using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports <c>runs.jsonl</c>.</summary>
internal sealed class RunImport(BookkeepingDb db) : ImportSubject<Run, int, RunRow>(db)
{
    private const int MaxTypeLength = 64;

    public override string File => "runs.jsonl";

    protected override string[] AlsoColumns => [nameof(Run.Version)];

    protected override RunRow ReadRow(ImportLine line, int key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.RefuseBackwards("timeO2Start", "timeO2End");
        line.RefuseBackwards("timeTrgStart", "timeTrgEnd");
        line.RefuseLonger("runType", MaxTypeLength);
        if (line.Value<string>("lhcPeriod") is { } period && !LhcPeriod.IsName(period)) line.Report($"`lhcPeriod` is \"{period}\"; a period looks like LHC22n.");
        var tags = line.Texts("tags");
        references.AddAll<Tag, string>(line, tags);
        var row = new RunRow(line, key, columns)
        {
            References = ReadReferences(line, references),
            RunType = line.Value<string>("runType"),
            LhcPeriod = line.Value<string>("lhcPeriod"),
            Tags = tags,
            Detectors = line.Objects("detectors")?.Select(detector => ReadDetector(detector, key, references)).ToList(),
            EndOfRunReasons = line.Objects("endOfRunReasons")?.Select(ReadReason).ToList(),
            FlpRoles = line.Objects("flpRoles")?.Select(role => ReadPart<FlpRole>(role, "name", "hostname")).ToList(),
            TriggerCounters = line.Objects("triggerCounters")
                ?.Select(counters => ReadPart<TriggerCounters>(counters, "className", "timestamp", "lmb", "lma", "l0b", "l0a", "l1b", "l1a")).ToList(),
        };
        line.RefuseTwice("detectors", row.Detectors?.Select(detector => detector.DetectorName));
        line.RefuseTwice("flpRoles", row.FlpRoles?.Select(role => role.Name));
        line.RefuseTwice("triggerCounters", row.TriggerCounters?.Select(counters => counters.Name));
        return row;
    }

    protected override Run New(int key) => new() { RunNumber = key };

    protected override async Task SaveChunkAsync(IReadOnlyList<ImportedEntity<Run, RunRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        await AddMissingAsync<RunType>(chunk.Select(run => run.Row.RunType), name => new RunType { Name = name }, cancel);
        await AddMissingAsync<LhcPeriod>(chunk.Select(run => run.Row.LhcPeriod), LhcPeriod.Named, cancel);
        foreach (var (run, row, _) in chunk)
        {
            scope.Runs.Add(row.Key);
            if (run.FillNumber is { } before) scope.Fills.Add(before);
            foreach (var set in row.References) set(run);
            if (run.FillNumber is { } after) scope.Fills.Add(after);
        }

        await new RunParts(Db, [.. chunk.Select(run => run.Row)], scope.Now).ReplaceAsync(cancel);
    }

    private static List<Action<Run>> ReadReferences(ImportLine line, ImportReferences references)
    {
        var actions = new List<Action<Run>>();
        void Add<TEntity>(string name, object? key, Action<Run> set)
        {
            references.Add<TEntity>(line, key);
            if (line.Has(name)) actions.Add(set);
        }

        var (fill, environment) = (line.Value<int?>("fill"), line.Value<string>("environment"));
        var (userStart, userStop) = (line.Value<int?>("userStart"), line.Value<int?>("userStop"));
        var (type, period) = (line.Value<string>("runType"), line.Value<string>("lhcPeriod"));
        var definition = line.Value<RunDefinition?>("recordedDefinition");
        Add<Fill>("fill", fill, run => run.FillNumber = fill);
        Add<Environment>("environment", environment, run => run.EnvironmentId = environment);
        Add<User>("userStart", userStart, run => run.UserStartId = userStart);
        Add<User>("userStop", userStop, run => run.UserStopId = userStop);
        if (line.Has("runType")) actions.Add(run => run.RunTypeName = type);
        if (line.Has("lhcPeriod")) actions.Add(run => run.LhcPeriodName = period);
        if (line.Has("recordedDefinition")) actions.Add(run => run.DefineAsRecorded(definition));
        return actions;
    }

    private static RunDetector ReadDetector(ImportLine line, int runNumber, ImportReferences references)
    {
        var name = line.Required<string>("name");
        references.Add<Detector>(line, name);
        var detector = new RunDetector { RunNumber = runNumber, DetectorName = name ?? "", Quality = line.Value<DetectorQuality>("quality") };
        line.RefuseTheRest();
        return detector;
    }

    private static EndOfRunReason ReadReason(ImportLine line)
    {
        var reason = new EndOfRunReason
        {
            Category = line.Required<string>("category") ?? "",
            Title = line.Value<string>("title") ?? "",
            Description = line.Value<string>("description"),
            LastEditedBy = line.Value<string>("lastEditedBy"),
            CreatedAt = line.Value<DateTimeOffset>("createdAt"),
            UpdatedAt = line.Value<DateTimeOffset>("updatedAt"),
        };
        line.RefuseTheRest();
        return reason;
    }

    private (string Name, IReadOnlyList<ColumnValue> Columns) ReadPart<TPart>(ImportLine line, string keyName, params string[] required)
    {
        var name = line.Required<string>(keyName);
        foreach (var missing in required.Where(field => !line.Has(field))) line.Report($"`{missing}` is missing.");
        var columns = line.Columns(ImportColumns.Of(Db.Model.FindEntityType(typeof(TPart))!));
        line.RefuseTheRest();
        return (name ?? "", columns);
    }

    /// <summary>Adds what is created on first use. The table is small, and read whole.</summary>
    private async Task AddMissingAsync<TEntity>(IEnumerable<string?> names, Func<string, TEntity> create, CancellationToken cancel)
        where TEntity : class
    {
        var stored = await Db.Set<TEntity>().Select(entity => EF.Property<string>(entity, "Name")).ToListAsync(cancel);
        Db.AddRange(names.OfType<string>().Distinct().Except(stored).Select(create));
    }
}
