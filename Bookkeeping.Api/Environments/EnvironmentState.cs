using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookkeeping.Api.Environments;

/// <summary>What follows from the reports of an environment, whatever the order they came in.</summary>
internal static class EnvironmentState
{
    /// <summary>Takes a report into an environment, all of whose reports and changes are loaded. One that is known already changes nothing.</summary>
    /// <returns>The changes that are none any more, to be deleted: a late report came before them and told the same.</returns>
    public static IReadOnlyList<EnvironmentStatusChange> Take(Environment environment, EnvironmentReport report)
    {
        if (environment.Reports.Any(known => known.IsSame(report))) return [];
        if (environment.Reports.Count == 0) environment.Reports.AddRange(KnownFromElsewhere(environment));
        environment.Reports.Add(report);
        var inOrder = environment.Reports.OrderBy(r => r.ReportNumber == 0).ThenBy(r => r.ReportNumber)
            .OrderBy(r => r.Timestamp).ThenBy(r => r.TimestampNano ?? 0).ToList();
        var undone = Replace(environment, History(inOrder));
        environment.Configuration = Merge(inOrder);
        environment.CreatedAt = Earlier(environment.CreatedAt, report.Timestamp);
        environment.UpdatedAt = environment.UpdatedAt > report.Timestamp ? environment.UpdatedAt : report.Timestamp;
        environment.Derive();
        return undone;
    }

    // What an import told has no reports: its history and its configuration go before what is reported from now on.
    private static List<EnvironmentReport> KnownFromElsewhere(Environment environment)
    {
        var known = environment.StatusChanges.Select(change => new EnvironmentReport
        {
            Timestamp = change.Timestamp, TimestampNano = change.TimestampNano, Status = change.Status, Message = change.Message,
        }).ToList();
        if (environment.Configuration is { } configuration)
            known.Add(new EnvironmentReport { Timestamp = environment.CreatedAt ?? DateTimeOffset.UnixEpoch, Configuration = configuration.GetRawText() });
        return known;
    }

    private static List<EnvironmentReport> History(IEnumerable<EnvironmentReport> inOrder)
    {
        var history = new List<EnvironmentReport>();
        foreach (var report in inOrder)
            if (report.Status is not null && report.Status != history.LastOrDefault()?.Status) history.Add(report);
        return history;
    }

    private static List<EnvironmentStatusChange> Replace(Environment environment, List<EnvironmentReport> history)
    {
        var undone = environment.StatusChanges.Where(change => history.RemoveAll(report => IsOf(change, report)) == 0).ToList();
        foreach (var change in undone) environment.StatusChanges.Remove(change);
        environment.StatusChanges.AddRange(history.Select(report => new EnvironmentStatusChange
        {
            Status = report.Status!.Value, Message = report.Message, Timestamp = report.Timestamp, TimestampNano = report.TimestampNano,
        }));
        return undone;
    }

    private static bool IsOf(EnvironmentStatusChange change, EnvironmentReport report) =>
        (change.Status, change.Message, change.Timestamp.ToUnixTimeMilliseconds(), change.TimestampNano)
        == (report.Status, report.Message, report.Timestamp.ToUnixTimeMilliseconds(), report.TimestampNano);

    private static JsonElement? Merge(IEnumerable<EnvironmentReport> inOrder)
    {
        var merged = new JsonObject();
        foreach (var report in inOrder.Where(report => report.Configuration is not null))
            foreach (var (name, value) in JsonNode.Parse(report.Configuration!)!.AsObject())
                merged[name] = value?.DeepClone();
        return merged.Count == 0 ? null : JsonElement.Parse(merged.ToJsonString());
    }

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset time) => known < time ? known.Value : time;
}
