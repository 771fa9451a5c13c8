using System.Text.Json.Nodes;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

/// <summary>What readout, trigger and processing nodes tell of runs: in lists, twice, late, and before the run is known.</summary>
public sealed class ReadoutTests
{
    private const string Whole = "18446744073709551615";

    private const string Roles = "{ run(runNumber: 1) { flpRoles { nodes { name hostname timeframeCount bytesProcessed bytesEquipmentReadOut } } } }";

    private const string Counters = "{ run(runNumber: 1) { triggerCounters { nodes { className timestamp lmb lma l0b l0a l1b l1a } } } }";

    [OnBothDatabases]
    public async Task Roles_are_registered_before_their_run_and_twice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        const string both = "items: [{runNumber: 1, name: \"a\", hostname: \"flp1\"}, {runNumber: 1, name: \"b\", hostname: \"flp2\"}]";
        foreach (var _ in (int[])[1, 2])
        {
            var payload = await graph.DoAsync("registerFlpRoles", both, "results { index flpRole { name hostname run { runNumber } } errors { __typename } }");
            Assert.Equal(
                """[{"index":0,"flpRole":{"name":"a","hostname":"flp1","run":{"runNumber":1}},"errors":null},{"index":1,"flpRole":{"name":"b","hostname":"flp2","run":{"runNumber":1}},"errors":null}]""",
                payload["results"]!.ToJsonString());
        }

        await graph.DoAsync("startRun", "runNumber: 1, timeO2Start: \"2022-10-23T09:50:00Z\"");
        Assert.Equal("""["a","b"]""", (await graph.DataAsync(Roles))["run"]!["flpRoles"]!["nodes"]!.AsArray().Select(n => (string)n!["name"]!).Order().ToJson());
        Assert.Equal(2, (int)(await graph.DataAsync("{ run(runNumber: 1) { version } }"))["run"]!["version"]!);
    }

    [OnBothDatabases]
    public async Task Counters_of_a_role_only_grow_keep_all_64_bits_and_come_before_the_role(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("updateFlpCounters", "items: [{runNumber: 1, name: \"a\", timeframeCount: 5, bytesProcessed: 9223372036854775808}]");
        await graph.DoAsync("registerFlpRoles", "items: [{runNumber: 1, name: \"a\", hostname: \"flp1\"}]");
        await graph.DoAsync("updateFlpCounters", $"items: [{{runNumber: 1, name: \"a\", timeframeCount: 4, bytesEquipmentReadOut: 0}}, {{runNumber: 1, name: \"a\", timeframeCount: 3, bytesProcessed: {Whole}}}]");
        await graph.DoAsync("updateFlpCounters", "items: [{runNumber: 1, name: \"a\", timeframeCount: 1, bytesProcessed: 9223372036854775807}]");
        Assert.Equal(
            $$"""[{"name":"a","hostname":"flp1","timeframeCount":5,"bytesProcessed":{{Whole}},"bytesEquipmentReadOut":0}]""",
            (await graph.DataAsync(Roles))["run"]!["flpRoles"]!["nodes"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task Counters_of_64_bits_filter_and_sort_as_numbers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        string[] values = ["9223372036854775808", "0", Whole, "9223372036854775807", "1"];
        await graph.DoAsync("updateFlpCounters", $"items: [{string.Join(", ", values.Select((value, i) => $"{{runNumber: 1, name: \"flp{i}\", bytesProcessed: {value}}}"))}]");
        var run = (await graph.DataAsync(
            "{ run(runNumber: 1) { all: flpRoles(order: {bytesProcessed: ASC}) { nodes { bytesProcessed } } large: flpRoles(where: {bytesProcessed: {gt: 9223372036854775807}}, order: {bytesProcessed: DESC}) { nodes { bytesProcessed } } } }"))["run"]!;
        Assert.Equal("0 1 9223372036854775807 9223372036854775808 18446744073709551615", Values(run["all"]!));
        Assert.Equal("18446744073709551615 9223372036854775808", Values(run["large"]!));

        static string Values(JsonNode page) => string.Join(' ', page["nodes"]!.AsArray().Select(node => node!["bytesProcessed"]!.ToJsonString()));
    }

    [OnBothDatabases]
    public async Task The_latest_reading_of_a_trigger_class_stands_whenever_it_comes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("recordTriggerCounters", $"items: [{Reading("10:05:00.0009", "7", Whole)}, {Reading("10:01:00", "9", "9")}]", "results { run { runNumber } errors { __typename } }");
        await graph.DoAsync("recordTriggerCounters", $"items: [{Reading("10:04:59.999", "8", "8")}]");
        Assert.Equal($$"""[{"className":"C","timestamp":"2022-10-23T10:05:00Z","lmb":7,"lma":{{Whole}},"l0b":1,"l0a":2,"l1b":3,"l1a":4}]""", await TriggerAsync(graph));

        await graph.DoAsync("recordTriggerCounters", $"items: [{Reading("10:05:00", "8", "1")}, {Reading("10:05:00", "6", "2")}]");
        Assert.Equal($$"""[{"className":"C","timestamp":"2022-10-23T10:05:00Z","lmb":8,"lma":{{Whole}},"l0b":1,"l0a":2,"l1b":3,"l1a":4}]""", await TriggerAsync(graph));

        await graph.DoAsync("recordTriggerCounters", $"items: [{Reading("10:05:00.001", "0", "0")}]");
        Assert.Equal("""[{"className":"C","timestamp":"2022-10-23T10:05:00.001Z","lmb":0,"lma":0,"l0b":1,"l0a":2,"l1b":3,"l1a":4}]""", await TriggerAsync(graph));
    }

    [OnBothDatabases]
    public async Task The_transfer_of_data_only_grows_null_clears_and_what_is_absent_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        const string run = "run { startOfDataTransfer endOfDataTransfer ctfFileCount tfFileCount ctfFileSizeBytes }";
        await graph.DoAsync("setRunDataTransfer", "runNumber: 1, startOfDataTransfer: \"2022-10-23T10:00:00Z\", ctfFileCount: 3, ctfFileSizeBytes: 9007199254740993");
        await graph.DoAsync("setRunDataTransfer", "runNumber: 1, ctfFileCount: 2, ctfFileSizeBytes: 1, tfFileCount: 1");
        var payload = await graph.DoAsync("setRunDataTransfer", "runNumber: 1, endOfDataTransfer: \"2022-10-23T10:30:00Z\", tfFileCount: null", run);
        Assert.Equal(
            """{"startOfDataTransfer":"2022-10-23T10:00:00Z","endOfDataTransfer":"2022-10-23T10:30:00Z","ctfFileCount":3,"tfFileCount":null,"ctfFileSizeBytes":9007199254740993}""",
            payload["run"]!.ToJsonString());
        Assert.Equal("END_BEFORE_START", await graph.RefusedAsync("setRunDataTransfer", "runNumber: 1, endOfDataTransfer: \"2022-10-23T09:59:59Z\""));
        Assert.Equal("OUT_OF_RANGE", await graph.RefusedAsync("setRunDataTransfer", "runNumber: 1, ctfFileCount: -1"));
    }

    [OnBothDatabases]
    public async Task The_trigger_s_configuration_is_recorded_and_its_change_is_told_by_the_journal(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        foreach (var _ in (int[])[1, 2]) await graph.DoAsync("setTriggerConfiguration", """runNumber: 1, configuration: "%\nLTG TPC\nEND" """);
        var run = (await graph.DataAsync("{ run(runNumber: 1) { triggerConfiguration history { nodes { system kind } } } }"))["run"]!;
        Assert.Equal("""{"triggerConfiguration":"%\nLTG TPC\nEND","history":{"nodes":[{"system":"trigger-system","kind":"CREATED"}]}}""", run.ToJsonString());
        Assert.Equal("INVALID_LENGTH", await graph.RefusedAsync("setTriggerConfiguration", $"runNumber: 1, configuration: \"{new string('x', 65_537)}\""));
    }

    [OnBothDatabases]
    [InlineData("registerFlpRoles", "{runNumber: 0, name: \"\", hostname: \"\"}", "OUT_OF_RANGE INVALID_LENGTH INVALID_LENGTH")]
    [InlineData("registerFlpRoles", "{runNumber: 2, name: \"a\\u0000b\", hostname: \"h\"}", "INVALID_CHARACTER")]
    [InlineData("updateFlpCounters", "{runNumber: -1, name: \"a\"}", "OUT_OF_RANGE")]
    [InlineData("recordTriggerCounters", "{runNumber: 2, className: \"\", timestamp: \"2022-10-23T10:00:00Z\", lmb: 1, lma: 1, l0b: 1, l0a: 1, l1b: 1, l1a: 1}", "INVALID_LENGTH")]
    public async Task One_item_that_cannot_be_is_refused_and_keeps_none_of_the_others_back(DatabaseKind kind, string name, string bad, string codes)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var good = name switch
        {
            "registerFlpRoles" => "{runNumber: 1, name: \"a\", hostname: \"h\"}",
            "updateFlpCounters" => "{runNumber: 1, name: \"a\"}",
            _ => "{runNumber: 1, className: \"C\", timestamp: \"2022-10-23T10:00:00Z\", lmb: 1, lma: 1, l0b: 1, l0a: 1, l1b: 1, l1a: 1}",
        };
        var results = (await graph.DoAsync(name, $"items: [{bad}, {good}]", "results { index errors { ... on Error { code } } }"))["results"]!.AsArray();
        Assert.Equal(codes, string.Join(' ', results[0]!["errors"]!.AsArray().Select(error => (string)error!["code"]!)));
        Assert.Null(results[1]!["errors"]);
        Assert.Equal("[1]", (await graph.DataAsync("{ runs { nodes { runNumber } } }"))["runs"]!["nodes"]!.AsArray().Select(node => (int)node!["runNumber"]!).ToJson());
    }

    [OnBothDatabases]
    public async Task Lists_of_the_same_rows_in_opposite_orders_at_the_same_time_leave_the_greatest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Task.WhenAll(Enumerable.Range(1, 6).Select(writer => Task.Run(async () =>
        {
            var graph = new LogbookGraph(database);
            for (var i = 1; i <= 5; i++)
            {
                var items = Enumerable.Range(1, 40).Select(flp => $"{{runNumber: {1 + (flp % 3)}, name: \"flp{flp:00}\", timeframeCount: {(i * 10) + writer}}}");
                await graph.DoAsync("updateFlpCounters", $"items: [{string.Join(", ", writer % 2 == 0 ? items : items.Reverse())}]");
            }
        })));
        var runs = (await new LogbookGraph(database).DataAsync("{ runs { nodes { flpRoles(first: 100) { nodes { timeframeCount } } } } }"))["runs"]!["nodes"]!.AsArray();
        Assert.Equal((3, 40), (runs.Count, runs.Sum(run => run!["flpRoles"]!["nodes"]!.AsArray().Count(role => (int)role!["timeframeCount"]! == 56))));
    }

    private static async Task<string> TriggerAsync(LogbookGraph graph) => (await graph.DataAsync(Counters))["run"]!["triggerCounters"]!["nodes"]!.ToJsonString();

    private static string Reading(string time, string lmb, string lma) =>
        $"{{runNumber: 1, className: \"C\", timestamp: \"2022-10-23T{time}Z\", lmb: {lmb}, lma: {lma}, l0b: 1, l0a: 2, l1b: 3, l1a: 4}}";
}
