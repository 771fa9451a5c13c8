using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

/// <summary>The values that lists can be filtered by, as the logbook has them.</summary>
public sealed class RunChoicesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [OnBothDatabases]
    public async Task Each_value_is_told_once_and_an_unknown_one_not_at_all(DatabaseKind kind)
    {
        var graph = new LogbookGraph(await databases.Of(kind, SaveAsync));
        var choices = await graph.DataAsync("{ runBeamModes pdpBeamTypes beamTypes magnetLevels { l3Ka dipoleKa } reasonTypes { category title } }");

        Assert.Equal("""["RAMP","STABLE BEAMS"]""", choices["runBeamModes"]!.ToJsonString());
        Assert.Equal(["PbPb", "pp"], choices["pdpBeamTypes"]!.AsArray().Select(type => (string)type!).Order(StringComparer.Ordinal));
        Assert.Equal("""["Pb - Pb"]""", choices["beamTypes"]!.ToJsonString());
        Assert.Equal(
            """[{"l3Ka":-30,"dipoleKa":-6},{"l3Ka":0,"dipoleKa":0},{"l3Ka":30,"dipoleKa":-6},{"l3Ka":30,"dipoleKa":6}]""", choices["magnetLevels"]!.ToJsonString());
        Assert.Equal("""[{"category":"LHC","title":"Dump"},{"category":"OTHER","title":""}]""", choices["reasonTypes"]!.ToJsonString());
        Assert.Equal(5, graph.Statements.Count);
    }

    [OnBothDatabases]
    public async Task An_empty_logbook_has_none(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var choices = await new LogbookGraph(database).DataAsync("{ runBeamModes pdpBeamTypes beamTypes magnetLevels { l3Ka } reasonTypes { title } }");

        Assert.All(choices.AsObject(), list => Assert.Equal("[]", list.Value!.ToJsonString()));
    }

    [OnBothDatabases]
    public async Task They_are_found_by_looks_into_an_index(DatabaseKind kind)
    {
        var log = new PlanLog(kind);
        await new LogbookGraph(await databases.Of(kind, SaveAsync), log).DataAsync("{ runBeamModes pdpBeamTypes beamTypes magnetLevels { l3Ka } }");

        Assert.Equal(4, log.Plans.Count);
        Assert.All(log.Plans, plan => Assert.True(SeeksOnly(kind, plan.Plan), plan.Plan));
    }

    // The recursion itself is a scan of what it found so far. On SQLite a step into an index says how much of it is given: (definition=? AND ...).
    private static bool SeeksOnly(DatabaseKind kind, string plan) => kind == DatabaseKind.PostgreSql
        ? !plan.Contains("Seq Scan", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal) && plan.Contains("Index", StringComparison.Ordinal)
        : !plan.Contains("TEMP B-TREE", StringComparison.Ordinal)
            && plan.Split('\n').Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)).All(step => step is "SCAN found" or "SCAN levels" or "SCAN CONSTANT ROW");

    private static async Task SaveAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.AddRange(new ReasonType { Category = "OTHER", Title = "" }, new ReasonType { Category = "LHC", Title = "Dump" });
        db.AddRange(new Fill { FillNumber = 1, BeamType = "Pb - Pb" }, new Fill { FillNumber = 2, BeamType = "Pb - Pb" }, new Fill { FillNumber = 3 });
        db.AddRange(
            Run(1, RunDefinition.Physics, 30, 6), Run(2, RunDefinition.Physics, 30, -6), Run(3, RunDefinition.Physics, -30, -6), Run(4, RunDefinition.Physics, 30, 6),
            Run(5, RunDefinition.Cosmics, 12, 0), Run(6, RunDefinition.Physics, 30, null), Run(7, RunDefinition.Physics, 0, 0), Run(8, RunDefinition.Physics, null, 6), Run(9, RunDefinition.Physics, -40, null));
        await db.SaveChangesAsync();
    }

    private static Run Run(int number, RunDefinition definition, int? l3, int? dipole)
    {
        var run = new Run
        {
            RunNumber = number, LhcBeamMode = number switch { 1 => "RAMP", < 5 => "STABLE BEAMS", _ => null }, PdpBeamType = number < 3 ? "pp" : "PbPb",
            AliceL3CurrentA = l3 is { } l3Level ? Math.Abs(l3Level * 1000.0) : null, AliceL3Polarity = l3 < 0 ? MagnetPolarity.Negative : MagnetPolarity.Positive,
            AliceDipoleCurrentA = dipole is { } level ? Math.Abs(level * 1000.0) : null, AliceDipolePolarity = dipole < 0 ? MagnetPolarity.Negative : MagnetPolarity.Positive,
        };
        run.DefineAsRecorded(definition);
        return run;
    }
}
