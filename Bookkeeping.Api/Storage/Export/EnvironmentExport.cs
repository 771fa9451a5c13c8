using System.Text.Json;
using Bookkeeping.Api.Environments;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>environments.jsonl</c>.</summary>
internal sealed class EnvironmentExport(BookkeepingDb db) : ExportSubject<Environment, string>(db)
{
    public override string File => "environments.jsonl";

    protected override string[] AlsoColumns => [nameof(Environment.Version)];

    protected override IQueryable<Environment> Rows => Db.Environments
        .Include(environment => environment.StatusChanges).Include(environment => environment.Reports).AsSplitQuery().OrderBy(environment => environment.EnvironmentId);

    protected override IQueryable<Environment> After(string key) => Rows.Where(environment => string.Compare(environment.EnvironmentId, key) > 0);

    protected override void WriteParts(ExportLine line, Environment environment)
    {
        var changes = environment.StatusChanges.OrderBy(change => change.StatusChangeNumber).Order(EnvironmentStatusChange.TimeOrder);
        line.Objects("statusChanges", changes, (inner, change) =>
        {
            inner.Value("status", change.Status);
            inner.Value("message", change.Message);
            inner.Value("timestamp", change.Timestamp);
            inner.Value("timestampNano", change.TimestampNano);
        });
        line.Objects("reports", environment.Reports.OrderBy(report => report.ReportNumber), (inner, report) =>
        {
            inner.Value("status", report.Status);
            inner.Value("message", report.Message);
            inner.Value("timestamp", report.Timestamp);
            inner.Value("timestampNano", report.TimestampNano);
            inner.Value("configuration", report.Configuration is { } text ? JsonElement.Parse(text) : null);
        });
    }
}
