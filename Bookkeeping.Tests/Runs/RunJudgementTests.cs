using System.Text.Json.Nodes;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

/// <summary>What people make of runs, with the log entries that the logbook writes about it.</summary>
public sealed class RunJudgementTests
{
    private const string Log = "{ logEntries(first: 1) { totalCount nodes { title text subtype origin author { name } tags { text } runs { nodes { runNumber } } } } }";

    // Vector 12 of the domain.
    [OnBothDatabases]
    public async Task A_change_of_quality_is_explained_and_logged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD");
        var (count, entry) = await LogAsync(graph);
        Assert.Equal((1, "Run 1 quality has changed to good", "[]"), (count, (string)entry["title"]!, entry["tags"]!.ToJsonString()));

        Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("changeRunQuality", "runNumber: 1, quality: BAD"));
        Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("changeRunQuality", "runNumber: 1, quality: BAD, reason: \"  \""));
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: BAD, reason: \"TPC tripped\"");
        (count, entry) = await LogAsync(graph);
        Assert.Equal(2, count);
        Assert.Equal(
            """{"title":"Run 1 quality has changed to bad","text":"By Anonymous, 23/10/2022, 12:00:00 UTC.\n\n- Run: 1\n- LHC period: UNKNOWN\n- Quality: good → bad\n\nReason: TPC tripped","subtype":"RUN","origin":"PROCESS","author":{"name":"Anonymous"},"tags":[{"text":"DPG"},{"text":"RC"}],"runs":{"nodes":[{"runNumber":1}]}}""",
            Readable(entry));
        var history = (await graph.DataAsync("{ run(runNumber: 1) { history(first: 1) { nodes { reason user { name } system changes { field oldValue newValue } } } } }"))["run"]!["history"]!["nodes"]![0]!;
        Assert.Equal("""{"reason":"TPC tripped","user":{"name":"Anonymous"},"system":null,"changes":[{"field":"quality","oldValue":"GOOD","newValue":"BAD"}]}""", history.ToJsonString());
    }

    [OnBothDatabases]
    [InlineData("NONE", "GOOD", false), InlineData("NONE", "TEST", false), InlineData("NONE", "BAD", true)]
    [InlineData("GOOD", "TEST", true), InlineData("TEST", "GOOD", true), InlineData("TEST", "NONE", true), InlineData("BAD", "NONE", true)]
    public async Task Only_a_first_good_or_test_needs_no_reason(DatabaseKind kind, string before, string after, bool needsReason)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        if (before != "NONE") await graph.DoAsync("changeRunQuality", $"runNumber: 1, quality: {before}, reason: \"as before\"");
        if (needsReason) Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("changeRunQuality", $"runNumber: 1, quality: {after}"));
        await graph.DoAsync("changeRunQuality", $"runNumber: 1, quality: {after}, reason: {(needsReason ? "\"because\"" : "null")}");
        Assert.Equal(after, (string)(await graph.DataAsync("{ run(runNumber: 1) { quality } }"))["run"]!["quality"]!);
    }

    [OnBothDatabases]
    public async Task The_same_quality_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD");
        var again = await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD", "run { version logEntries { totalCount } }");
        Assert.Equal("""{"version":3,"logEntries":{"totalCount":1}}""", again["run"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_run_without_end_is_not_judged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("startRun", "runNumber: 2, timeO2Start: \"2022-10-23T09:00:00Z\", detectors: [\"ITS\"]");
        Assert.Equal("RUN_NOT_ENDED", await graph.RefusedAsync("changeRunQuality", "runNumber: 2, quality: GOOD"));
        Assert.Equal("RUN_NOT_ENDED", await graph.RefusedAsync("changeDetectorQuality", "runNumber: 2, detectors: [{detector: \"ITS\", quality: BAD}], reason: \"noisy\""));
        await graph.DoAsync("setRunTriggerTimes", "runNumber: 2, timeTrgEnd: \"2022-10-23T10:00:00Z\"");
        await graph.DoAsync("changeRunQuality", "runNumber: 2, quality: GOOD");
    }

    [OnBothDatabases]
    public async Task Detectors_are_judged_together_and_only_those_that_change_are_logged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("changeDetectorQuality", "runNumber: 1, detectors: [{detector: \"ITS\", quality: BAD}], reason: \"\""));
        Assert.Equal("DETECTOR_NOT_IN_RUN", await graph.RefusedAsync("changeDetectorQuality", "runNumber: 1, detectors: [{detector: \"ITS\", quality: BAD}, {detector: \"TRD\", quality: BAD}], reason: \"noisy\""));
        await graph.DoAsync("changeDetectorQuality", "runNumber: 1, detectors: [{detector: \"FT0\", quality: GOOD}, {detector: \"ITS\", quality: BAD}], reason: \"noisy\"");
        var (count, entry) = await LogAsync(graph);
        Assert.Equal((1, "Detector(s) quality for run 1 has been changed"), (count, (string)entry["title"]!));
        Assert.Contains("\n- ITS: bad\n", (string)entry["text"]!);
        Assert.DoesNotContain("FT0", (string)entry["text"]!);
        Assert.Equal("""[{"text":"ITS"}]""", entry["tags"]!.ToJsonString());
        await graph.DoAsync("changeDetectorQuality", "runNumber: 1, detectors: [{detector: \"ITS\", quality: BAD}], reason: \"noisy\"");
        Assert.Equal(1, (await LogAsync(graph)).Count);
    }

    [OnBothDatabases]
    public async Task A_calibration_that_failed_is_explained_and_logged_and_no_other_change_is(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        Assert.Equal("RUN_NOT_A_CALIBRATION", await graph.RefusedAsync("changeCalibrationStatus", "runNumber: 1, status: SUCCESS"));
        await graph.DoAsync("updateRun", "runNumber: 1, runType: \"LASER\"");
        Assert.Equal("REASON_NOT_POSSIBLE", await graph.RefusedAsync("changeCalibrationStatus", "runNumber: 1, status: SUCCESS, reason: \"fine\""));
        await graph.DoAsync("changeCalibrationStatus", "runNumber: 1, status: SUCCESS");
        Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("changeCalibrationStatus", "runNumber: 1, status: FAILED"));
        Assert.Equal(0, (await LogAsync(graph)).Count);
        await graph.DoAsync("changeCalibrationStatus", "runNumber: 1, status: FAILED, reason: \"laser off\"");
        var (count, entry) = await LogAsync(graph);
        Assert.Equal((1, "Run 1 calibration status has changed to FAILED", """[{"text":"ITS"}]"""), (count, (string)entry["title"]!, entry["tags"]!.ToJsonString()));
        Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("changeCalibrationStatus", "runNumber: 1, status: NO_STATUS"));

        await graph.DoAsync("updateRun", "runNumber: 1, runType: \"PHYSICS\"");
        Assert.Equal("""{"definition":"COMMISSIONING","calibrationStatus":null}""", (await graph.DataAsync("{ run(runNumber: 1) { definition calibrationStatus } }"))["run"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task Reasons_replace_those_before_and_one_about_detectors_is_logged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        const string reasons = "run { endOfRunReasons { category title description lastEditedBy } }";
        Assert.Equal("REASON_TYPE_NOT_FOUND", await graph.RefusedAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"LHC\", title: \"Dump\"}, {category: \"LHC\", title: \"Quench\"}]"));
        await graph.DoAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"LHC\", title: \"Dump\"}]");
        Assert.Equal(0, (await LogAsync(graph)).Count);
        var both = await graph.DoAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"LHC\", title: \"Dump\"}, {category: \"DETECTORS\", title: \"ITS\", description: \"lane off\"}]", reasons);
        Assert.Equal(2, both["run"]!["endOfRunReasons"]!.AsArray().Count);
        var (count, entry) = await LogAsync(graph);
        Assert.Equal((1, "EoR reason has changed for run 1", """[{"text":"ITS"}]"""), (count, (string)entry["title"]!, entry["tags"]!.ToJsonString()));
        Assert.Contains("- LHC - Dump\n- DETECTORS - ITS - lane off", (string)entry["text"]!);
        var one = await graph.DoAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"DETECTORS\", title: \"ITS\", description: \"lane off\"}]", reasons);
        Assert.Equal("""[{"category":"DETECTORS","title":"ITS","description":"lane off","lastEditedBy":"Anonymous"}]""", one["run"]!["endOfRunReasons"]!.ToJsonString());
        Assert.Equal(1, (await LogAsync(graph)).Count);
    }

    // Domain, section 2.16.
    [OnBothDatabases]
    public async Task Reasons_named_by_their_id_are_kept_others_added_or_removed(DatabaseKind kind)
    {
        const string reasons = "run { endOfRunReasons { id title description createdAt } }";
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        var first = await graph.DoAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"LHC\", title: \"Dump\", description: \"at noon\"}, {category: \"DETECTORS\", title: \"ITS\"}]", reasons);
        var before = first["run"]!["endOfRunReasons"]!.AsArray().ToDictionary(reason => (string)reason!["title"]!, reason => reason!.ToJsonString());
        var dump = (string)first["run"]!["endOfRunReasons"]!.AsArray().Single(reason => (string)reason!["title"]! == "Dump")!["id"]!;

        graph.Time += TimeSpan.FromHours(1);
        var second = await graph.DoAsync("setEndOfRunReasons", $"runNumber: 1, reasons: [{{id: \"{dump}\"}}, {{category: \"DETECTORS\", title: \"ITS\", description: \"lane off\"}}]", reasons);
        var after = second["run"]!["endOfRunReasons"]!.AsArray().Select(reason => reason!.ToJsonString()).ToList();
        Assert.Equal(2, after.Count);
        Assert.Contains(before["Dump"], after);
        Assert.DoesNotContain(before["ITS"], after);

        var same = await graph.DoAsync("setEndOfRunReasons", $"runNumber: 1, reasons: [{{id: \"{dump}\", category: \"LHC\", title: \"Dump\", description: \"at noon\"}}]", reasons);
        Assert.Equal([before["Dump"]], same["run"]!["endOfRunReasons"]!.AsArray().Select(reason => reason!.ToJsonString()));
    }

    [OnBothDatabases]
    public async Task A_reason_that_is_neither_kept_nor_offered_is_refused_and_nothing_changes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        var given = await graph.DoAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"LHC\", title: \"Dump\"}]", "run { id endOfRunReasons { id } }");
        var (run, dump) = ((string)given["run"]!["id"]!, (string)given["run"]!["endOfRunReasons"]![0]!["id"]!);

        foreach (var (reasons, codes) in new[]
        {
            ($"[{{id: \"{run}\"}}]", "REASON_NOT_FOUND"),
            ("[{id: \"RW5kT2ZSdW5SZWFzb246OTk5OTk=\"}]", "REASON_NOT_FOUND"),
            ("[{id: \"no id\"}]", "REASON_NOT_FOUND"),
            ($"[{{id: \"{dump}\", description: \"other\"}}]", "REASON_STAYS_AS_IT_IS"),
            ($"[{{id: \"{dump}\", title: \"\"}}]", "REASON_STAYS_AS_IT_IS"),
            ("[{title: \"Dump\"}]", "REASON_CATEGORY_REQUIRED"),
            ("[{category: \"LHC\"}]", "REASON_TYPE_NOT_FOUND"),
        })
            Assert.Equal(codes, await graph.RefusedAsync("setEndOfRunReasons", $"runNumber: 1, reasons: {reasons}"));

        Assert.Equal(dump, (string)(await graph.DataAsync("{ run(runNumber: 1) { endOfRunReasons { id } } }"))["run"]!["endOfRunReasons"]![0]!["id"]!);
    }

    [OnBothDatabases]
    public async Task Tags_replace_those_before_an_archived_one_may_stay_and_the_watched_one_is_logged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"RC\", \"DPG\"]");
        Assert.Equal(0, (await LogAsync(graph)).Count);
        await graph.DoAsync("archiveTag", "text: \"RC\"");
        await graph.DoAsync("archiveTag", "text: \"ITS\"");
        Assert.Equal("TAG_NOT_FOUND TAG_ARCHIVED", await graph.RefusedAsync("setRunTags", "runNumber: 1, tags: [\"RC\", \"ITS\", \"dpg\"]"));
        var kept = await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"RC\", \"Not for physics\"]", "run { tags { text } }");
        Assert.Equal("""[{"text":"Not for physics"},{"text":"RC"}]""", kept["run"]!["tags"]!.ToJsonString());
        var (count, entry) = await LogAsync(graph);
        Assert.Equal((1, "Run 1 tags has changed", """[{"text":"Not for physics"}]"""), (count, (string)entry["title"]!, entry["tags"]!.ToJsonString()));
        Assert.Contains("- Added: Not for physics\n- Before: DPG, RC\n- After: Not for physics, RC", (string)entry["text"]!);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: []");
        Assert.Contains("- Removed: Not for physics", (string)(await LogAsync(graph)).Entry["text"]!);
    }

    // Domain, section 9 row 8.
    [OnBothDatabases]
    public async Task A_missing_or_archived_tag_does_not_keep_a_change_from_being_made(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("archiveTag", "text: \"RC\"");
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD");
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: BAD, reason: \"x\"");
        Assert.Equal("""[{"text":"DPG"}]""", (await LogAsync(graph)).Entry["tags"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task Rates_are_a_patch(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("setRunInteractionRates", "runNumber: 1, inelasticInteractionRateAverageHz: 500000, inelasticInteractionRateAtEndHz: 400000");
        var run = await graph.DoAsync("setRunInteractionRates", "runNumber: 1, inelasticInteractionRateAtEndHz: null", "run { inelasticInteractionRateAverageHz inelasticInteractionRateAtEndHz }");
        Assert.Equal("""{"inelasticInteractionRateAverageHz":500000,"inelasticInteractionRateAtEndHz":null}""", run["run"]!.ToJsonString());
        Assert.Equal("OUT_OF_RANGE", await graph.RefusedAsync("setRunInteractionRates", "runNumber: 1, inelasticInteractionRateAverageHz: -1"));
    }

    [OnBothDatabases]
    public async Task A_change_made_on_an_older_version_is_refused_and_told_what_happened_since(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        var version = (int)(await graph.DataAsync("{ run(runNumber: 1) { version } }"))["run"]!["version"]!;
        await graph.DoAsync("changeRunQuality", $"runNumber: 1, quality: TEST, version: {version}");
        var refused = (await graph.DataAsync(
            $$"""mutation { changeRunQuality(input: {runNumber: 1, quality: GOOD, reason: "x", version: {{version}}}) { run { quality } errors { ... on Error { code } ... on VersionConflictError { currentVersion changesSince { version user { name } changes { field newValue } } } } } }"""))["changeRunQuality"]!;
        Assert.Equal(
            $$$"""{"run":null,"errors":[{"code":"VERSION_CONFLICT","currentVersion":{{{version + 1}}},"changesSince":[{"version":{{{version + 1}}},"user":{"name":"Anonymous"},"changes":[{"field":"quality","newValue":"TEST"}]}]}]}""",
            refused.ToJsonString());
        await graph.DoAsync("changeRunQuality", $"runNumber: 1, quality: GOOD, reason: \"x\", version: {version + 1}");
    }

    private static async Task<(int Count, JsonNode Entry)> LogAsync(LogbookGraph graph)
    {
        var log = (await graph.DataAsync(Log))["logEntries"]!;
        return ((int)log["totalCount"]!, log["nodes"]!.AsArray().FirstOrDefault() ?? new JsonObject());
    }

    private static string Readable(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task<LogbookGraph> GraphAsync(TestDatabase database)
    {
        await using (var db = database.Open())
        {
            db.AddRange(new ReasonType { Category = "LHC", Title = "Dump" }, new ReasonType { Category = "DETECTORS", Title = "ITS" });
            await db.SaveChangesAsync();
        }

        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", "runNumber: 1, timeO2Start: \"2022-10-23T09:00:00Z\", detectors: [\"ITS\", \"FT0\"]");
        await graph.DoAsync("endRun", "runNumber: 1, timeO2End: \"2022-10-23T10:00:00Z\"");
        foreach (var tag in (string[])["DPG", "RC", "ITS", "Not for physics"]) await graph.DoAsync("createTag", $"text: \"{tag}\"");
        return graph;
    }
}
