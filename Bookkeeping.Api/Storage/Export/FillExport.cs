using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>fills.jsonl</c>. Statistics that are computed are not told: they follow from the runs.</summary>
internal sealed class FillExport(BookkeepingDb db) : ExportSubject<Fill, int>(db)
{
    public override string File => "fills.jsonl";

    protected override string[] AlsoColumns => [nameof(Fill.StableBeamsDuration), nameof(Fill.Version)];

    protected override IQueryable<Fill> Rows => Db.Fills.Include(fill => fill.Statistics).ThenInclude(statistics => statistics!.Detectors).OrderBy(fill => fill.FillNumber);

    protected override IQueryable<Fill> After(int key) => Rows.Where(fill => fill.FillNumber > key);

    protected override void WriteParts(ExportLine line, Fill fill)
    {
        if (fill.Statistics is { IsRecorded: true } recorded) line.Object("statistics", inner => Write(inner, recorded));
        else line.Value("statistics", null);
    }

    private void Write(ExportLine line, FillStatistics statistics)
    {
        line.Columns(statistics, Columns<FillStatistics>());
        var columns = Columns<FillDetectorStatistics>();
        line.Objects("detectors", statistics.Detectors.OrderBy(detector => detector.DetectorName, StringComparer.Ordinal), (inner, detector) =>
        {
            inner.Value("detector", detector.DetectorName);
            inner.Columns(detector, columns);
        });
    }

    private ImportColumns Columns<T>() => ImportColumns.Of(Db.Model.FindEntityType(typeof(T))!);
}
