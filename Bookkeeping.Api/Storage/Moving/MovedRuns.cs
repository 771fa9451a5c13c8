using System.Text.Json;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage.Export;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Writes runs with all that belongs to them. Their definitions are derived anew.</summary>
internal sealed class MovedRuns(
    string folder, MoveReport report, MovedReferences references, MovedUsers users, FetchedList<int> fills, FetchedList<string> environments)
{
    private const int MaxTypeLength = 64;

    /// <summary>Writes all.</summary>
    public async Task WriteAsync(FetchedList<int> runs, ExportFile file, CancellationToken cancel)
    {
        var pages = new FetchedPages(folder, "run-parts");
        foreach (var (page, items) in runs.Pages())
        {
            var parts = pages.Read(page).GroupBy(item => Fetcher.KeyOf(item, "runNumber") ?? "").ToDictionary(item => item.Key, item => item.Last());
            foreach (var (number, run) in items)
            {
                var part = new SourceItem(parts.TryGetValue($"{number}", out var told) ? told : JsonElement.Parse("{}"), "runs", $"{number}", report);
                await file.WriteAsync(line => Write(line, number, run, part), cancel);
            }
        }
    }

    private void Write(ExportLine line, int number, SourceItem run, SourceItem parts)
    {
        line.Value("runNumber", number);
        MovedColumns.Run.Write(line, run, MovedTimes.Backwards(run, "timeO2Start", "timeO2End", "timeTrgStart", "timeTrgEnd"));
        WritePhaseShifts(line, run);
        line.Value("fill", Fill(run));
        line.Value("environment", Environment(run));
        line.Value("runType", run.Member("runType")?.ValueKind == JsonValueKind.Object ? run.Object("runType")!.Text("name", MaxTypeLength)
            : run.Text("runType", MaxTypeLength) ?? (run.Value<int?>("runTypeId") is { } type ? references.RunType(type) : null));
        line.Value("lhcPeriod", Period(run));
        line.Value("userStart", users.NumberOf(run.Object("userStart")));
        line.Value("userStop", users.NumberOf(run.Object("userStop")));
        line.Keys("tags", references.TagsOf(run));
        line.Objects("detectors", Detectors(run), (inner, detector) =>
        {
            inner.Value("name", detector.Name);
            inner.Value("quality", detector.Quality);
        });
        line.Objects("endOfRunReasons", run.Items("eorReasons", "description").Select(Reason).OfType<EndOfRunReason>(), WriteReason);
        line.Objects("flpRoles", Whole(parts, "flps", "name", MovedColumns.FlpRole), (inner, flp) => Write(inner, flp, MovedColumns.FlpRole));
        line.Objects("triggerCounters", Whole(parts, "counters", "className", MovedColumns.TriggerCounters), (inner, counters) => Write(inner, counters, MovedColumns.TriggerCounters));

        // What follows from the rest, and numbers that mean nothing outside the instance.
        run.Leave(
            "id", "startTime", "endTime", "runDuration", "qcTimeStart", "qcTimeEnd", "definition", "muInelasticInteractionRate", "concatenatedDetectors", "runTypeId", "lhcPeriodId",
            "userIdO2Start", "userIdO2Stop", "flpRoles", "logs", "startOfDataTransferText", "phaseShiftAtStart", "phaseShiftAtEnd", "lhcFill", "envId", "environmentId", "environment", "fillNumber");
        run.TellTheRest();
    }

    private static void WritePhaseShifts(ExportLine line, SourceItem run)
    {
        foreach (var name in (string[])["phaseShiftAtStart", "phaseShiftAtEnd"])
        {
            var shifts = run.Object(name);
            line.Value($"{name}Beam1", shifts?.Value<double?>("beam1") ?? run.Value<double?>($"{name}Beam1"));
            line.Value($"{name}Beam2", shifts?.Value<double?>("beam2") ?? run.Value<double?>($"{name}Beam2"));
        }
    }

    private int? Fill(SourceItem run)
    {
        var number = run.Value<int?>("fillNumber") ?? run.Object("lhcFill")?.Value<int?>("fillNumber");
        if (number is null || fills.Contains(number.Value)) return number;
        run.Tell("fillNumber", $"there is no fill {number}");
        return null;
    }

    private string? Environment(SourceItem run)
    {
        var id = run.Value<string>("environmentId") ?? run.Value<string>("envId");
        if (string.IsNullOrEmpty(id) || environments.Contains(id)) return string.IsNullOrEmpty(id) ? null : id;
        run.Tell("environmentId", $"there is no environment {id}");
        return null;
    }

    private static string? Period(SourceItem run)
    {
        var name = run.Member("lhcPeriod")?.ValueKind == JsonValueKind.Object ? run.Object("lhcPeriod")!.Value<string>("name") : run.Value<string>("lhcPeriod");
        if (string.IsNullOrEmpty(name) || LhcPeriod.IsName(name)) return string.IsNullOrEmpty(name) ? null : name;
        run.Tell("lhcPeriod", $"\"{name}\" is no name of a period");
        return null;
    }

    // A text of names, a list of names, or objects with qualities, under one name or the other.
    private List<(string Name, DetectorQuality Quality)> Detectors(SourceItem run)
    {
        var detectors = new SortedDictionary<string, DetectorQuality>(StringComparer.Ordinal);
        var isText = run.Member("detectors")?.ValueKind == JsonValueKind.String;
        var names = isText ? run.Value<string>("detectors")!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        foreach (var name in names.Where(name => references.HasDetector(run, name))) detectors[name] = DetectorQuality.Good;
        foreach (var item in (isText ? [] : run.Items("detectors", "name")).Concat(run.Items("detectorsQualities", "name")))
        {
            if (item.Value<string>("name") is { } name && references.HasDetector(run, name)) detectors[name] = item.Value<DetectorQuality?>("quality") ?? DetectorQuality.Good;
            item.Leave("id", "type", "runNumber", "detectorId", "createdAt", "updatedAt");
            item.TellTheRest();
        }

        return [.. detectors.Select(detector => (detector.Key, detector.Value))];
    }

    private EndOfRunReason? Reason(SourceItem item)
    {
        var known = item.Value<int?>("reasonTypeId") is { } id ? references.ReasonType(id) : null;
        var (category, title) = (item.Value<string>("category") ?? known?.Category, item.Value<string>("title") ?? known?.Title);
        var reason = category is null ? null : new EndOfRunReason
        {
            Category = category, Title = title ?? "", Description = item.Value<string>("description"), LastEditedBy = item.Value<string>("lastEditedName"),
            CreatedAt = item.Value<DateTimeOffset?>("createdAt") ?? default, UpdatedAt = item.Value<DateTimeOffset?>("updatedAt") ?? default,
        };
        if (reason is null) item.Tell("category", "a reason without it was left out");
        item.Leave("id", "runId");
        item.TellTheRest();
        return reason;
    }

    private static void WriteReason(ExportLine line, EndOfRunReason reason)
    {
        line.Value("category", reason.Category);
        line.Value("title", reason.Title);
        line.Value("description", reason.Description);
        line.Value("lastEditedBy", reason.LastEditedBy);
        if (reason.CreatedAt != default) line.Value("createdAt", reason.CreatedAt);
        if (reason.UpdatedAt != default) line.Value("updatedAt", reason.UpdatedAt);
    }

    private static IEnumerable<SourceItem> Whole(SourceItem parts, string list, string key, MovedColumns columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in parts.Items(list, key))
        {
            if (item.Value<string>(key) is not { Length: > 0 } name || !columns.AreWhole(item)) item.Tell(key, "one that does not tell all that it must was left out");
            else if (!seen.Add(name)) item.Tell(key, $"{name} is there twice; the first one was taken");
            else yield return item;
        }
    }

    private static void Write(ExportLine line, SourceItem item, MovedColumns columns)
    {
        columns.Write(line, item);
        item.Leave("id", "runNumber", "run", "runs", "createdAt", "updatedAt");
        item.TellTheRest();
    }
}
