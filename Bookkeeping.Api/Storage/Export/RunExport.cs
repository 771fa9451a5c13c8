using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>runs.jsonl</c>.</summary>
internal sealed class RunExport(BookkeepingDb db) : ExportSubject<Run, int>(db)
{
    private readonly ImportColumns flpRoles = ImportColumns.Of(db.Model.FindEntityType(typeof(FlpRole))!);

    private readonly ImportColumns triggerCounters = ImportColumns.Of(db.Model.FindEntityType(typeof(TriggerCounters))!);

    private ILookup<int, string> tags = null!;

    public override string File => "runs.jsonl";

    protected override string[] AlsoColumns => [nameof(Run.Version)];

    protected override IQueryable<Run> Rows => Db.Runs
        .Include(run => run.Detectors).Include(run => run.EndOfRunReasons).Include(run => run.FlpRoles).Include(run => run.TriggerCounters)
        .AsSplitQuery().OrderBy(run => run.RunNumber);

    protected override IQueryable<Run> After(int key) => Rows.Where(run => run.RunNumber > key);

    protected override async Task LoadPartsAsync(IReadOnlyList<Run> chunk, CancellationToken cancel) =>
        tags = await LinksAsync<string>("run_tags", "run_number", "tag_text", [.. chunk.Select(run => run.RunNumber)], cancel);

    protected override void WriteParts(ExportLine line, Run run)
    {
        line.Value("fill", run.FillNumber);
        line.Value("environment", run.EnvironmentId);
        line.Value("runType", run.RunTypeName);
        line.Value("lhcPeriod", run.LhcPeriodName);
        line.Value("userStart", run.UserStartId);
        line.Value("userStop", run.UserStopId);
        if (run.DefinitionIsRecorded) line.Value("recordedDefinition", run.Definition);
        line.Keys("tags", tags[run.RunNumber]);
        line.Objects("detectors", run.Detectors.OrderBy(detector => detector.DetectorName, StringComparer.Ordinal), (inner, detector) =>
        {
            inner.Value("name", detector.DetectorName);
            inner.Value("quality", detector.Quality);
        });
        WriteReasons(line, run);
        line.Objects("flpRoles", run.FlpRoles.OrderBy(role => role.Name, StringComparer.Ordinal), (inner, role) => inner.Columns(role, flpRoles));
        line.Objects("triggerCounters", run.TriggerCounters.OrderBy(counters => counters.ClassName, StringComparer.Ordinal), (inner, counters) =>
        {
            inner.Value("className", counters.ClassName);
            inner.Columns(counters, triggerCounters);
        });
    }

    // Their numbers differ from database to database, so their order is that of what they say.
    private static void WriteReasons(ExportLine line, Run run)
    {
        var reasons = run.EndOfRunReasons.OrderBy(reason => reason.CreatedAt).ThenBy(reason => reason.Text, StringComparer.Ordinal).ThenBy(reason => reason.LastEditedBy, StringComparer.Ordinal);
        line.Objects("endOfRunReasons", reasons, (inner, reason) =>
        {
            inner.Value("category", reason.Category);
            inner.Value("title", reason.Title);
            inner.Value("description", reason.Description);
            inner.Value("lastEditedBy", reason.LastEditedBy);
            inner.Value("createdAt", reason.CreatedAt);
            inner.Value("updatedAt", reason.UpdatedAt);
        });
    }
}
