using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Diagnostics;

/// <summary>The statements of requests, as metrics and spans tell them.</summary>
public sealed class StatementObserverTests
{
    private const string Query = "{ ships(first: 10) { totalCount nodes { number homePort { name } } } }";

    [OnBothDatabases]
    public async Task Statements_and_their_rows_are_counted(DatabaseKind kind)
    {
        await using var database = await HarborDatabase.CreateAsync(kind, [.. RandomFleet.Make(1, 7)]);
        using var measured = new Measurements("db.client.operation.duration", "graphql.server.rows");
        var graph = new HarborGraph(database, meters: measured.Factory);
        await graph.DataAsync(Query);
        var system = kind == DatabaseKind.Sqlite ? "sqlite" : "postgresql";
        Assert.Equal(graph.Statements.Select(_ => $"db.system.name={system}"), measured.TagsOf("db.client.operation.duration"));
        Assert.All(measured.Of("db.client.operation.duration"), m => Assert.True(m.Value > 0));
        Assert.Equal([1, 7], measured.Of("graphql.server.rows").Select(m => (int)m.Value).Take(2));
    }

    [OnBothDatabases]
    public async Task Statements_have_spans_with_their_text_and_without_values_below_the_step_that_sent_them(DatabaseKind kind)
    {
        await using var database = await HarborDatabase.CreateAsync(kind, [.. RandomFleet.Make(1, 3)]);
        var graph = new HarborGraph(database);
        using var spans = new Spans();
        await graph.DataAsync("{ ship(number: 424242) { name } }");
        Assert.Contains("query/execute/Query.ship/statement", spans.Paths);
        var text = (string)spans.Single("statement").GetTagItem("db.query.text")!;
        Assert.Contains("SELECT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("424242", text, StringComparison.Ordinal);
    }

    [OnBothDatabases]
    public async Task Statements_of_nobodys_request_are_not_counted(DatabaseKind kind)
    {
        using var measured = new Measurements("db.client.operation.duration");
        await using var database = await HarborDatabase.CreateAsync(kind, [.. RandomFleet.Make(1, 3)]);
        _ = new HarborGraph(database, meters: measured.Factory);
        await using var context = database.Open();
        Assert.NotEmpty(context.Ships.ToList());
        Assert.Empty(measured.Of("db.client.operation.duration"));
    }
}
