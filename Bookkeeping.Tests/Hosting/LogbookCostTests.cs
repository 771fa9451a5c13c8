using System.Text.Json;
using Bookkeeping.Api.Hosting;
using Bookkeeping.Client;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.GraphQL.Execution;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Web.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.Hosting;

/// <summary>What the logbook's clients need passes the limits on costs, and what only multiplies does not.</summary>
public sealed class LogbookCostTests
{
    private static readonly RequestExecutor Executor = new(
        BookkeepingSchema.Describe(), new RequestExecutorOptions { Cost = LogbookCosts.Limits }, NullLogger<RequestExecutor>.Instance, TimeProvider.System);

    private static readonly IReadOnlyDictionary<string, OperationDocument> Queries =
        LogbookClient.Documents.Where(document => document.Kind == OperationKind.Query).ToDictionary(document => document.Name);

    public static TheoryData<string> Pages => [.. Queries.Keys.Order()];

    // The site asks for 1,000 rows at most.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_of_the_site_passes_with_its_longest_list(string page) => Assert.Empty((await CostAsync(Queries[page].Text, new
    {
        first = 1000, most = 1000, runNumber = 1, fillNumber = 1, number = 1, parent = 1, environmentId = "a", id = "a", words = "a", text = "a",
        isNumber = true, hasWords = true, isReply = true, looksBack = true, all = true,
        from = "2022-10-22T00:00:00Z", to = "2022-10-29T00:00:00Z", at = "2022-10-23T00:00:00Z", now = "2022-10-23T00:00:00Z", where = new { },
        lastMoment = "2022-10-29T00:00:00Z", runsEarliest = "2022-10-20T00:00:00Z", runsFrom = "2022-10-22T00:00:00Z", runsTo = "2022-10-29T00:00:00Z", tags = new[] { "QC" }, hasEntries = true,
        run = 1, isRun = true, fill = 1, isFill = true, environment = "a", isEnvironment = true, tag = "a", isTag = true,
    })).Errors);

    [Fact]
    public void The_site_has_pages() => Assert.True(Queries.Count >= 15);

    [Fact]
    public async Task A_thousand_runs_with_their_relations_pass() => Assert.Empty((await CostAsync(
        "{ runs(first: 1000) { nodes { runNumber detectors { quality detector { name } } tags { text } fill { fillNumber } endOfRunReasons { category title } } } }")).Errors);

    [Fact]
    public async Task The_query_of_introspection_tools_passes() => Assert.Empty((await CostAsync(IntrospectionQuery.Text)).Errors);

    public static TheoryData<string, string> Amplifications => new()
    {
        { "aliases of full pages", $"{{ {Repeat(61, i => $"a{i}: runs(first: 1000) {{ nodes {{ runNumber }} }}")} }}" },
        { "aliases of relations", $"{{ runs(first: 1000) {{ nodes {{ {Repeat(80, i => $"a{i}: fill {{ fillNumber }}")} }} }} }}" },
        { "pages inside pages", "{ fills(first: 1000) { nodes { runs(first: 1000) { nodes { runNumber } } } } }" },
        { "runs of fills of runs", "{ runs { nodes { fill { runs { nodes { fill { runs { nodes { runNumber } } } } } } } } }" },
        { "runs of fills of runs, page sizes by variables", "query ($n: Int = 40) { runs(first: $n) { nodes { fill { runs(first: $n) { nodes { fill { runs(first: $n) { nodes { runNumber } } } } } } } } }" },
        { "threads of threads", "{ logEntries { nodes { thread { nodes { thread { nodes { number } } } } } } }" },
        { "edges and nodes", "{ runs(first: 1000) { edges { node { ...R } } nodes { ...R } } } fragment R on Run { detectors { detector { name } } logEntries(first: 5) { nodes { number } } }" },
        {
            "fragments that double",
            "{ runs(first: 20) { nodes { ...A } } } fragment A on Run { a: fill { ...B } b: fill { ...B } } fragment B on Fill { a: runs(first: 10) { nodes { ...C } } b: runs(first: 10) { nodes { ...C } } } "
                + "fragment C on Run { a: logEntries(first: 10) { nodes { ...D } } b: logEntries(first: 10) { nodes { ...D } } } fragment D on LogEntry { a: author { name } b: author { name } }"
        },
        { "nodes of every type", "{ nodes(ids: [\"UnVuOjE=\"]) { ... on Fill { runs(first: 1000) { nodes { detectors { detector { name } } } } } } }" },
    };

    [Theory]
    [MemberData(nameof(Amplifications))]
    public async Task Amplification_does_not_pass(string by, string document)
    {
        var answer = await CostAsync(document);
        Assert.True(answer.Errors.Count > 0 && answer.Errors.All(e => e == "HC0047"), $"{by}: {answer.Json}");
        Assert.NotEmpty(answer.Result.Errors.SelectMany(e => e.Extensions!.Keys).Intersect(["fieldCost", "typeCost"]));
    }

    // What comes of a mutation is bounded by its input.
    [Fact]
    public void Every_list_without_pages_tells_how_long_it_is_taken_to_be() => Assert.Empty(
        from type in Executor.Schema.Types.OfType<ObjectType>()
        where !type.Name.StartsWith("__", StringComparison.Ordinal) && !new[] { "Connection", "Payload", "Result", "Error" }.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal))
        from field in type.Fields
        where field.Type.Nullable is ListType && field.Type.IsComposite && field.AppliedDirectives.All(d => d.Name.Value != "listSize")
        select $"{type.Name}.{field.Name}");

    // The arithmetic in the comment on the limits.
    [Theory]
    [InlineData("RunsPage", 210_258, 41_177)]
    [InlineData("FillsPage", 0, 53_003)]
    [InlineData("LogThreadPage", 0, 55_005)]
    public async Task The_largest_pages_cost_what_the_limits_are_set_by(string page, double fields, double types)
    {
        var answer = await CostAsync(Queries[page].Text, new { first = 1000, number = 1 });
        var cost = answer.Json.GetProperty("extensions").GetProperty("operationCost");
        Assert.Equal(types, cost.GetProperty("typeCost").GetDouble());
        if (fields > 0) Assert.Equal(fields, cost.GetProperty("fieldCost").GetDouble());
    }

    private static string Repeat(int count, Func<int, string> make) => string.Join(' ', Enumerable.Range(0, count).Select(make));

    private static async Task<Answer> CostAsync(string document, object? variables = null)
    {
        var given = variables is null ? default : JsonSerializer.SerializeToElement(variables);
        var request = new GraphQLRequest { Query = document, Variables = given, Cost = CostReporting.Validate };
        return Answer.Of(await Executor.ExecuteAsync(request, new ServiceCollection().BuildServiceProvider(), default));
    }
}
