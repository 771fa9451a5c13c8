using System.Data.Common;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.Tests.GraphQL.Execution.Incremental;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Tests.Hosting;

/// <summary>What answers in parts ask of the database, and what becomes of it when nobody wants the rest.</summary>
public sealed class LogbookPartsTests
{
    private const string Deferred = "{ runs(first: 5) { nodes { runNumber ... @defer { quality detectors { detector { name } } fill { fillNumber stableBeamsDuration } } } } }";

    [OnBothDatabases]
    public async Task What_is_deferred_takes_the_same_statements_in_the_same_order_as_what_is_not(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DataAsync(Deferred.Replace("@defer", ""));
        var whole = graph.Statements;

        var (parts, statements) = await ReadAsync(graph, Deferred);

        Assert.Equal(whole, statements);
        Assert.Equal(2, parts.Payloads.Count);
    }

    [OnBothDatabases]
    [InlineData("nodes")]
    [InlineData("edges")]
    public async Task The_rows_of_a_streamed_page_are_read_with_it_and_their_relations_a_hundred_rows_at_a_time(DatabaseKind kind, string items)
    {
        await using var database = await FilledAsync(kind);
        var graph = new LogbookGraph(database);
        var below = items == "nodes" ? "runNumber tags { text }" : "node { runNumber tags { text } }";

        var (parts, statements) = await ReadAsync(graph, $"{{ runs(first: 130) {{ {items} @stream(initialCount: 5) {{ {below} }} }} }}");

        Assert.Equal(1, statements.Count(s => s.Contains("runs", StringComparison.Ordinal) && !s.Contains("tags", StringComparison.Ordinal)));
        Assert.Equal(3, statements.Count(s => s.Contains("tags", StringComparison.Ordinal)));
        Assert.Equal(3, parts.Payloads.Count);
    }

    [OnBothDatabases]
    public async Task The_rows_of_a_streamed_plain_list_are_read_with_it(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        var (_, statements) = await ReadAsync(new LogbookGraph(database), "{ runs(first: 5) { nodes { runNumber tags(first: 1) @stream { text description } } } }");

        Assert.Equal(2, statements.Count);
    }

    [OnBothDatabases]
    public async Task A_client_that_leaves_ends_the_statement_under_way_and_leaves_a_context_that_can_be_used(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        var held = new HeldStatement("run_detectors");
        var graph = new LogbookGraph(database, held);
        await using var db = graph.Open();
        await using var services = graph.ServicesOf(db);
        using var left = new CancellationTokenSource();

        var stream = (ResultStream)await graph.Executor.RespondAsync(Request(Deferred), services, left.Token);
        await using (stream)
        {
            await using var results = stream.ReadResultsAsync(left.Token).GetAsyncEnumerator(left.Token);
            Assert.True(await results.MoveNextAsync());
            var next = results.MoveNextAsync();
            await held.Reached.WaitAsync(TimeSpan.FromSeconds(30));
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
        }

        Assert.Equal(130, await db.Runs.CountAsync());
    }

    private static async Task<(IncrementalClient Parts, IReadOnlyList<string> Statements)> ReadAsync(LogbookGraph graph, string document)
    {
        await using var db = graph.Open();
        await using var services = graph.ServicesOf(db);
        graph.ClearStatements();
        var parts = await IncrementalClient.ReadAsync(await graph.Executor.RespondAsync(Request(document), services, default), IncrementalFormat.V02);
        Assert.Empty(parts.Errors);
        return (parts, graph.StatementsSoFar);
    }

    private static GraphQLRequest Request(string document) => new() { Query = document, IncrementalFormat = IncrementalFormat.V02 };

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.AddRange(new Api.Detectors.Detector { Name = "ITS" }, new Api.Fills.Fill { FillNumber = 8178 });
        db.AddRange(Enumerable.Range(1, 130).Select(number => new Api.Runs.Run
        {
            RunNumber = number, FillNumber = 8178, Detectors = [new() { DetectorName = "ITS" }],
        }));
        await db.SaveChangesAsync();
        return database;
    }

    /// <summary>Holds a statement back until nobody waits for it any more.</summary>
    private sealed class HeldStatement(string about) : DbCommandInterceptor
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!command.CommandText.Contains(about, StringComparison.Ordinal)) return result;
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return result;
        }
    }
}
