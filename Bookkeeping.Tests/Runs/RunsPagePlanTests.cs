using System.Text.Json;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Demo;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Tests.Runs;

/// <summary>No statement of the Runs page reads a table from end to end, whatever it filters and sorts by.</summary>
public sealed class RunsPagePlanTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly string Page = RunsPageQuery.Document.Text;

    [OnBothDatabases]
    [InlineData("{}", "{ \"runNumber\": \"DESC\" }")]
    [InlineData("{}", "{ \"startTime\": \"ASC\" }")]
    [InlineData("{}", "{ \"startTime\": \"DESC\" }")]
    [InlineData("{}", "{ \"quality\": \"DESC\" }")]
    [InlineData("{}", "{ \"definition\": \"ASC\" }")]
    [InlineData("{}", "{ \"epnCount\": \"DESC\" }")]
    [InlineData("{}", "{ \"flpCount\": \"ASC\" }")]
    [InlineData("{}", "{ \"fill\": { \"fillNumber\": \"DESC\" } }")]
    [InlineData("{}", "{ \"environment\": { \"environmentId\": \"ASC\" } }")]
    public async Task A_sorted_page_is_read_in_the_order_of_an_index(DatabaseKind kind, string where, string order)
    {
        var plans = await PlansAsync(kind, where, order);

        // The statements behind it sort the few rows of the page's own runs.
        var (statement, plan) = plans.First(p => !IsCount(p.Statement));
        Assert.False(SortsOrScans(plan), $"{statement}\n{plan}");
    }

    [OnBothDatabases]
    [InlineData("{ \"fill\": { \"fillNumber\": { \"in\": [8178, 8279] } } }")]
    [InlineData("{ \"lhcPeriod\": { \"name\": { \"in\": [\"LHC22n\"] } } }")]
    [InlineData("{ \"environment\": { \"environmentId\": { \"eq\": \"2aiuxPkrwZs\" } } }")]
    [InlineData("{ \"runType\": { \"name\": { \"in\": [\"PHYSICS\"] } } }")]
    [InlineData("{ \"runNumbers\": \"526077-526090,526100\" }")]
    [InlineData("{ \"runNumber\": { \"gte\": 526077, \"lt\": 526090 } }")]
    [InlineData("{ \"startTime\": { \"gte\": \"2022-09-24T00:00:00Z\", \"lt\": \"2022-09-25T00:00:00Z\" } }")]
    [InlineData("{ \"definition\": { \"in\": [\"COSMICS\"] } }")]
    [InlineData("{ \"quality\": { \"eq\": \"BAD\" } }")]
    [InlineData("{ \"trigger\": { \"in\": [\"LTU\"] } }")]
    [InlineData("{ \"lhcBeamMode\": { \"in\": [\"RAMP\"] } }")]
    [InlineData("{ \"dcsEnabled\": { \"eq\": true } }")]
    [InlineData("{ \"epnCount\": { \"gt\": 100 } }")]
    [InlineData("{ \"flpCount\": { \"lte\": 5 } }")]
    [InlineData("{ \"detectorCount\": { \"eq\": 12 } }")]
    [InlineData("{ \"calibrationStatus\": { \"eq\": \"FAILED\" } }")]
    [InlineData("{ \"magnets\": { \"l3Ka\": 30, \"dipoleKa\": -6 } }")]
    [InlineData("{ \"endedAt\": { \"gte\": \"2022-09-24T00:00:00Z\", \"lt\": \"2022-09-25T00:00:00Z\" } }")]
    [InlineData("{ \"timeO2Start\": { \"gte\": \"2022-09-24T00:00:00Z\", \"lt\": \"2022-09-25T00:00:00Z\" } }")]
    [InlineData("{ \"timeO2End\": { \"gte\": \"2022-09-24T00:00:00Z\", \"lt\": \"2022-09-25T00:00:00Z\" } }")]
    [InlineData("{ \"pdpBeamType\": { \"in\": [\"pp\"] } }")]
    [InlineData("{ \"fill\": { \"beamType\": { \"in\": [\"PROTON - PROTON\"] } } }")]
    [InlineData("{ \"ctfFileCount\": { \"gte\": 7 } }")]
    [InlineData("{ \"tfFileCount\": { \"lt\": 7 } }")]
    [InlineData("{ \"otherFileCount\": { \"eq\": 7 } }")]
    [InlineData("{ \"dataDistributionEnabled\": { \"eq\": true } }")]
    [InlineData("{ \"epnEnabled\": { \"eq\": true } }")]
    [InlineData("{ \"detectors\": { \"some\": { \"detector\": { \"name\": { \"in\": [\"ITS\", \"TPC\"] } } } } }")]
    [InlineData("{ \"tags\": { \"none\": { \"text\": { \"in\": [\"PHYSICS\"] } } } }")]
    [InlineData("{ \"endOfRunReasons\": { \"some\": { \"and\": [{ \"category\": { \"in\": [\"DETECTORS\"] } }, { \"title\": { \"in\": [\"TPC\"] } }, { \"description\": { \"contains\": \"trip\" } }] } } }")]
    [InlineData("{ \"detectors\": { \"some\": { \"detector\": { \"name\": { \"eq\": \"ITS\" } } } } }")]
    [InlineData("{ \"tags\": { \"some\": { \"text\": { \"in\": [\"PHYSICS\"] } } } }")]
    [InlineData("{ \"endOfRunReasons\": { \"some\": { \"category\": { \"eq\": \"DETECTORS\" } } } }")]
    public async Task A_filtered_page_reads_no_table_from_end_to_end(DatabaseKind kind, string where)
    {
        var plans = await PlansAsync(kind, where, "{ \"runNumber\": \"DESC\" }");

        Assert.Empty(plans.Where(p => Scans(p.Plan)).Select(p => $"{p.Statement}\n{p.Plan}"));
    }

    private async Task<IReadOnlyList<(string Statement, string Plan)>> PlansAsync(DatabaseKind kind, string where, string order)
    {
        var database = await databases.Of(kind, d => DemoData.LoadIfEmptyAsync(d.Address, TimeProvider.System, CancellationToken.None));
        var log = new PlanLog(kind);
        var variables = JsonDocument.Parse($"{{ \"first\": 50, \"where\": {where}, \"order\": [{order}] }}").RootElement;
        var answer = await new LogbookGraph(database, log).AskAsync(Page, variables);
        Assert.Null(answer["errors"]?.ToJsonString());
        Assert.NotEmpty(log.Plans);
        return log.Plans;
    }

    private static bool IsCount(string statement) => statement.StartsWith("SELECT COUNT", StringComparison.OrdinalIgnoreCase);

    private static bool SortsOrScans(string plan) =>
        plan.Contains("TEMP B-TREE", StringComparison.Ordinal) || plan.Contains("Sort  (", StringComparison.Ordinal) || plan.Contains("Seq Scan", StringComparison.Ordinal);

    // On SQLite a table is scanned where SCAN names no index; the list of keys is a table of its own. A page in the key's own order stops after its rows.
    private static bool Scans(string plan) =>
        plan.Contains("Seq Scan", StringComparison.Ordinal)
        || (plan.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) && plan.Split('\n').Any(IsBareScan));

    private static bool IsBareScan(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("USING", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal);
}
