using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Fills;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>A fill as read, with the statistics that a record of it tells.</summary>
internal sealed record FillRow(ImportLine Line, int Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<int>(Line, Key, Columns)
{
    /// <summary>Whether the line says anything about recorded statistics, null included.</summary>
    public bool TellsStatistics { get; init; }

    /// <summary>The recorded figures; null when they are to be computed.</summary>
    public IReadOnlyList<ColumnValue>? Statistics { get; init; }

    /// <summary>The recorded figures by detector.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<ColumnValue> Columns)> Detectors { get; init; } = [];
}

/// <summary>Imports <c>fills.jsonl</c>.</summary>
internal sealed class FillImport(BookkeepingDb db) : ImportSubject<Fill, int, FillRow>(db)
{
    public override string File => "fills.jsonl";

    protected override string[] AlsoColumns => [nameof(Fill.StableBeamsDuration), nameof(Fill.Version)];

    protected override FillRow ReadRow(ImportLine line, int key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.RefuseBackwards("stableBeamsStart", "stableBeamsEnd");
        var statistics = line.Object("statistics");
        var row = new FillRow(line, key, columns)
        {
            TellsStatistics = line.Has("statistics"),
            Statistics = statistics?.Columns(Columns<FillStatistics>()),
            Detectors = [.. (statistics?.Objects("detectors") ?? []).Select(detector => ReadDetector(detector, references))],
        };
        statistics?.RefuseTwice("detectors", row.Detectors.Select(detector => detector.Name));
        statistics?.RefuseTheRest();
        return row;
    }

    protected override Fill New(int key) => new() { FillNumber = key };

    protected override IQueryable<Fill> Stored(int[] keys) => base.Stored(keys).Include(fill => fill.Statistics).ThenInclude(statistics => statistics!.Detectors);

    protected override Task SaveChunkAsync(IReadOnlyList<ImportedEntity<Fill, FillRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        foreach (var (fill, row, _) in chunk)
        {
            scope.Fills.Add(row.Key);
            fill.Derive();
            if (row.Statistics is { } recorded) Record(fill, row, recorded);

            // The record is withdrawn: what it said is computed again.
            else if (row.TellsStatistics && fill.Statistics is { IsRecorded: true } statistics) Db.Remove(statistics);
        }

        return Task.CompletedTask;
    }

    private (string Name, IReadOnlyList<ColumnValue> Columns) ReadDetector(ImportLine line, ImportReferences references)
    {
        var name = line.Required<string>("detector");
        references.Add<Detector>(line, name);
        line.Required<int>("runCount");
        var columns = line.Columns(Columns<FillDetectorStatistics>());
        line.RefuseTheRest();
        return (name ?? "", columns);
    }

    private ImportColumns Columns<T>() => ImportColumns.Of(Db.Model.FindEntityType(typeof(T))!);

    private static void Record(Fill fill, FillRow row, IReadOnlyList<ColumnValue> recorded)
    {
        var statistics = fill.Statistics ??= new FillStatistics { FillNumber = fill.FillNumber };
        statistics.IsRecorded = true;
        foreach (var value in recorded) value.SetOn(statistics);
        statistics.Efficiency ??= statistics.RunsCoverage / fill.StableBeamsDuration;
        statistics.EfficiencyLossAtStart ??= statistics.TimeLossAtStart / fill.StableBeamsDuration;
        statistics.EfficiencyLossAtEnd ??= statistics.TimeLossAtEnd / fill.StableBeamsDuration;
        statistics.Detectors.RemoveAll(stored => row.Detectors.All(detector => detector.Name != stored.DetectorName));
        foreach (var (name, columns) in row.Detectors)
        {
            var detector = statistics.Detectors.FirstOrDefault(stored => stored.DetectorName == name);
            if (detector is null) statistics.Detectors.Add(detector = new FillDetectorStatistics { FillNumber = fill.FillNumber, DetectorName = name });
            foreach (var value in columns) value.SetOn(detector);
        }
    }
}
