using System.Data.Common;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Journal;

/// <summary>Writes of SQLite that wait at the same time share a commit; what becomes of one is nothing to the others, unless the commit fails.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly Commits commits = new();
    private TestDatabase database = null!;
    private WriteGate gate = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        gate = new WriteGate(database.Address);
    }

    public async Task DisposeAsync()
    {
        gate.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Writes_that_wait_together_share_a_commit_and_come_in_the_order_of_their_arrival()
    {
        await TogetherAsync(new(), Enumerable.Range(1, 5).Select(Run));
        Assert.Equal(1, commits.Count);
        Assert.Equal("1 2 3 4 5", await JournalAsync());
    }

    [Fact]
    public async Task One_that_fails_is_taken_back_alone_with_all_that_it_saved()
    {
        var answers = await TogetherAsync(new(), [Run(1), Saved(2, () => throw new InvalidOperationException("changed my mind")), Run(3), Run(1)]);
        Assert.Equal("kept, changed my mind, kept, failed", string.Join(", ", answers.Select(answer => answer is DbUpdateException ? "failed" : answer?.Message ?? "kept")));
        Assert.Equal(1, commits.Count);
        Assert.Equal("1 3", await JournalAsync());
        Assert.Equal([1, 3], await RunsAsync());
    }

    [Fact]
    public async Task One_that_was_refused_sees_nothing_of_itself_when_it_is_sent_again_in_the_same_group()
    {
        await TogetherAsync(new(), [Saved(7, () => throw new InvalidOperationException("first")), Run(7)]);
        Assert.Equal("7", await JournalAsync());
    }

    [Fact]
    public async Task One_whose_request_ends_while_it_waits_is_not_done()
    {
        using var ended = new CancellationTokenSource();
        var answers = await TogetherAsync(new(), [Run(1), Run(2) with { Cancel = ended.Token }, Run(3)], beforeTheirTurn: ended.Cancel);
        Assert.IsAssignableFrom<OperationCanceledException>(answers[1]);
        Assert.Equal([1, 3], await RunsAsync());
    }

    [Fact]
    public async Task One_whose_request_ends_in_its_turn_is_taken_back_alone()
    {
        using var ended = new CancellationTokenSource();
        var answers = await TogetherAsync(new(), [Run(1), Saved(2, ended.Cancel) with { Cancel = ended.Token }, Run(3)]);
        Assert.IsAssignableFrom<OperationCanceledException>(answers[1]);
        Assert.Equal([1, 3], await RunsAsync());
    }

    [Fact]
    public async Task One_whose_request_ends_when_it_is_done_is_kept_and_told_so()
    {
        using var ended = new CancellationTokenSource();
        var answers = await TogetherAsync(new(), [Run(1) with { Cancel = ended.Token }, Saved(2, ended.Cancel)]);
        Assert.Equal([null, null], answers);
        Assert.Equal([1, 2], await RunsAsync());
    }

    [Fact]
    public async Task A_commit_that_fails_is_told_to_all_and_keeps_nothing()
    {
        commits.Fails = true;
        var answers = await TogetherAsync(new(), [Run(1), Saved(2, () => throw new InvalidOperationException("changed my mind")), Run(3)]);
        Assert.Equal(["no room", "changed my mind", "no room"], answers.Select(answer => answer!.Message));
        Assert.Empty(await RunsAsync());

        commits.Fails = false;
        Assert.Equal([null], await TogetherAsync(new(), [Run(1)]));
        Assert.Equal("1", await JournalAsync());
    }

    [Fact]
    public async Task A_transaction_that_is_lost_takes_those_that_were_done_with_it_and_those_behind_have_another()
    {
        var lost = new Write(2, db => db.Database.ExecuteSqlRawAsync("ROLLBACK"));
        var answers = await TogetherAsync(new(), [Run(1), lost, Run(3)]);
        Assert.IsType<BrokenGroupException>(answers[0]);
        Assert.IsType<BrokenGroupException>(answers[1]);
        Assert.Null(answers[2]);
        Assert.Equal("3", await JournalAsync());
    }

    [Fact]
    public async Task Who_waits_while_another_program_keeps_the_database_locked_is_told_so_together_with_the_others()
    {
        await using var other = new SqliteConnection(database.Address.ConnectionString);
        await other.OpenAsync();
        await using var locked = other.BeginTransaction();
        var answers = await TogetherAsync(new(), [Run(1), Run(2), Run(3)], timeoutSeconds: 1);
        Assert.All(answers, answer => Assert.True(DatabaseFaults.IsTransient(answer!)));
        Assert.Equal(1, commits.Begun);
    }

    [Theory]
    [InlineData(1, 20, 5), InlineData(2, 20, 3), InlineData(5, 20, 1), InlineData(10_000, 0, 5)]
    public async Task A_group_has_no_more_writes_than_it_may_and_takes_none_in_when_its_time_is_over(int maxWrites, int milliseconds, int expected)
    {
        var options = new GroupCommitOptions { MaxWrites = maxWrites, MaxTime = TimeSpan.FromMilliseconds(milliseconds) };
        Assert.True(options.IsValid());
        await TogetherAsync(options, Enumerable.Range(1, 5).Select(Run));
        Assert.Equal(expected, commits.Count);
        Assert.Equal("1 2 3 4 5", await JournalAsync());
    }

    [Theory]
    [InlineData(0, 20), InlineData(10_001, 20), InlineData(1, -1)]
    public void Limits_that_make_no_sense_are_refused(int maxWrites, int milliseconds) =>
        Assert.False(new GroupCommitOptions { MaxWrites = maxWrites, MaxTime = TimeSpan.FromMilliseconds(milliseconds) }.IsValid());

    private static Write Run(int number) => new(number, _ => Task.CompletedTask);

    private static Write Saved(int number, Action then) => new(number, async db =>
    {
        await db.SaveChangesAsync();
        then();
    });

    // All of them wait before the first has its turn.
    private async Task<Exception?[]> TogetherAsync(
        GroupCommitOptions options, IEnumerable<Write> writes, Action? beforeTheirTurn = null, int timeoutSeconds = 5)
    {
        var address = DatabaseAddress.Parse($"{database.ConnectionString};Default Timeout={timeoutSeconds}");
        var contexts = new DbContextOptionsBuilder<BookkeepingDb>();
        address.Configure(contexts);
        var factory = new ContextFactory(contexts.AddInterceptors(commits).Options);
        await using var groups = new WriteGroups(address, factory, gate, Options.Create(options), new FixedTimestamps(), NullLogger<WriteGroups>.Instance);
        var turn = await gate.EnterAsync(CancellationToken.None);
        var answers = writes.Select(write => AnswerAsync(factory, groups, write)).ToList();
        beforeTheirTurn?.Invoke();
        turn!.Dispose();
        return await Task.WhenAll(answers);
    }

    private async Task<Exception?> AnswerAsync(ContextFactory contexts, WriteGroups groups, Write write)
    {
        await using var db = contexts.CreateDbContext();
        var writer = new LogbookWriter(db, groups, gate, new CurrentPerson(Actor.Anonymous), TimeProvider.System);
        var change = writer.AsPersonAsync(async _ =>
        {
            db.Add(new Run { RunNumber = write.RunNumber });
            await write.More(db);
            write.Cancel.ThrowIfCancellationRequested();
            return 0;
        }, write.Cancel);
        return await Record.ExceptionAsync(() => change);
    }

    private async Task<string> JournalAsync()
    {
        await using var db = database.Open();
        var entries = await db.Journal.AsNoTracking().OrderBy(entry => entry.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(entry => entry.Position));
        return string.Join(' ', entries.Select(entry => entry.Key));
    }

    private async Task<List<int>> RunsAsync()
    {
        await using var db = database.Open();
        return await db.Runs.Select(run => run.RunNumber).Order().ToListAsync();
    }

    private sealed record Write(int RunNumber, Func<BookkeepingDb, Task> More)
    {
        public CancellationToken Cancel { get; init; }
    }

    /// <summary>A clock by which nothing takes any time.</summary>
    private sealed class FixedTimestamps : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private sealed class Commits : DbTransactionInterceptor
    {
        public int Begun { get; private set; }

        public int Count { get; private set; }

        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            Begun++;
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Fails ? throw new InvalidOperationException("no room") : ValueTask.FromResult(result);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Count++;
            return Task.CompletedTask;
        }
    }
}
