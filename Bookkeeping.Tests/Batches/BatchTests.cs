using System.Text.Json.Nodes;
using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Batches;

/// <summary>Lists of messages: each item is answered on its own, the list is one transaction, and its statements do not grow with it.</summary>
public sealed class BatchTests
{
    private const string Results = "results { index run { runNumber } errors { ... on Error { code } } }";

    [OnBothDatabases]
    public async Task An_item_that_is_refused_changes_nothing_and_the_others_are_carried_out_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var results = await graph.DoAsync(
            "startRunBatch",
            """
            items: [
              {runNumber: 1, timeO2Start: "2022-10-23T10:00:00Z", detectors: ["ITS"], runType: "PHYSICS", user: {name: "Ann"}},
              {runNumber: 2, environmentId: "unknown"},
              {runNumber: 1, timeFrameBuilderMode: "x012345678901234567890123456789012345678901234567890123456789012345", detectors: ["TPC"], epnCount: 5},
              {runNumber: 0},
              {runNumber: 3, lhcPeriod: "LHC22"},
              {runNumber: 1, detectors: ["TPC", "ITS"], runType: "PHYSICS", user: {name: "Ann"}, flpCount: 7},
              {runNumber: 4, runType: "PHYSICS", lhcPeriod: "LHC22o", user: {name: "Bob"}}
            ]
            """,
            Results);
        Assert.Equal("0:1 1:ENVIRONMENT_NOT_FOUND 2:INVALID_LENGTH 3:OUT_OF_RANGE 4:NO_LHC_PERIOD 5:1 6:4", Line(results));
        Assert.Equal(
            """[{"runNumber":4,"epnCount":null,"flpCount":null,"userStart":{"name":"Bob"},"detectors":[]},{"runNumber":1,"epnCount":null,"flpCount":7,"userStart":{"name":"Ann"},"detectors":[{"detector":{"name":"ITS"}},{"detector":{"name":"TPC"}}]}]""",
            (await graph.DataAsync("{ runs { nodes { runNumber epnCount flpCount userStart { name } detectors { detector { name } } } } }"))["runs"]!["nodes"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task Every_list_form_answers_item_by_item(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        const string environment = "status: RUNNING, timestamp: \"2022-10-23T09:00:00Z\"";
        (string Name, string Good, string Bad)[] forms =
        [
            ("recordEnvironmentStatus", $"environmentId: \"e\", {environment}, configuration: {{}}", $"environmentId: \"f\", {environment}"),
            ("startRun", "runNumber: 1, environmentId: \"e\"", "runNumber: 1, environmentId: \"f\""),
            ("setRunTriggerTimes", "runNumber: 1, timeTrgStart: \"2022-10-23T10:00:00Z\"", "runNumber: 1, timeTrgStart: \"2022-10-23T10:00:00Z\", timeTrgEnd: \"2022-10-23T09:00:00Z\""),
            ("setTriggerConfiguration", "runNumber: 1, configuration: \"x\"", "runNumber: -1, configuration: \"x\""),
            ("setRunDataTransfer", "runNumber: 1, ctfFileCount: 1", "runNumber: 1, ctfFileCount: -1"),
            ("endRun", "runNumber: 1, timeO2End: \"2022-10-23T11:00:00Z\"", "runNumber: 0, timeO2End: \"2022-10-23T11:00:00Z\""),
            ("upsertFill", "fillNumber: 1, beamType: \"PROTON - PROTON\"", "fillNumber: 0"),
            ("updateRunsOfFill", "fillNumber: 1, runNumbers: [1], lhcBeamMode: \"RAMP\"", "fillNumber: 1, runNumbers: [1, 9], lhcBeamMode: \"ADJUST\""),
            ("updateRun", "runNumber: 1, epnCount: 3, fillNumber: 1, environmentId: \"e\"", "runNumber: 1, epnCount: 4, fillNumber: 9"),
        ];
        foreach (var (name, good, bad) in forms)
        {
            var results = (await graph.DoAsync($"{name}Batch", $"items: [{{{bad}}}, {{{good}}}, {{{bad}}}]", "results { index errors { ... on Error { code } } }"))["results"]!;
            Assert.Equal((name, 3), (name, results.AsArray().Count));
            Assert.Equal((name, false, true, false), (name, results[0]!["errors"] is null, results[1]!["errors"] is null, results[2]!["errors"] is null));
        }

        Assert.Equal(
            """{"environment":{"environmentId":"e"},"triggerConfiguration":"x","startTime":"2022-10-23T10:00:00Z","endedAt":"2022-10-23T11:00:00Z","ctfFileCount":1,"epnCount":3,"lhcBeamMode":"RAMP","fill":{"beamType":"PROTON - PROTON"}}""",
            (await graph.DataAsync("{ run(runNumber: 1) { environment { environmentId } triggerConfiguration startTime endedAt ctfFileCount epnCount lhcBeamMode fill { beamType } } }"))["run"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task Several_changes_of_one_run_in_a_list_are_one_entry_of_the_journal(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", "runNumber: 1");
        await graph.DoAsync("updateRunBatch", "items: [{runNumber: 1, epnCount: 1}, {runNumber: 1, epnCount: 2}, {runNumber: 1, flpCount: 3}]");
        var run = (await graph.DataAsync("{ run(runNumber: 1) { version history(first: 1) { nodes { changes { field oldValue newValue } } } } }"))["run"]!;
        Assert.Equal(2, (int)run["version"]!);
        Assert.Equal(
            """[{"field":"epnCount","oldValue":null,"newValue":2},{"field":"flpCount","oldValue":null,"newValue":3}]""",
            run["history"]!["nodes"]![0]!["changes"]!.AsArray().OrderBy(change => (string)change!["field"]!).ToJson());
    }

    [OnBothDatabases]
    public async Task A_status_that_comes_and_goes_within_a_list_leaves_no_trace(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        static string Status(string status, string time) => $"{{environmentId: \"e\", status: {status}, timestamp: \"2022-10-23T{time}Z\", configuration: {{}}}}";
        await graph.DoAsync("recordEnvironmentStatusBatch", $"items: [{Status("STANDBY", "10:00:00")}, {Status("DEPLOYED", "10:00:09")}, {Status("DEPLOYED", "10:00:05")}]");
        Assert.Equal(
            """[{"status":"STANDBY","timestamp":"2022-10-23T10:00:00Z"},{"status":"DEPLOYED","timestamp":"2022-10-23T10:00:05Z"}]""",
            (await graph.DataAsync("{ environment(environmentId: \"e\") { statusChanges { nodes { status timestamp } } } }"))["environment"]!["statusChanges"]!["nodes"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_list_of_a_thousand_is_written_with_as_many_statements_as_a_list_of_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", "runNumber: 1");
        await WriteAsync("registerFlpRoles", i => new { runNumber = 1, name = $"flp{i}", hostname = $"host{i}" });
        await WriteAsync("updateFlpCounters", i => new { runNumber = 1, name = $"flp{i}", timeframeCount = i });
        await WriteAsync("recordTriggerCounters", i => new { runNumber = 1, className = $"C{i}", timestamp = "2022-10-23T10:00:00Z", lmb = i, lma = 1, l0b = 1, l0a = 1, l1b = 1, l1a = 1 });
        Assert.Equal("""{"run":{"flpRoles":{"totalCount":1000}}}""", (await graph.DataAsync("{ run(runNumber: 1) { flpRoles(first: 1) { totalCount } } }")).ToJsonString());

        async Task WriteAsync(string name, Func<int, object> item)
        {
            var document = $"mutation($input: {char.ToUpperInvariant(name[0])}{name[1..]}Input!) {{ {name}(input: $input) {{ results {{ index errors {{ __typename }} }} }} }}";
            await graph.DataAsync(document, new { input = new { items = new[] { item(1) } } });
            var one = graph.Statements.Count;
            var data = await graph.DataAsync(document, new { input = new { items = Enumerable.Range(1, 1000).Select(item) } });
            Assert.Equal((name, 1000), (name, data[name]!["results"]!.AsArray().Count(result => result!["errors"] is null)));
            Assert.InRange(graph.Statements.Count, 1, one);
            Assert.Single(graph.Statements, statement => statement.StartsWith("INSERT", StringComparison.Ordinal));
        }
    }

    [OnBothDatabases]
    public async Task What_a_list_of_runs_names_is_read_with_as_many_statements_as_for_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        static string Start(int run) => $"{{runNumber: {run}, runType: \"T{run}\", lhcPeriod: \"LHC22{(char)('a' + (run % 20))}\", detectors: [\"D{run}\", \"ITS\"], user: {{name: \"P{run}\"}}}}";
        await graph.DoAsync("startRunBatch", $"items: [{Start(1)}]");
        var one = Reads(graph);
        await graph.DoAsync("startRunBatch", $"items: [{string.Join(", ", Enumerable.Range(2, 200).Select(Start))}]");
        Assert.Equal(one, Reads(graph));
        Assert.Equal("""{"runs":{"totalCount":201}}""", (await graph.DataAsync("{ runs(first: 1) { totalCount } }")).ToJsonString());

        static int Reads(LogbookGraph graph) => graph.Statements.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal));
    }

    [OnBothDatabases]
    public async Task A_list_that_is_too_long_is_refused_as_such(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database) { Batches = new BatchOptions { MaxItems = 2 } };
        static string Runs(int count) => $"items: [{string.Join(", ", Enumerable.Range(1, count).Select(run => $"{{runNumber: {run}}}"))}]";
        Assert.Equal("BATCH_TOO_LARGE", await graph.RefusedAsync("startRunBatch", Runs(3)));
        Assert.Equal("""{"runs":{"totalCount":0}}""", (await graph.DataAsync("{ runs { totalCount } }")).ToJsonString());
        Assert.Equal(2, (await graph.DoAsync("startRunBatch", Runs(2), Results))["results"]!.AsArray().Count);
        Assert.Empty((await graph.DoAsync("startRunBatch", Runs(0), Results))["results"]!.AsArray());
    }

    [Fact]
    public void A_list_may_have_a_thousand_items_unless_told_otherwise() => Assert.Equal(1000, new BatchOptions().MaxItems);

    private static string Line(JsonNode payload) => string.Join(' ', payload["results"]!.AsArray().Select(result =>
        $"{result!["index"]}:{(result["errors"] is JsonArray errors ? errors[0]!["code"] : result["run"]!["runNumber"])}"));
}
