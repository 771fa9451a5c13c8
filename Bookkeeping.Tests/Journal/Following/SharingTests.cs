using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>Who asks the same is answered once; who does not read ends alone.</summary>
public sealed class SharingTests
{
    private const int Many = 1_000;

    private const string Runs = "subscription ($where: RunFilterInput, $after: String) { runChanged(where: $where, after: $after) { cursor effect run { quality tags { text } } } }";

    [OnBothDatabases]
    public async Task A_thousand_subscribers_cost_the_statements_of_one(DatabaseKind kind)
    {
        var log = new StatementLog();
        await using var logbook = await ChangingLogbook.StartAsync(kind, services => services.AddSingleton<IInterceptor>(log), ("Journal:PollInterval", "01:00:00"));
        await logbook.AddAsync(new Run { RunNumber = 1 });
        var one = await StatementsAsync(1);
        var thousand = await StatementsAsync(Many);
        Assert.Equal(one, thousand);
        // The journal's new entries and that there are no more; which of the runs matched, and which do; their later entries; the run; its tags.
        Assert.InRange(one.Count, 4, 8);

        async Task<List<string>> StatementsAsync(int count)
        {
            await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.None);
            await using var subscribers = new Subscribers(logbook, count, """{"where":{"quality":{"eq":"BAD"}}}""");
            await subscribers.BeginAsync();
            // The first change finds out who is there, the second is counted.
            await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Bad);
            await subscribers.AllGetAsync("""{"effect":"ENTERED","run":{"quality":"BAD","tags":[]}}""");
            log.Clear();
            await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Test);
            await subscribers.AllGetAsync("""{"effect":"LEFT","run":{"quality":"TEST","tags":[]}}""");
            return [.. log.Statements.Where(statement => statement.Contains("SELECT", StringComparison.Ordinal) && !statement.Contains("INSERT", StringComparison.Ordinal)).Where(IsReading).Order()];
        }

        // What the change itself reads is not the subscribers'.
        static bool IsReading(string statement) => statement.Contains("\"journal\"", StringComparison.Ordinal) || statement.Contains("json_each", StringComparison.Ordinal) || statement.Contains("ANY", StringComparison.Ordinal);
    }

    [OnBothDatabases]
    public async Task Who_asks_with_other_variables_gets_what_was_asked(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 });
        await using var bad = new Subscribers(logbook, 2, """{"where":{"quality":{"eq":"BAD"}}}""");
        await using var test = new Subscribers(logbook, 2, """{"where":{"quality":{"eq":"TEST"}}}""");
        await using var all = new Subscribers(logbook, 2, "{}");
        foreach (var group in new[] { bad, test, all }) await group.BeginAsync();
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Bad);
        await bad.AllGetAsync("""{"effect":"ENTERED","run":{"quality":"BAD","tags":[]}}""");
        await all.AllGetAsync("""{"effect":"CHANGED","run":{"quality":"BAD","tags":[]}}""");
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Test);
        await test.AllGetAsync("""{"effect":"ENTERED","run":{"quality":"TEST","tags":[]}}""");
        await bad.AllGetAsync("""{"effect":"LEFT","run":{"quality":"TEST","tags":[]}}""");
    }

    [OnBothDatabases]
    public async Task Who_does_not_read_ends_behind_what_waits_and_goes_on_from_there(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind, null, ("Journal:SubscriberMessages", "3"));
        await logbook.AddAsync(new Run { RunNumber = 1 });
        await using var slow = new Subscribers(logbook, 1, "{}");
        await using var quick = new Subscribers(logbook, 1, "{}");
        await slow.BeginAsync();
        await quick.BeginAsync();
        for (var i = 0; i < 8; i++)
        {
            await logbook.ChangeRunAsync(1, run => run.Quality = run.Quality == RunQuality.Bad ? RunQuality.Test : RunQuality.Bad);
            // A subscriber that reads gets the change at once, whoever else does not.
            await quick.NextAsync();
        }

        var got = new List<JsonObject>();
        JsonObject last;
        while ((last = await slow.NextAsync())["errors"] is null) got.Add(last);
        // What it was waiting for when it ceased to read, and what waited.
        Assert.InRange(got.Count, 3, 4);
        Assert.Equal("SUBSCRIBER_TOO_SLOW", (string)last["errors"]![0]!["extensions"]!["code"]!);
        var cursor = (string)got[^1]["data"]!["runChanged"]!["cursor"]!;

        await using var again = new Subscribers(logbook, 1, $$"""{"after":"{{cursor}}"}""");
        Assert.NotNull((await again.NextAsync())["data"]);
    }

    /// <summary>Subscribers inside the server's process, which are as many as one likes.</summary>
    private sealed class Subscribers(ChangingLogbook logbook, int count, string variables) : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
        private readonly List<(AsyncServiceScope Scope, ResultStream Stream, IAsyncEnumerator<ExecutionResult> Answers)> open = [];
        private readonly List<Task<bool>> waiting = [];

        /// <summary>Subscribes, and waits until all are in their group.</summary>
        public async Task BeginAsync()
        {
            var executor = logbook.Server.Services.GetRequiredService<RequestExecutor>();
            for (var i = 0; i < count; i++)
            {
                var scope = logbook.Server.Services.CreateAsyncScope();
                var request = new GraphQLRequest { Query = Runs, Variables = JsonElement.Parse(variables), AllowsSubscriptions = true };
                var stream = Assert.IsType<ResultStream>(await executor.RespondAsync(request, scope.ServiceProvider, CancellationToken.None));
                var answers = stream.ReadResultsAsync(CancellationToken.None).GetAsyncEnumerator();
                open.Add((scope, stream, answers));
                waiting.Add(answers.MoveNextAsync().AsTask());
            }
        }

        /// <summary>All get one message.</summary>
        public async Task AllGetAsync(string expected)
        {
            for (var i = 0; i < count; i++)
            {
                var message = (await NextAsync(i))["data"]!["runChanged"]!.AsObject();
                Assert.NotEmpty((string)message["cursor"]!);
                message.Remove("cursor");
                Assert.Equal(expected, message.ToJsonString());
            }
        }

        /// <summary>The next answer.</summary>
        public async Task<JsonObject> NextAsync(int subscriber = 0)
        {
            if (open.Count == 0) await BeginAsync();
            Assert.True(await waiting[subscriber].WaitAsync(Patience));
            var output = new ArrayBufferWriter<byte>();
            open[subscriber].Answers.Current.WriteTo(output);
            waiting[subscriber] = open[subscriber].Answers.MoveNextAsync().AsTask();
            return JsonNode.Parse(output.WrittenSpan)!.AsObject();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (scope, stream, _) in open)
            {
                await stream.DisposeAsync();
                await scope.DisposeAsync();
            }
        }
    }
}
