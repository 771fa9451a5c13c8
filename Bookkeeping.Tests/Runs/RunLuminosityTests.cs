using System.Text.Json.Nodes;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

public sealed class RunLuminosityTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Luminosity_follows_from_triggers_duration_bunches_and_the_visible_cross_section()
    {
        // Half of all crossings fired: µ is ln 2, and each trigger stands for 2 ln 2 interactions.
        var luminosity = RunLuminosity.Of(11245 * 100 * 1800L, Hour, 100, 50_000);

        Assert.Equal(562_250, luminosity.VisibleRateHz!.Value, 9);
        Assert.Equal(Math.Log(2), luminosity.MuVisible!.Value, 12);
        Assert.Equal(11245 * 100 * 1800.0 / 50_000 * 2 * Math.Log(2), luminosity.IntegratedLuminosityInverseMicrobarn!.Value, 6);
    }

    [Fact]
    public void A_tiny_rate_loses_no_precision()
    {
        var luminosity = RunLuminosity.Of(1, Hour, 2808, 1);

        Assert.Equal(1, luminosity.MuVisible!.Value / (1 / 3600.0 / (11245.0 * 2808)), 9);
        Assert.Equal(1, luminosity.IntegratedLuminosityInverseMicrobarn!.Value, 9);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void A_rate_of_all_crossings_or_more_has_no_mu(double part)
    {
        var luminosity = RunLuminosity.Of((ulong)(11245 * 100 * 3600.0 * part), Hour, 100, 1);

        Assert.NotNull(luminosity.VisibleRateHz);
        Assert.Equal((null, null), (luminosity.MuVisible, luminosity.IntegratedLuminosityInverseMicrobarn));
    }

    [Theory]
    [InlineData(null, 100, 1.0)]
    [InlineData(1000L, null, 1.0)]
    [InlineData(1000L, 0, 1.0)]
    [InlineData(1000L, 100, null)]
    [InlineData(1000L, 100, 0.0)]
    [InlineData(0L, 100, 1.0)]
    public void Without_one_of_its_factors_there_is_no_luminosity(long? triggers, int? bunches, double? crossSection) =>
        Assert.Null(RunLuminosity.Of((ulong?)triggers, Hour, bunches, crossSection).IntegratedLuminosityInverseMicrobarn);

    [Fact]
    public void No_trigger_at_all_is_a_rate_and_a_mu_of_zero()
    {
        var luminosity = RunLuminosity.Of(0, Hour, 100, 1);
        Assert.Equal((0, 0), (luminosity.VisibleRateHz, luminosity.MuVisible));
    }

    [Fact]
    public void Without_a_duration_there_is_no_rate()
    {
        Assert.Null(RunLuminosity.Of(1000, null, 100, 1).VisibleRateHz);
        Assert.Null(RunLuminosity.Of(1000, TimeSpan.Zero, 100, 1).VisibleRateHz);
    }

    [OnBothDatabases]
    public async Task The_graph_takes_the_reference_class_of_the_beam_type(DatabaseKind kind)
    {
        var graph = new LogbookGraph(await databases.Of(kind, SaveAsync));
        var runs = await graph.DataAsync("{ runs(order: { runNumber: ASC }) { nodes { runNumber luminosity { triggerCount visibleRateHz muVisible integratedLuminosityInverseMicrobarn } } } }");

        Assert.Equal([100, 7, null, null, null, 100, 100, 100, 100], All(runs, "triggerCount").Select(node => (long?)node));
        Assert.Equal([1, 0.07, null, null, null, null, null, 1, 1], All(runs, "visibleRateHz").Select(node => (double?)node));
        Assert.Equal([true, true, false, false, false, false, false, false, true], All(runs, "muVisible").Select(node => node is not null));
        Assert.Equal([true, false, false, false, false, false, false, false, false], All(runs, "integratedLuminosityInverseMicrobarn").Select(node => node is not null));
    }

    [OnBothDatabases]
    public async Task A_thousand_runs_take_one_statement_for_their_counters(DatabaseKind kind)
    {
        var graph = new LogbookGraph(await databases.Of(kind, SaveAsync));
        await graph.DataAsync("{ runs(first: 1000) { nodes { luminosity { triggerCount visibleRateHz muVisible integratedLuminosityInverseMicrobarn } } } }");

        Assert.Equal(2, graph.Statements.Count);
        Assert.Single(graph.Statements, statement => statement.Contains("trigger_counters", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode?> All(JsonNode runs, string field) => runs["runs"]!["nodes"]!.AsArray().Select(run => run!["luminosity"]![field]);

    /// <summary>In turn: everything known; PbPb without factors; another beam type; none; class not counted; no start; lost; no fill; efficiency zero.</summary>
    private static async Task SaveAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Add(new Fill { FillNumber = 1, CollidingBunchesCount = 10 });
        Run[] runs =
        [
            Run(1, "pp"), Run(2, "PbPb"), Run(3, "OO"), Run(4, null), Run(5, "pp"), Run(6, "pp"), Run(7, "pp"), Run(8, "pp"), Run(9, "pp"),
        ];
        runs[1].CrossSectionMicrobarn = null;
        runs[4].TriggerCounters.RemoveAt(0);
        runs[5].TimeO2Start = null;
        (runs[6].TimeO2Start, runs[6].TimeO2End) = (LogbookGraph.Now.AddHours(-49), null);
        runs[7].FillNumber = null;
        runs[8].TriggerEfficiency = 0;
        db.AddRange(runs);
        await db.SaveChangesAsync();
    }

    private static Run Run(int number, string? beamType) => new()
    {
        RunNumber = number, FillNumber = 1, PdpBeamType = beamType, TimeO2Start = Ten, TimeO2End = Ten.AddSeconds(100),
        CrossSectionMicrobarn = 50_000, TriggerEfficiency = 0.9, TriggerAcceptance = 0.8,
        TriggerCounters =
        [
            new() { ClassName = "CMTVX-NONE-NOPF-CRU", Timestamp = Ten, Lmb = 100, L1a = 3 },
            new() { ClassName = "C1ZNC-B-NOPF-CRU", Timestamp = Ten, Lmb = 5, L1a = 7 },
            new() { ClassName = "CINEL-B-NOPF-CRU", Timestamp = Ten, Lmb = 1, L1a = 1 },
        ],
    };
}
