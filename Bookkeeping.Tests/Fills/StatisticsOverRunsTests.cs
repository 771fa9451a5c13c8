using System.Text.Json.Nodes;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Fills;

/// <summary>Statistics of a fill over its PHYSICS runs or over all of them, as the graph tells them.</summary>
public sealed class StatisticsOverRunsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task Runs_of_all_definitions_count_when_all_are_asked_for(DatabaseKind kind)
    {
        var fill = await FillAsync(kind, """
            { fill(fillNumber: 1) {
              physics: statisticsOver(runs: PHYSICS) { ...figures } all: statisticsOver { runCount goodRunCount badRunCount testRunCount noneRunCount efficiency runsCoverage meanRunDuration
                timeLossAtStart timeLossAtEnd efficiencyLossAtStart efficiencyLossAtEnd totalCtfFileSizeBytes totalTfFileSizeBytes runsOver2Minutes runsUnder2Minutes timeBetweenRuns
                timeBetweenRunsIncomplete detectors { runCount efficiency detector { name } } } } }
            fragment figures on ComputedFillStatistics { runCount efficiency timeBetweenRuns detectors { runCount efficiency detector { name } } }
            """);

        Expect("""{"runCount":2,"efficiency":0.2,"timeBetweenRuns":"PT1H","detectors":[{"runCount":2,"efficiency":0.2,"detector":{"name":"ITS"}}]}""", fill["physics"]);
        Expect(
            """
            {"runCount":5,"goodRunCount":2,"badRunCount":1,"testRunCount":1,"noneRunCount":1,"efficiency":0.3,"runsCoverage":"PT3H","meanRunDuration":"PT1H30M",
             "timeLossAtStart":"PT0S","timeLossAtEnd":"PT6H","efficiencyLossAtStart":0,"efficiencyLossAtEnd":0.6,"totalCtfFileSizeBytes":7,"totalTfFileSizeBytes":null,
             "runsOver2Minutes":4,"runsUnder2Minutes":1,"timeBetweenRuns":"PT1H","timeBetweenRunsIncomplete":true,
             "detectors":[{"runCount":3,"efficiency":0.3,"detector":{"name":"ITS"}},{"runCount":1,"efficiency":0.1,"detector":{"name":"TPC"}}]}
            """,
            fill["all"]);
    }

    [OnBothDatabases]
    public async Task The_time_since_the_run_before_depends_on_the_runs_looked_at(DatabaseKind kind)
    {
        var fill = await FillAsync(kind, "{ fill(fillNumber: 1) { runs(order: { runNumber: ASC }) { nodes { runNumber physics: timeSincePreviousRun(among: PHYSICS) all: timeSincePreviousRun } } } }");

        Expect(
            """
            [{"runNumber":1,"physics":null,"all":null},{"runNumber":2,"physics":null,"all":"PT0S"},{"runNumber":3,"physics":"PT1H","all":"PT1H"},
             {"runNumber":4,"physics":"PT0S","all":"PT0S"},{"runNumber":5,"physics":null,"all":null}]
            """,
            fill["runs"]!["nodes"]);
    }

    [OnBothDatabases]
    public async Task Runs_outside_fills_have_no_run_before(DatabaseKind kind)
    {
        var graph = await GraphAsync(kind);
        Assert.Null((await graph.DataAsync("{ run(runNumber: 9) { timeSincePreviousRun } }"))["run"]!["timeSincePreviousRun"]);
    }

    [OnBothDatabases]
    public async Task Nothing_is_computed_without_a_start_of_stable_beams(DatabaseKind kind)
    {
        var graph = await GraphAsync(kind);
        Assert.Null((await graph.DataAsync("{ fill(fillNumber: 2) { statisticsOver { efficiency } } }"))["fill"]!["statisticsOver"]);
    }

    [OnBothDatabases]
    public async Task Many_fills_take_one_statement_for_their_runs(DatabaseKind kind)
    {
        var graph = await GraphAsync(kind);
        await graph.DataAsync("{ fills { nodes { statisticsOver(runs: ALL) { efficiency detectors { efficiency } } } } }");
        Assert.Equal(2, graph.Statements.Count);
        await graph.DataAsync("{ runs { nodes { timeSincePreviousRun } } }");
        Assert.Equal(2, graph.Statements.Count);
    }

    private async Task<JsonNode> FillAsync(DatabaseKind kind, string query) => (await (await GraphAsync(kind)).DataAsync(query))["fill"]!;

    private async Task<LogbookGraph> GraphAsync(DatabaseKind kind) => new(await databases.Of(kind, SaveAsync));

    private static void Expect(string expected, JsonNode? actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual!.ToJsonString());

    /// <summary>Ten hours of stable beams from ten o'clock. Run 2 begins before run 1 ends, run 5 has no start.</summary>
    private static async Task SaveAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.AddRange(new Fill { FillNumber = 1, StableBeamsStart = Ten, StableBeamsEnd = Ten.AddHours(10) }, new Fill { FillNumber = 2 });
        db.AddRange(new Detector { Name = "ITS" }, new Detector { Name = "TPC" });
        db.AddRange(
            Run(1, RunDefinition.Commissioning, RunQuality.Test, -1, 1),
            Run(2, RunDefinition.Physics, RunQuality.Bad, 0.5, 1, "ITS"),
            Run(3, RunDefinition.Physics, RunQuality.Good, 2, 4, "ITS"),
            Run(4, RunDefinition.Technical, RunQuality.Good, 0, 1, "ITS", "TPC"),
            Run(5, RunDefinition.Commissioning, RunQuality.None, null, 6));
        db.Add(new Run { RunNumber = 9, TimeO2Start = Ten });
        await db.SaveChangesAsync();
    }

    private static Run Run(int number, RunDefinition definition, RunQuality quality, double? from, double? to, params string[] detectors)
    {
        var run = new Run
        {
            RunNumber = number, FillNumber = 1, Quality = quality, CtfFileSizeBytes = number,
            TimeO2Start = from is { } start ? Ten.AddHours(start) : null, TimeO2End = to is { } end ? Ten.AddHours(end) : null,
            Detectors = [.. detectors.Select(name => new RunDetector { DetectorName = name })],
        };
        run.DefineAsRecorded(definition);
        return run;
    }
}
