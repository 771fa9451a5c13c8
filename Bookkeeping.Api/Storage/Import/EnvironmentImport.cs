using System.Text.Json;
using Bookkeeping.Api.Environments;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>An environment as read, with its history.</summary>
internal sealed record EnvironmentRow(ImportLine Line, string Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<string>(Line, Key, Columns)
{
    /// <summary>The whole history; null when the line does not tell it.</summary>
    public IReadOnlyList<EnvironmentStatusChange>? StatusChanges { get; init; }

    /// <summary>All that was reported, in the order it came; null when the line does not tell it.</summary>
    public IReadOnlyList<EnvironmentReport>? Reports { get; init; }
}

/// <summary>Imports <c>environments.jsonl</c>.</summary>
internal sealed class EnvironmentImport(BookkeepingDb db) : ImportSubject<Environment, string, EnvironmentRow>(db)
{
    private const int MaxIdLength = 64;

    public override string File => "environments.jsonl";

    protected override string[] AlsoColumns => [nameof(Environment.Version)];

    protected override EnvironmentRow ReadRow(ImportLine line, string key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.RefuseLonger("environmentId", MaxIdLength);
        return new(line, key, columns)
        {
            StatusChanges = line.Objects("statusChanges")?.Select(ReadChange).ToList(),
            Reports = line.Objects("reports")?.Select(ReadReport).ToList(),
        };
    }

    protected override Environment New(string key) => new() { EnvironmentId = key };

    protected override IQueryable<Environment> Stored(string[] keys) => base.Stored(keys).Include(environment => environment.StatusChanges).Include(environment => environment.Reports).AsSplitQuery();

    protected override Task SaveChunkAsync(IReadOnlyList<ImportedEntity<Environment, EnvironmentRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        foreach (var (environment, row, _) in chunk)
        {
            if (row.Reports is { } reports && !reports.SequenceEqual(environment.Reports.OrderBy(stored => stored.ReportNumber), Same)) environment.Reports = [.. reports];
            if (row.StatusChanges is not { } history) continue;
            var missing = history.ToList();
            Db.RemoveRange(environment.StatusChanges.Where(stored => missing.RemoveAll(change => IsSame(change, stored)) == 0));
            environment.StatusChanges.RemoveAll(stored => !history.Any(change => IsSame(change, stored)));
            environment.StatusChanges.AddRange(missing);
            environment.Derive();
        }

        return Task.CompletedTask;
    }

    private static EnvironmentStatusChange ReadChange(ImportLine line)
    {
        var change = new EnvironmentStatusChange
        {
            Status = line.Required<EnvironmentStatus>("status"),
            Message = line.Value<string>("message"),
            Timestamp = line.Required<DateTimeOffset>("timestamp"),
            TimestampNano = line.Value<long?>("timestampNano"),
        };
        line.RefuseTheRest();
        return change;
    }

    private static EnvironmentReport ReadReport(ImportLine line)
    {
        var report = new EnvironmentReport
        {
            Status = line.Value<EnvironmentStatus?>("status"),
            Message = line.Value<string>("message"),
            Timestamp = line.Required<DateTimeOffset>("timestamp"),
            TimestampNano = line.Value<long?>("timestampNano"),
            Configuration = line.Value<JsonElement?>("configuration")?.GetRawText(),
        };
        line.RefuseTheRest();
        return report;
    }

    private static IEqualityComparer<EnvironmentReport> Same { get; } =
        EqualityComparer<EnvironmentReport>.Create((left, right) => left!.IsSame(right!));

    private static bool IsSame(EnvironmentStatusChange left, EnvironmentStatusChange right) =>
        (left.Status, left.Message, left.Timestamp.ToUnixTimeMilliseconds(), left.TimestampNano)
        == (right.Status, right.Message, right.Timestamp.ToUnixTimeMilliseconds(), right.TimestampNano);
}
