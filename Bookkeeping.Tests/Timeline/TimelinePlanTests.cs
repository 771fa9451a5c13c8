using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Demo;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Timeline;

/// <summary>Neither a moment nor the time line reads a table from end to end, however long the history is.</summary>
public sealed class TimelinePlanTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Moment = "{ stateAt(time: \"2022-10-18T00:00:00Z\") { fill { fillNumber } environments { environmentId } runs { runNumber tags changedSince { position } } magnets { runNumber } } }";

    [OnBothDatabases]
    public async Task What_was_under_way_at_a_moment_is_found_by_what_began_shortly_before_and_by_what_takes_long(DatabaseKind kind)
    {
        var plans = await PlansAsync(kind, Moment);
        Assert.Empty(plans.Where(p => Reads(p.Plan)).Select(p => $"{p.Statement}\n{p.Plan}"));
        foreach (var index in new[] { "ix_runs_start_time_run_number", "ix_runs_long", "ix_environments_long", "ix_environments_current_status_environment_id", "ix_environment_status_changes_timestamp_status_change_number" })
            Assert.True(plans.Any(p => p.Plan.Contains(index, StringComparison.Ordinal)), $"{index}\n{string.Join("\n\n", plans.Select(p => $"{p.Statement}\n{p.Plan}"))}");
    }

    [OnBothDatabases]
    [InlineData("first: 50"), InlineData("last: 50"), InlineData("first: 50, from: \"2022-09-24T00:00:00Z\", to: \"2022-10-20T00:00:00Z\"")]
    public async Task A_page_of_the_time_line_is_read_in_the_order_of_indices(DatabaseKind kind, string arguments)
    {
        var first = await PlansAsync(kind, $"{{ timeline({arguments}) {{ edges {{ cursor }} }} }}");
        Assert.Equal(8, first.Count);
        Assert.Empty(first.Where(p => Reads(p.Plan) || Sorts(p.Plan)).Select(p => $"{p.Statement}\n{p.Plan}"));
    }

    private async Task<IReadOnlyList<(string Statement, string Plan)>> PlansAsync(DatabaseKind kind, string query)
    {
        var database = await databases.Of(kind, d => DemoData.LoadIfEmptyAsync(d.Address, TimeProvider.System, CancellationToken.None));
        var log = new PlanLog(kind);
        await new LogbookGraph(database, log).DataAsync(query);
        Assert.NotEmpty(log.Plans);
        return log.Plans;
    }

    // The keys given, and what two lists of them have in common, are tables of their own.
    private static bool Reads(string plan) => plan.Split('\n').Any(step =>
        step.Contains("Seq Scan", StringComparison.Ordinal)
        || (step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("USING", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)));

    private static bool Sorts(string plan) => plan.Contains("TEMP B-TREE", StringComparison.Ordinal) || plan.Contains("Sort  (", StringComparison.Ordinal);
}
