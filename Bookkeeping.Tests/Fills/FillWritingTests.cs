using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Fills;

/// <summary>Statistics of fills follow what machines and people write, at once.</summary>
public sealed class FillWritingTests
{
    private const string Statistics = "{ fill(fillNumber: 1) { statistics { runCount goodRunCount efficiency meanRunDuration efficiencyLossAtStart efficiencyLossAtEnd } } }";

    // Vector 4 of the domain: stable beams of 100 minutes, good runs 10-40 and 30-60.
    [OnBothDatabases]
    public async Task Statistics_follow_runs_their_quality_and_their_fill(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await RunAsync(graph, 1, "10:10", "10:40");
        await RunAsync(graph, 2, "10:30", "11:00");
        await graph.DoAsync("updateRunsOfFill", "fillNumber: 1, runNumbers: [1, 2]");
        await graph.DoAsync("upsertFill", "fillNumber: 1, stableBeamsStart: \"2022-10-23T10:00:00Z\", stableBeamsEnd: \"2022-10-23T11:40:00Z\"");
        Assert.Equal("""{"runCount":2,"goodRunCount":0,"efficiency":0,"meanRunDuration":null,"efficiencyLossAtStart":1,"efficiencyLossAtEnd":1}""", await StatisticsAsync(graph));

        foreach (var run in (int[])[1, 2]) await graph.DoAsync("changeRunQuality", $"runNumber: {run}, quality: GOOD");
        Assert.Equal("""{"runCount":2,"goodRunCount":2,"efficiency":0.5,"meanRunDuration":"PT30M","efficiencyLossAtStart":0.1,"efficiencyLossAtEnd":0.4}""", await StatisticsAsync(graph));

        await graph.DoAsync("changeRunQuality", "runNumber: 2, quality: BAD, reason: \"tripped\"");
        Assert.Equal("""{"runCount":2,"goodRunCount":1,"efficiency":0.3,"meanRunDuration":"PT30M","efficiencyLossAtStart":0.1,"efficiencyLossAtEnd":0.6}""", await StatisticsAsync(graph));

        await graph.DoAsync("upsertFill", "fillNumber: 2");
        await graph.DoAsync("updateRun", "runNumber: 1, fillNumber: 2");
        Assert.Equal("""{"runCount":1,"goodRunCount":0,"efficiency":0,"meanRunDuration":null,"efficiencyLossAtStart":1,"efficiencyLossAtEnd":1}""", await StatisticsAsync(graph));
    }

    private static async Task<string> StatisticsAsync(LogbookGraph graph) => (await graph.DataAsync(Statistics))["fill"]!["statistics"]!.ToJsonString();

    private static async Task RunAsync(LogbookGraph graph, int number, string start, string end)
    {
        await graph.DoAsync(
            "startRun",
            $"runNumber: {number}, detectors: [\"ITS\", \"FT0\"], runType: \"PHYSICS\", dcsEnabled: true, dataDistributionEnabled: true, epnEnabled: true, trigger: CTP, timeFrameBuilderMode: \"processing\", pdpWorkflowParameters: \"QC,CTF\"");
        await graph.DoAsync("setRunTriggerTimes", $"runNumber: {number}, timeTrgStart: \"2022-10-23T{start}:00Z\", timeTrgEnd: \"2022-10-23T{end}:00Z\"");
    }
}
