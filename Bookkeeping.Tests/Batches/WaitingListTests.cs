using System.Data.Common;
using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Mutations;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Batches;

/// <summary>Messages of one kind that wait at the same time are carried out as one list; what becomes of one request is nothing to the others, unless the commit fails.</summary>
public sealed class WaitingListTests
{
    [OnBothDatabases]
    public async Task Requests_that_wait_together_are_one_list_and_each_is_answered_about_its_own_messages(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        var first = writers.Send([10, 11]);
        var second = writers.Send([20]);
        var third = writers.Send([30, 31]);
        await writers.GoOnAsync();
        Assert.Equal(["10 11", "20", "30 31"], await Task.WhenAll(first, second, third));
        Assert.Equal(["1", "10 11 20 30 31"], writers.Lists);
        Assert.Equal([1, 10, 11, 20, 30, 31], await writers.StoredAsync());
    }

    [OnBothDatabases]
    public async Task A_message_that_is_refused_is_told_to_its_sender_alone(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        var first = writers.Send([10]);
        var second = writers.Send([20, Writers.Refused, 21]);
        var third = writers.Send([30]);
        await writers.GoOnAsync();
        Assert.Equal(["10", "20 REFUSED 21", "30"], await Task.WhenAll(first, second, third));
        Assert.Equal(["1", $"10 20 {Writers.Refused} 21 30"], writers.Lists);
        Assert.Equal([1, 10, 20, 21, 30], await writers.StoredAsync());
    }

    [OnBothDatabases]
    public async Task A_message_that_fails_takes_nobody_with_it(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        var first = writers.Send([10]);
        var second = writers.Send([20, Writers.Failing]);
        var third = writers.Send([30]);
        await writers.GoOnAsync();
        Assert.Equal(["10", "cannot be stored", "30"], await Task.WhenAll(first, second, third));
        Assert.Equal([1, 10, 30], await writers.StoredAsync());
    }

    [OnBothDatabases]
    public async Task A_message_that_the_database_refuses_takes_nobody_with_it(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        var first = writers.Send([10]);
        var second = writers.Send([20, Writers.OfNoFill]);
        var third = writers.Send([30]);
        await writers.GoOnAsync();
        Assert.Equal("10", await first);
        Assert.NotEqual("20", await second);
        Assert.Equal("30", await third);
        Assert.Equal([1, 10, 30], await writers.StoredAsync());
    }

    [OnBothDatabases]
    public async Task A_commit_that_fails_is_told_to_all_and_keeps_nothing(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        var first = writers.Send([10]);
        var second = writers.Send([20, Writers.Refused]);
        writers.CommitsFail = true;
        await writers.GoOnAsync();
        Assert.Equal(["no room", "no room"], await Task.WhenAll(first, second));
        Assert.DoesNotContain(await writers.StoredAsync(), run => run is 10 or 20);
        Assert.Single(writers.Lists, list => list.Contains("10", StringComparison.Ordinal));

        writers.CommitsFail = false;
        Assert.Equal("10", await writers.Send([10]));
    }

    [OnBothDatabases]
    public async Task One_whose_request_ends_while_it_waits_is_not_carried_out(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        using var ended = new CancellationTokenSource();
        var first = writers.Send([10]);
        var second = writers.Send([20], ended.Token);
        var third = writers.Send([30]);
        await ended.CancelAsync();
        Assert.Equal("ended", await second);
        await writers.GoOnAsync();
        Assert.Equal(["10", "30"], await Task.WhenAll(first, third));
        Assert.Equal([1, 10, 30], await writers.StoredAsync());
    }

    [OnBothDatabases]
    public async Task Those_who_joined_one_whose_request_ends_while_it_waits_are_carried_out(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        using var ended = new CancellationTokenSource();
        var first = writers.Send([10], ended.Token);
        var second = writers.Send([20]);
        var third = writers.Send([30]);
        await ended.CancelAsync();
        Assert.Equal("ended", await first);
        await writers.GoOnAsync();
        Assert.Equal(["20", "30"], await Task.WhenAll(second, third));
        Assert.Equal([1, 20, 30], await writers.StoredAsync());
    }

    [OnBothDatabases]
    public async Task A_list_has_no_more_messages_than_a_request_may_have_and_keeps_to_the_order_of_arrival(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind, maxItems: 3);
        Task<string>[] sent = [writers.Send([10, 11]), writers.Send([20, 21]), writers.Send([30]), writers.Send([40])];
        await writers.GoOnAsync();
        Assert.Equal(["10 11", "20 21", "30", "40"], await Task.WhenAll(sent));
        Assert.Equal(["1", "10 11", "20 21 30", "40"], writers.Lists);
        Assert.Equal("BATCH_TOO_LARGE", await writers.Send([1, 2, 3, 4]));
    }

    [OnBothDatabases]
    public async Task Who_comes_when_all_is_over_has_a_list_of_its_own(DatabaseKind kind)
    {
        await using var writers = await Writers.StartAsync(kind);
        await writers.GoOnAsync();
        Assert.Equal("10", await writers.Send([10]));
        Assert.Equal("20", await writers.Send([20]));
        Assert.Equal(["1", "10", "20"], writers.Lists);
    }

    /// <summary>Requests that create runs. The first one, of run 1, is in its turn until it is told to go on, and all others wait for it.</summary>
    private sealed class Writers : IAsyncDisposable
    {
        public const int Refused = 90;
        public const int Failing = 91;
        public const int OfNoFill = 92;

        private readonly TestDatabase database;
        private readonly WriteGate gate;
        private readonly ContextFactory contexts;
        private readonly WriteGroups groups;
        private readonly WaitingLists lists;
        private readonly Commits commits = new();
        private readonly int maxItems;
        private readonly TaskCompletionSource atWork = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task first = Task.CompletedTask;

        private Writers(TestDatabase database, int maxItems)
        {
            (this.database, this.maxItems) = (database, maxItems);
            var options = new DbContextOptionsBuilder<BookkeepingDb>();
            database.Address.Configure(options);
            contexts = new ContextFactory(options.AddInterceptors(commits).Options);
            gate = new WriteGate(database.Address);
            groups = new WriteGroups(database.Address, contexts, gate, Options.Create(new GroupCommitOptions()), TimeProvider.System, NullLogger<WriteGroups>.Instance);
            lists = new WaitingLists(database.Address);
        }

        /// <summary>The lists that were carried out, whether they were kept or not, in order.</summary>
        public List<string> Lists { get; } = [];

        public bool CommitsFail
        {
            set => commits.Fail = value;
        }

        public static async Task<Writers> StartAsync(DatabaseKind kind, int maxItems = 1000)
        {
            var writers = new Writers(await TestDatabase.CreateAsync(kind), maxItems);
            writers.first = writers.Send([1]);
            await writers.atWork.Task;
            return writers;
        }

        /// <summary>Lets the first request end.</summary>
        public Task GoOnAsync()
        {
            goOn.TrySetResult();
            return first;
        }

        /// <summary>Sends a request.</summary>
        /// <returns>What it is answered.</returns>
        public async Task<string> Send(IReadOnlyList<int> runs, CancellationToken cancel = default)
        {
            try
            {
                await using var db = contexts.CreateDbContext();
                var writer = new BatchWriter(
                    new LogbookWriter(db, groups, gate, new CurrentPerson(Actor.Anonymous), TimeProvider.System), lists, new KnownKeys(), Options.Create(new BatchOptions { MaxItems = maxItems }));
                var results = await writer.TogetherAsSystemAsync<int, Run>("tester", runs, (batch, _) => CreateAsync(db, batch), cancel);
                return string.Join(' ', results.Select(result => result.Refusals is { } no ? no[0].Code : $"{result.Value!.RunNumber}"));
            }
            catch (RefusalException refusal)
            {
                return refusal.Refusals[0].Code;
            }
            catch (OperationCanceledException)
            {
                return "ended";
            }
            catch (Exception error)
            {
                return error.Message;
            }
        }

        public async Task<List<int>> StoredAsync()
        {
            await using var db = database.Open();
            return await db.Runs.Select(run => run.RunNumber).Order().ToListAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await GoOnAsync();
            await groups.DisposeAsync();
            gate.Dispose();
            await database.DisposeAsync();
        }

        private async Task CreateAsync(BookkeepingDb db, Batch<int, Run> batch)
        {
            lock (Lists) Lists.Add(string.Join(' ', batch.Items));
            if (batch.Items.Contains(1))
            {
                atWork.TrySetResult();
                await goOn.Task;
            }

            batch.CarryOut(number =>
            {
                if (number == Refused) throw new NotAllowedError("REFUSED", "It cannot be.").AsException();
                if (number == Failing) throw new InvalidOperationException("cannot be stored");
                var run = new Run { RunNumber = number, FillNumber = number == OfNoFill ? 1 : null };
                db.Add(run);
                return run;
            });
        }

        private sealed class Commits : DbTransactionInterceptor
        {
            public bool Fail { get; set; }

            public override ValueTask<InterceptionResult> TransactionCommittingAsync(
                DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
                Fail ? throw new InvalidOperationException("no room") : ValueTask.FromResult(result);
        }
    }
}
