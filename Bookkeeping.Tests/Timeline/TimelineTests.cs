using System.Text.Json.Nodes;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Generate;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Environment = Bookkeeping.Api.Environments.Environment;

namespace Bookkeeping.Tests.Timeline;

/// <summary>Everything that happened stands on one line, whoever recorded it.</summary>
public sealed class TimelineTests
{
    private const string Selection = """
        time kind ... on FillMoment { fill { fillNumber } } ... on EnvironmentMoment { environmentId status message } ... on RunMoment { run { runNumber } }
        ... on EndOfRunReasonMoment { run { runNumber } reason } ... on RunChangeMoment { run { runNumber } entry { reason changes { field newValue } } } ... on LogEntryMoment { logEntry { title } }
        """;

    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task What_happened_is_told_in_the_order_of_time_with_what_it_was_about(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        Assert.Equal(
            [
                "10:00 STABLE_BEAMS_START 8178", "10:00 ENVIRONMENT_STATUS 2bHRdoWP7v9 RUNNING go", "10:00 RUN_START 1", "10:10 BEAM_MODE 1 lhcBeamMode=\"RAMP\"",
                "10:30 RUN_START 2", "11:00 RUN_END 1", "11:00 STABLE_BEAMS_END 8178", "11:05 END_OF_RUN_REASON 1 LHC - Dump", "11:10 RUN_QUALITY 1 TPC tripped quality=\"BAD\"",
                "11:20 DETECTOR_QUALITY 1 detectors.ITS=\"BAD\"", "11:30 LOG_ENTRY The beams are gone",
            ],
            Lines(await AskAsync(database, "first: 100")));
    }

    [OnBothDatabases]
    public async Task The_line_is_cut_from_a_time_to_another_that_is_not_included_and_to_subjects(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        Assert.Equal(["10:10 BEAM_MODE 1 lhcBeamMode=\"RAMP\"", "10:30 RUN_START 2"], Lines(await AskAsync(database, "from: \"2022-09-24T10:00:00.001Z\", to: \"2022-09-24T11:00:00Z\"")));
        Assert.Equal(["10:00 STABLE_BEAMS_START 8178", "11:00 STABLE_BEAMS_END 8178"], Lines(await AskAsync(database, "subjects: [FILL]")));
        Assert.Equal(
            ["10:00 ENVIRONMENT_STATUS 2bHRdoWP7v9 RUNNING go", "11:30 LOG_ENTRY The beams are gone"], Lines(await AskAsync(database, "subjects: [ENVIRONMENT, LOG_ENTRY]")));
        Assert.Empty(Lines(await AskAsync(database, "subjects: [TAG]")));
        Assert.Empty(Lines(await AskAsync(database, "subjects: []")));
    }

    [OnBothDatabases]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(5), InlineData(100)]
    public async Task Pages_in_both_directions_tell_the_same_without_a_gap(DatabaseKind kind, int size)
    {
        await using var database = await CreateAsync(kind);
        var all = Lines(await AskAsync(database, "first: 100"));
        var (forward, backward) = (new List<string>(), new List<string>());
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await AskAsync(database, $"first: {size}, after: {Quote(cursor)}");
            forward.AddRange(Lines(page));
            Assert.Equal(cursor is not null, (bool)page["pageInfo"]!["hasPreviousPage"]!);
            (more, cursor) = ((bool)page["pageInfo"]!["hasNextPage"]!, (string?)page["pageInfo"]!["endCursor"]);
        }

        cursor = null;
        for (var more = true; more;)
        {
            var page = await AskAsync(database, $"last: {size}, before: {Quote(cursor)}");
            backward.InsertRange(0, Lines(page));
            (more, cursor) = ((bool)page["pageInfo"]!["hasPreviousPage"]!, (string?)page["pageInfo"]!["startCursor"]);
        }

        Assert.Equal(all, forward);
        Assert.Equal(all, backward);
        Assert.Equal(all.Count, (int)(await AskAsync(database, "first: 1", "totalCount"))["totalCount"]!);
    }

    [OnBothDatabases]
    public async Task A_cursor_of_something_else_is_refused(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        foreach (var cursor in new[] { "x", "", "dDE6Mg", "dDk5OTk5OTk5OTk5OTk5OTk5OjE6MQ" })
            Assert.Equal("HC0078", (string)(await new LogbookGraph(database).ErrorAsync($"{{ timeline(after: \"{cursor}\") {{ totalCount }} }}"))["extensions"]!["code"]!);
    }

    [OnBothDatabases]
    public async Task Rows_that_no_entry_of_the_journal_tells_of_are_there_too(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        await new Generator(db).GenerateAsync(new GenerateOptions { Runs = 60 }, CancellationToken.None);
        Assert.Equal(0, await db.Journal.CountAsync());
        var expected = await db.Runs.CountAsync(run => run.StartTime != null) + await db.Runs.CountAsync(run => run.EndedAt != null) + await db.EndOfRunReasons.CountAsync()
            + await db.EnvironmentStatusChanges.CountAsync() + await db.LogEntries.CountAsync()
            + await db.Fills.CountAsync(fill => fill.StableBeamsStart != null) + await db.Fills.CountAsync(fill => fill.StableBeamsEnd != null);
        var page = await AskAsync(database, "first: 1000", "totalCount nodes { time }");
        Assert.Equal(expected, (int)page["totalCount"]!);
        var times = page["nodes"]!.AsArray().Select(node => (DateTimeOffset)node!["time"]!).ToList();
        Assert.Equal(times.Order(), times);
    }

    // Each table is entered at the place by an index on its time, and read no further than the page goes.
    [OnBothDatabases]
    [InlineData("from: \"2022-09-24T10:00:00Z\", to: \"2022-09-25T10:00:00Z\", first: 50")]
    [InlineData("last: 50, before: \"dDE2NjQwMTM2MDAwMDA6Mjox\"")]
    public async Task A_page_reads_no_table_from_end_to_end(DatabaseKind kind, string arguments)
    {
        await using var database = await CreateAsync(kind);
        var log = new PlanLog(kind);
        await new LogbookGraph(database, log).DataAsync($"{{ timeline({arguments}) {{ nodes {{ time }} }} }}");
        Assert.Equal(8, log.Plans.Count);
        foreach (var (statement, plan) in log.Plans)
        {
            Assert.False(plan.Contains("TEMP B-TREE", StringComparison.Ordinal) || plan.Contains("Sort  (", StringComparison.Ordinal) || plan.Contains("Seq Scan", StringComparison.Ordinal), $"{statement}\n{plan}");
            if (kind == DatabaseKind.Sqlite) Assert.Contains("SEARCH", plan);
        }
    }

    private static async Task<JsonNode> AskAsync(TestDatabase database, string arguments, string? selection = null) =>
        (await new LogbookGraph(database).DataAsync($"{{ timeline({arguments}) {{ {selection ?? $"pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} nodes {{ {Selection} }}"} }} }}"))["timeline"]!;

    private static string Quote(string? cursor) => cursor is null ? "null" : $"\"{cursor}\"";

    private static List<string> Lines(JsonNode page) => [.. page["nodes"]!.AsArray().Select(Line)];

    private static string Line(JsonNode? node)
    {
        var time = ((DateTimeOffset)node!["time"]!).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var about = node["fill"]?["fillNumber"] ?? node["environmentId"] ?? node["run"]?["runNumber"] ?? node["logEntry"]?["title"];
        var entry = node["entry"];
        string?[] more =
        [
            (string?)node["status"], (string?)node["message"], (string?)node["reason"], (string?)entry?["reason"],
            .. entry?["changes"]!.AsArray().Select(change => $"{change!["field"]}={change["newValue"]?.ToJsonString()}") ?? [],
        ];
        return string.Join(' ', new[] { time, (string?)node["kind"], about?.ToString() }.Concat(more).Where(part => part is not null));
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Add(new Fill { FillNumber = 8178, StableBeamsStart = Ten, StableBeamsEnd = Ten.AddHours(1) });
        var environment = new Environment { EnvironmentId = "2bHRdoWP7v9" };
        environment.ReportStatus(EnvironmentStatus.Running, "go", Ten);
        db.Add(environment);
        db.Add(new Run { RunNumber = 1, TimeO2Start = Ten, TimeO2End = Ten.AddHours(1), Detectors = [new() { Detector = new Api.Detectors.Detector { Name = "ITS" } }] });
        db.Add(new Run { RunNumber = 2, TimeO2Start = Ten.AddMinutes(30) });
        db.Add(new LogEntry { Number = 1, Title = "The beams are gone", CreatedAt = Ten.AddMinutes(90), ThreadPath = "00000001", RootNumber = 1 });
        await db.SaveChangesAsync();
        await ChangeAsync(10, null, run => run.LhcBeamMode = "RAMP");
        await ChangeAsync(65, null, run => run.EndOfRunReasons.Add(new EndOfRunReason
        {
            ReasonType = new ReasonType { Category = "LHC", Title = "Dump" }, Category = "LHC", Title = "Dump", CreatedAt = Ten.AddMinutes(65),
        }));
        await ChangeAsync(70, "TPC tripped", run => run.Quality = RunQuality.Bad);
        await ChangeAsync(75, null, run => run.EpnCount = 5);
        await ChangeAsync(80, null, run => run.Detectors.Single().Quality = Api.Detectors.DetectorQuality.Bad);
        return database;

        async Task ChangeAsync(int minutes, string? reason, Action<Run> change)
        {
            await using var later = database.Open();
            later.Change = new Change(Actor.System("tester"), reason, Ten.AddMinutes(minutes));
            change(await later.Runs.Include(run => run.Detectors).SingleAsync(run => run.RunNumber == 1));
            await later.SaveChangesAsync();
        }
    }
}
