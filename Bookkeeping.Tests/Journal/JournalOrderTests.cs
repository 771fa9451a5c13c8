using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Journal;

/// <summary>Readers see entries in the order of commits, each once, whoever writes at the same time.</summary>
public sealed class JournalOrderTests
{
    private const int Writers = 16;
    private const int ChangesPerWriter = 25;

    [OnBothDatabases]
    public async Task A_reader_that_follows_sixteen_writers_sees_every_entry_once_and_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var gate = new WriteGate(database.Address);
        await using var groups = new WriteGroups(database.Address, database.Factory, gate, Options.Create(new GroupCommitOptions()), TimeProvider.System, NullLogger<WriteGroups>.Instance);
        var written = Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => Task.Run(() => WriteAsync(database, groups, gate, writer))));
        var seen = await FollowAsync(database, written);
        var failed = await written;

        Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => (long)i), seen.Select(entry => entry.Position));
        Assert.Equal(Writers * (ChangesPerWriter - failed[0]), seen.Count);
        foreach (var ofWriter in seen.GroupBy(entry => entry.Key))
            Assert.Equal(Enumerable.Range(1, ofWriter.Count()), ofWriter.Select(entry => entry.Version));
    }

    // Every fifth change is taken back at its end, and takes its place in the journal back with it.
    private static async Task<int> WriteAsync(TestDatabase database, WriteGroups groups, WriteGate gate, int writer)
    {
        var failed = 0;
        for (var i = 0; i < ChangesPerWriter; i++)
        {
            await using var db = database.Open();
            var fails = i % 5 == 4;
            var change = new LogbookWriter(db, groups, gate, new CurrentPerson(Actor.Anonymous), TimeProvider.System).AsPersonAsync(
                async _ =>
                {
                    if (await db.Runs.FindAsync(writer) is { } run) run.EpnCount = (run.EpnCount ?? 0) + 1;
                    else db.Add(new Run { RunNumber = writer });
                    await db.SaveChangesAsync();
                    return fails ? throw new InvalidOperationException("changed my mind") : 0;
                },
                CancellationToken.None);
            if (fails) await Assert.ThrowsAsync<InvalidOperationException>(() => change);
            else await change;
            if (fails) failed++;
        }

        return failed;
    }

    private static async Task<List<JournalEntry>> FollowAsync(TestDatabase database, Task written)
    {
        var seen = new List<JournalEntry>();
        for (var isLast = false; ;)
        {
            await using var db = database.Open();
            var last = seen.LastOrDefault()?.Position ?? 0;
            var next = await db.Journal.AsNoTracking().Where(entry => entry.Position > last).OrderBy(entry => entry.Position).Take(100).ToListAsync();
            seen.AddRange(next);
            if (isLast && next.Count == 0) return seen;
            isLast = written.IsCompleted;
        }
    }
}
