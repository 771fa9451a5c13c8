using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Batches;

/// <summary>The messages about a run end in the same state whatever the order they arrive in, and however often each does.</summary>
/// <remarks>Each order has a run, an environment and a fill of its own, and all orders go on side by side: what comes next in each is sent as lists.</remarks>
public sealed class ArrivalOrderTests
{
    private const int Seed = 20221023;

    private const string State =
        """
        { run(runNumber: N) { startTime endedAt definition quality detectorCount flpCount epnCount trigger dcsEnabled dataDistributionEnabled epnEnabled pdpWorkflowParameters runType { name } lhcPeriod { name }
          environment { environmentId currentStatus statusSequence configuration statusChanges { nodes { status message timestamp } } } userStart { name } userStop { name } lhcBeamMode lhcBeamEnergyGeV
          fill { fillNumber stableBeamsDuration beamType statistics { runCount efficiency } } detectors { detector { name } quality } endOfRunReasons { category title } triggerConfiguration
          flpRoles(order: {name: ASC}) { nodes { name hostname timeframeCount bytesEquipmentReadOut } } triggerCounters { nodes { className timestamp lmb l1a } }
          startOfDataTransfer endOfDataTransfer ctfFileCount ctfFileSizeBytes dplProcessExecutions { nodes { process { name } host { hostname } } } } }
        """;

    // N stands for the number of the run and of its fill.
    private static readonly (string Mutation, string Item)[] Core =
    [
        ("recordEnvironmentStatusBatch", """{"environmentId": "envN", "status": "RUNNING", "timestamp": "2022-10-23T09:00:02Z", "configuration": {"detectors": "[\"FT0\",\"ITS\"]", "hosts": "[\"flp1\"]", "run_type": "PHYSICS", "lhc_period": "LHC22o", "trg_enabled": "true", "trg_global_run_enabled": "true", "dd_enabled": "true", "dcs_enabled": "true", "odc_enabled": "true", "odc_n_epns": "200", "pdp_workflow_parameters": "QC,CTF", "tfb_dd_mode": "processing-disk"}}"""),
        ("startRunBatch", """{"runNumber": N, "environmentId": "envN", "timeO2Start": "2022-10-23T09:50:00Z", "user": {"name": "Jan Jansen"}}"""),
        ("setRunTriggerTimesBatch", """{"runNumber": N, "timeTrgStart": "2022-10-23T09:51:00Z"}"""),
        ("registerFlpRoles", """{"runNumber": N, "name": "flp1", "hostname": "alio2-flp1"}"""),
        ("updateFlpCounters", """{"runNumber": N, "name": "flp1", "timeframeCount": 9, "bytesEquipmentReadOut": 18446744073709551615}"""),
        ("endRunBatch", """{"runNumber": N, "timeO2End": "2022-10-23T10:06:00Z", "user": {"name": "LHC"}}"""),
    ];

    private static readonly (string Mutation, string Item)[] Whole =
    [
        .. Core,
        ("recordEnvironmentStatusBatch", """{"environmentId": "envN", "status": "STANDBY", "timestamp": "2022-10-23T09:00:00Z", "message": "new"}"""),
        ("recordEnvironmentStatusBatch", """{"environmentId": "envN", "status": "CONFIGURED", "timestamp": "2022-10-23T09:00:01Z"}"""),
        ("recordEnvironmentStatusBatch", """{"environmentId": "envN", "status": "DONE", "timestamp": "2022-10-23T10:10:00Z"}"""),
        ("setRunTriggerTimesBatch", """{"runNumber": N, "timeTrgEnd": "2022-10-23T10:05:00Z"}"""),
        ("setTriggerConfigurationBatch", """{"runNumber": N, "configuration": "LTG"}"""),
        ("updateFlpCounters", """{"runNumber": N, "name": "flp1", "timeframeCount": 5, "bytesEquipmentReadOut": 9223372036854775807}"""),
        ("recordTriggerCounters", """{"runNumber": N, "className": "C", "timestamp": "2022-10-23T10:00:00Z", "lmb": 9, "lma": 8, "l0b": 7, "l0a": 6, "l1b": 5, "l1a": 4}"""),
        ("recordTriggerCounters", """{"runNumber": N, "className": "C", "timestamp": "2022-10-23T10:05:00Z", "lmb": 8, "lma": 8, "l0b": 7, "l0a": 6, "l1b": 5, "l1a": 5}"""),
        ("upsertFillBatch", """{"fillNumber": N, "stableBeamsStart": "2022-10-23T09:30:00Z", "stableBeamsEnd": "2022-10-23T10:30:00Z", "beamType": "PROTON - PROTON"}"""),
        ("updateRunsOfFillBatch", """{"fillNumber": N, "runNumbers": [N], "lhcBeamMode": "STABLE BEAMS", "lhcBeamEnergyGeV": 6800}"""),
        ("setRunDataTransferBatch", """{"runNumber": N, "startOfDataTransfer": "2022-10-23T09:52:00Z", "ctfFileCount": 3, "ctfFileSizeBytes": 300}"""),
        ("setRunDataTransferBatch", """{"runNumber": N, "endOfDataTransfer": "2022-10-23T10:20:00Z", "ctfFileCount": 7, "ctfFileSizeBytes": 700}"""),
        ("registerDplProcesses", """{"runNumber": N, "detector": "ITS", "processName": "qc", "processType": "QcTask", "hostname": "epn1"}"""),
    ];

    [Fact]
    public Task All_orders_of_six_messages_end_in_one_state() => CheckAsync(DatabaseKind.Sqlite, Core, [.. Permutations(Core.Length)]);

    [OnBothDatabases]
    public Task Shuffled_orders_of_all_messages_some_of_them_twice_end_in_one_state(DatabaseKind kind) =>
        CheckAsync(kind, Whole, [.. Shuffles(kind == DatabaseKind.Sqlite ? 200 : 40)]);

    private static async Task CheckAsync(DatabaseKind kind, (string Mutation, string Item)[] messages, List<int[]> orders)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await DeliverAsync(graph, messages, [[.. Enumerable.Range(0, messages.Length)], .. orders]);
        var expected = await StateAsync(graph, 1);
        Assert.Contains("LHC", expected);
        for (var i = 0; i < orders.Count; i++)
        {
            var actual = await StateAsync(graph, i + 2);
            Assert.True(expected == actual, $"The order {string.Join(' ', orders[i])} (seed {Seed}) ends in{System.Environment.NewLine}{actual}{System.Environment.NewLine}and not in{System.Environment.NewLine}{expected}");
        }
    }

    // A message that is refused, for what it names is not known yet, is sent again later, as its sender would.
    private static async Task DeliverAsync(LogbookGraph graph, (string Mutation, string Item)[] messages, List<int[]> orders)
    {
        var queues = orders.ConvertAll(order => new Queue<int>(order));
        for (var round = 0; queues.Exists(queue => queue.Count > 0); round++)
        {
            Assert.True(round < 200, "Some messages are never accepted.");
            var next = queues.Select((queue, index) => (Run: index + 1, Queue: queue)).Where(waiting => waiting.Queue.Count > 0)
                .Select(waiting => (waiting.Run, Message: waiting.Queue.Dequeue())).ToLookup(waiting => messages[waiting.Message].Mutation);
            foreach (var group in next)
                foreach (var chunk in group.Chunk(1000))
                    foreach (var refused in await SendAsync(graph, group.Key, [.. chunk.Select(waiting => Fill(messages[waiting.Message].Item, waiting.Run))]))
                        queues[chunk[refused].Run - 1].Enqueue(chunk[refused].Message);
        }
    }

    private static async Task<IEnumerable<int>> SendAsync(LogbookGraph graph, string mutation, JsonNode[] items)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var data = await graph.DataAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ results {{ index errors {{ ... on Error {{ code }} }} }} }} }}", new { input = new { items } });
        var refused = data[mutation]!["results"]!.AsArray().Where(result => result!["errors"] is not null).ToList();
        Assert.All(refused, result => Assert.EndsWith("_NOT_FOUND", (string)result!["errors"]![0]!["code"]!));
        return refused.Select(result => (int)result!["index"]!);
    }

    private static async Task<string> StateAsync(LogbookGraph graph, int run)
    {
        var state = (await graph.DataAsync(State.Replace("N)", $"{run})", StringComparison.Ordinal)))["run"]!;
        Assert.Equal((run, $"env{run}"), ((int?)state["fill"]?["fillNumber"] ?? run, (string)state["environment"]!["environmentId"]!));
        state["environment"]!["environmentId"] = "";
        if (state["fill"] is { } fill) fill["fillNumber"] = 0;
        return state.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonNode Fill(string item, int run) => JsonNode.Parse(item.Replace("\"envN\"", $"\"env{run}\"", StringComparison.Ordinal).Replace(": N", $": {run}", StringComparison.Ordinal).Replace("[N]", $"[{run}]", StringComparison.Ordinal))!;

    private static IEnumerable<int[]> Permutations(int count) => count == 0
        ? [[]]
        : from shorter in Permutations(count - 1) from place in Enumerable.Range(0, count) select (int[])[.. shorter[..place], count - 1, .. shorter[place..]];

    private static IEnumerable<int[]> Shuffles(int count)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            int[] order = [.. Enumerable.Range(0, Whole.Length), .. Enumerable.Range(0, Whole.Length).Where(_ => random.Next(3) == 0)];
            random.Shuffle(order);
            yield return order;
        }
    }
}
