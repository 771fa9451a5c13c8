using System.Text.Json;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Storage.Export;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Writes environments with their histories and configurations.</summary>
internal sealed class MovedEnvironments(string folder, MoveReport report)
{
    private const int MaxIdLength = 64;

    private const string History = "historyItems";

    /// <summary>Writes all.</summary>
    public async Task WriteAsync(FetchedList<string> environments, ExportFile file, CancellationToken cancel)
    {
        var pages = new FetchedPages(folder, "environment-details");
        foreach (var (page, items) in environments.Pages())
        {
            var details = pages.Read(page).Where(item => Fetcher.KeyOf(item, "id") is not null).GroupBy(item => Fetcher.KeyOf(item, "id")!).ToDictionary(item => item.Key, item => item.Last());
            foreach (var (id, item) in items)
            {
                var environment = details.TryGetValue(id, out var detail) ? new SourceItem(detail, "environments", id, report) : item;
                if (id.Length <= MaxIdLength) await file.WriteAsync(line => Write(line, id, environment), cancel);
                else environment.Tell("id", $"has {id.Length} characters; the environment was left out");
            }
        }
    }

    private static void Write(ExportLine line, string id, SourceItem environment)
    {
        line.Value("environmentId", id);
        foreach (var name in (string[])["createdAt", "updatedAt"]) line.Value(name, environment.Value<DateTimeOffset?>(name));
        line.Value("configuration", Configuration(environment));
        line.Objects("statusChanges", Changes(environment), (inner, change) =>
        {
            inner.Value("status", change.Status);
            inner.Value("message", change.Message);
            inner.Value("timestamp", change.Timestamp);
            inner.Value("timestampNano", change.TimestampNano);
        });
        environment.Leave("id", "status", "statusMessage", "runs", "logs");
        environment.TellTheRest();
    }

    private static object? Configuration(SourceItem environment)
    {
        if (environment.Member("rawConfiguration") is not { } raw) return null;
        try
        {
            var told = raw.ValueKind == JsonValueKind.String ? JsonElement.Parse(raw.GetString()!) : raw;
            if (told.ValueKind == JsonValueKind.Object) return told;
            if (told.ValueKind == JsonValueKind.Null) return null;
        }
        catch (JsonException)
        {
            // Told below, as anything else that is no object.
        }

        environment.Tell("rawConfiguration", $"is no object: {raw.GetRawText()}");
        return null;
    }

    // A list that does not tell the history still tells the last status.
    private static List<EnvironmentStatusChange> Changes(SourceItem environment)
    {
        var changes = environment.Items(History, "status").Select(Change).OfType<EnvironmentStatusChange>().Order(EnvironmentStatusChange.TimeOrder).ToList();
        if (environment.Member(History) is null && environment.Value<EnvironmentStatus?>("status") is { } status && environment.Value<DateTimeOffset?>("updatedAt") is { } at)
        {
            environment.Tell(History, "is missing; only the last status is known");
            changes.Add(new EnvironmentStatusChange { Status = status, Message = environment.Value<string>("statusMessage"), Timestamp = at });
        }

        return changes;
    }

    private static EnvironmentStatusChange? Change(SourceItem item)
    {
        var (status, at, nano) = (item.Value<EnvironmentStatus?>("status"), item.Value<DateTimeOffset?>("timestamp"), item.Value<long?>("timestampNano"));
        at ??= nano is { } told ? DateTimeOffset.FromUnixTimeMilliseconds(told / 1_000_000) : item.Value<DateTimeOffset?>("createdAt");
        var change = status is null || at is null ? null : new EnvironmentStatusChange { Status = status.Value, Message = item.Value<string>("statusMessage"), Timestamp = at.Value, TimestampNano = nano };
        if (change is null && item.Member("status") is null | at is null) item.Tell("status, timestamp", "a change without them was left out");
        item.Leave("id", "environmentId", "createdAt", "updatedAt");
        item.TellTheRest();
        return change;
    }
}
