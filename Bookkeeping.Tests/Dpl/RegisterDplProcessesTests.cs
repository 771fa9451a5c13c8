using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Dpl;

/// <summary>Processes of the data processing layer register, in thousands and often twice.</summary>
public sealed class RegisterDplProcessesTests
{
    private const string Document = "mutation($input: RegisterDplProcessesInput!) { registerDplProcesses(input: $input) { results { index dplProcessExecution { id } errors { ... on Error { code } } } } }";

    [OnBothDatabases]
    public async Task What_registers_is_found_from_every_side(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", "runNumber: 1, detectors: [\"ITS\"]");
        await graph.DoAsync("registerDplProcesses", "items: [{runNumber: 1, detector: \"ITS\", processName: \"qc-task-its\", processType: \"QcTask\", hostname: \"epn001\", args: \"--interval 60\"}, {runNumber: 1, detector: \"GLO\", processName: \"merger\", processType: \"Merger\", hostname: \"epn001\"}]");
        Assert.Equal(
            """{"nodes":[{"detector":{"name":"GLO","type":"QC"},"process":{"name":"merger","type":{"label":"Merger"}},"host":{"hostname":"epn001"},"args":null},{"detector":{"name":"ITS","type":"PHYSICAL"},"process":{"name":"qc-task-its","type":{"label":"QcTask"}},"host":{"hostname":"epn001"},"args":"--interval 60"}]}""",
            (await graph.DataAsync("{ run(runNumber: 1) { dplProcessExecutions { nodes { detector { name type } process { name type { label } } host { hostname } args } } } }"))["run"]!["dplProcessExecutions"]!.ToJsonString());
        const string executions = "dplProcessExecutions { totalCount nodes { run { runNumber } } }";
        Assert.Equal(
            """{"detector":{"dplProcessExecutions":{"totalCount":1,"nodes":[{"run":{"runNumber":1}}]}},"hosts":{"nodes":[{"dplProcessExecutions":{"totalCount":2,"nodes":[{"run":{"runNumber":1}},{"run":{"runNumber":1}}]}}]},"dplProcesses":{"nodes":[{"name":"qc-task-its","type":{"dplProcesses":{"totalCount":1}},"dplProcessExecutions":{"totalCount":1,"nodes":[{"run":{"runNumber":1}}]}}]}}""",
            (await graph.DataAsync($"{{ detector(name: \"GLO\") {{ {executions} }} hosts {{ nodes {{ {executions} }} }} dplProcesses(where: {{type: {{label: {{eq: \"QcTask\"}}}}}}) {{ nodes {{ name type {{ dplProcesses {{ totalCount }} }} {executions} }} }} }}")).ToJsonString());
    }

    [OnBothDatabases]
    public async Task The_same_registration_again_is_the_same_execution_and_another_argument_is_another(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        object[] items = [Item(1), Item(1), Item(1, args: "-a"), Item(1, args: ""), Item(1, args: new string('x', 65_536))];
        var first = await RegisterAsync(graph, items);
        Assert.Equal(first, await RegisterAsync(graph, items));
        Assert.Equal(first[0], first[1]);
        Assert.Equal(4, first.Distinct().Count());
        Assert.Equal("""{"run":{"dplProcessExecutions":{"totalCount":4}}}""", (await graph.DataAsync("{ run(runNumber: 1) { dplProcessExecutions { totalCount } } }")).ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_thousand_are_a_handful_of_statements_and_what_is_known_is_not_looked_for_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", "runNumber: 1");
        var items = Enumerable.Range(0, 1000).Select(i => Item(1, $"task-{i}", $"epn{i % 250:000}")).ToArray();
        await RegisterAsync(graph, items);
        Assert.True(graph.Statements.Count <= 8, string.Join('\n', graph.Statements));
        await RegisterAsync(graph, items);
        await RegisterAsync(graph, [Item(1, "task-7", "epn007", "--another")]);
        Assert.Equal(["SELECT", "INSERT"], graph.Statements.Take(2).Select(statement => statement[..6]));
        Assert.Equal("""{"run":{"dplProcessExecutions":{"totalCount":1001}}}""", (await graph.DataAsync("{ run(runNumber: 1) { dplProcessExecutions { totalCount } } }")).ToJsonString());
    }

    [OnBothDatabases]
    public async Task What_is_remembered_of_another_database_does_no_harm(DatabaseKind kind)
    {
        var known = new KnownKeys();
        await using (var before = await TestDatabase.CreateAsync(kind))
        {
            var graph = new LogbookGraph(before) { Known = known };
            foreach (var _ in (int[])[1, 2]) await RegisterAsync(graph, [Item(1)]);
            Assert.Equal(4, known.Count);
        }

        await using var restored = await TestDatabase.CreateAsync(kind);
        var after = new LogbookGraph(restored) { Known = known };
        await RegisterAsync(after, [Item(1)]);
        Assert.Equal("""{"hosts":{"nodes":[{"hostname":"epn001"}]},"runs":{"totalCount":1}}""", (await after.DataAsync("{ hosts { nodes { hostname } } runs { totalCount } }")).ToJsonString());
    }

    [OnBothDatabases]
    public async Task Many_at_the_same_time_register_each_process_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var known = new KnownKeys();
        var graphs = Enumerable.Range(0, 8).Select(_ => new LogbookGraph(database) { Known = known }).ToList();
        await Task.WhenAll(graphs.Select(graph => Task.Run(async () =>
        {
            foreach (var i in Enumerable.Range(0, 10)) await RegisterAsync(graph, [Item(1, $"task-{i}"), Item(2, $"task-{i}")]);
        })));
        Assert.Equal(
            """{"runs":{"nodes":[{"dplProcessExecutions":{"totalCount":10}},{"dplProcessExecutions":{"totalCount":10}}]},"dplProcesses":{"totalCount":10}}""",
            (await graphs[0].DataAsync("{ runs { nodes { dplProcessExecutions { totalCount } } } dplProcesses { totalCount } }")).ToJsonString());
    }

    [OnBothDatabases]
    public async Task An_item_that_cannot_be_is_refused_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var data = await graph.DataAsync(Document, new
        {
            input = new
            {
                items = new[]
                {
                    new { runNumber = 0, detector = "", processName = "", processType = "", hostname = "", args = (string?)null },
                    new { runNumber = 1, detector = "ITS", processName = new string('x', DplProcess.MaxNameLength + 1), processType = new string('x', DplProcessType.MaxLabelLength + 1), hostname = new string('x', Host.MaxNameLength + 1), args = (string?)new string('x', RunChecks.MaxTextLength + 1) },
                    new { runNumber = 2, detector = "ITS", processName = new string('x', DplProcess.MaxNameLength), processType = new string('x', DplProcessType.MaxLabelLength), hostname = new string('x', Host.MaxNameLength), args = (string?)"" },
                },
            },
        });
        var results = data["registerDplProcesses"]!["results"]!;
        Assert.Equal("OUT_OF_RANGE INVALID_LENGTH INVALID_LENGTH INVALID_LENGTH INVALID_LENGTH", Codes(0));
        Assert.Equal("INVALID_LENGTH INVALID_LENGTH INVALID_LENGTH INVALID_LENGTH", Codes(1));
        Assert.Null(results[2]!["errors"]);
        Assert.Equal("""{"runs":{"nodes":[{"runNumber":2}]},"hosts":{"totalCount":1}}""", (await graph.DataAsync("{ runs { nodes { runNumber } } hosts { totalCount } }")).ToJsonString());

        string Codes(int index) => string.Join(' ', results[index]!["errors"]!.AsArray().Select(error => (string)error!["code"]!));
    }

    private static object Item(int run, string name = "task", string host = "epn001", string? args = null) =>
        new { runNumber = run, detector = "ITS", processName = name, processType = "QcTask", hostname = host, args };

    private static async Task<List<string>> RegisterAsync(LogbookGraph graph, object[] items)
    {
        var results = (await graph.DataAsync(Document, new { input = new { items } }))["registerDplProcesses"]!["results"]!.AsArray();
        Assert.Equal(items.Length, results.Count(result => result!["errors"] is null));
        return [.. results.Select(result => (string)result!["dplProcessExecution"]!["id"]!)];
    }
}
