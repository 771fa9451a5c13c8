using System.Text;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>With the cursor of the last message a subscription goes on where it was: nothing is missed, nothing comes twice.</summary>
public sealed class ResumingTests
{
    private const int Writers = 16;
    private const int ChangesPerWriter = 12;
    private const int Last = 100;

    [OnBothDatabases]
    public async Task What_was_changed_while_nobody_listened_is_told_also_after_a_restart(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 }, new Run { RunNumber = 2 });
        var follower = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}})", "effect runNumber");
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Bad);
        Assert.Equal("""{"effect":"ENTERED","runNumber":1}""", await follower.NextAsync());
        var cursor = follower.Cursor;
        follower.Dispose();

        await logbook.RestartAsync(async () =>
        {
            await logbook.ChangeRunElsewhereAsync(2, run => run.Quality = RunQuality.Bad);
            await logbook.ChangeRunElsewhereAsync(1, run => run.Quality = RunQuality.Good);
            await logbook.ChangeRunElsewhereAsync(1, run => run.EpnCount = 5);
        });
        using var again = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}})", "effect runNumber", cursor);
        Assert.Equal("""{"effect":"ENTERED","runNumber":2}""", await again.NextAsync());
        Assert.Equal("""{"effect":"LEFT","runNumber":1}""", await again.NextAsync());
        await logbook.ChangeRunAsync(2, run => run.EpnCount = 1);
        Assert.Equal("""{"effect":"CHANGED","runNumber":2}""", await again.NextAsync());
    }

    // Both runs are changed in one stretch: the first message stands in its middle, and the other run's earlier change is not behind it.
    [OnBothDatabases]
    public async Task A_cursor_in_the_middle_of_what_is_told_together_goes_on_with_what_was_not_told(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1, Quality = RunQuality.Bad }, new Run { RunNumber = 2 });
        var begin = await CursorAsync(logbook);
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Good);
        await logbook.ChangeRunAsync(2, run => run.Quality = RunQuality.Bad);
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 1);
        string? middle;
        using (var first = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}})", "effect runNumber", begin))
        {
            Assert.Equal("""{"effect":"ENTERED","runNumber":2}""", await first.NextAsync());
            middle = first.Cursor;
        }

        using var second = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}})", "effect runNumber entries { version }", middle);
        Assert.Equal("""{"effect":"LEFT","runNumber":1,"entries":[{"version":2},{"version":3}]}""", await second.NextAsync());
        await logbook.ChangeRunAsync(2, run => run.Quality = RunQuality.Test);
        Assert.Equal("""{"effect":"LEFT","runNumber":2,"entries":[{"version":3}]}""", await second.NextAsync());
    }

    // A later change that has not been told yet must not hide what the earlier one did.
    [OnBothDatabases]
    public async Task What_a_run_was_between_two_stretches_is_told_as_it_was(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind, null, ("Journal:WindowEntries", "1"));
        await logbook.AddAsync(new Run { RunNumber = 1 });
        var begin = await CursorAsync(logbook);
        await logbook.ChangeRunAsync(1, run => (run.Quality, run.EpnCount) = (RunQuality.Bad, 1));
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 2);
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Test);
        using var follower = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}, epnCount: {eq: 1}})", "effect", begin);
        Assert.Equal("""{"effect":"ENTERED"}""", await follower.NextAsync());
        Assert.Equal("""{"effect":"LEFT"}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(1, run => (run.Quality, run.EpnCount) = (RunQuality.Bad, 1));
        Assert.Equal("""{"effect":"ENTERED"}""", await follower.NextAsync());
    }

    [OnBothDatabases]
    public async Task Whoever_comes_back_again_and_again_gets_every_entry_once_while_others_write(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind, null, ("Journal:WindowEntries", "5"));
        for (var i = 1; i <= Writers; i++) await logbook.AddAsync(new Run { RunNumber = i });
        var begin = await CursorAsync(logbook);
        var writing = Task.WhenAll(Enumerable.Range(1, Writers).Select(number => Task.Run(async () =>
        {
            for (var i = 1; i <= ChangesPerWriter; i++) await logbook.ChangeRunAsync(number, run => run.EpnCount = i);
        })));
        var followed = await Task.WhenAll(Enumerable.Range(1, 3).Select(patience => FollowAsync(logbook, begin, patience)));
        await writing;
        foreach (var positions in followed)
            Assert.Equal(Enumerable.Range(Writers + 1, Writers * ChangesPerWriter).Select(position => (long)position), positions);
    }

    [OnBothDatabases]
    public async Task Whoever_comes_back_again_and_again_knows_in_the_end_which_runs_match(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind, null, ("Journal:WindowEntries", "7"));
        for (var i = 1; i <= Writers; i++) await logbook.AddAsync(new Run { RunNumber = i });
        var cursor = await CursorAsync(logbook);
        var writing = Task.Run(async () =>
        {
            await Task.WhenAll(Enumerable.Range(1, Writers).Select(number => Task.Run(async () =>
            {
                for (var i = 1; i <= ChangesPerWriter; i++) await logbook.ChangeRunAsync(number, run => (run.EpnCount, run.FlpCount) = (i * number % 3, i % 2));
            })));
            // Told to everybody, behind all others: so the reader knows when it has seen all.
            await logbook.AddAsync(new Run { RunNumber = Last, EpnCount = 1, FlpCount = 1 });
        });
        var known = new HashSet<int>();
        while (!known.Contains(Last))
        {
            using var follower = await Follower.StartAsync(logbook.Server, "runChanged(where: {epnCount: {eq: 1}, flpCount: {eq: 1}})", "effect runNumber", cursor);
            for (var i = 0; i < 3 && !known.Contains(Last); i++)
            {
                var message = JsonNode.Parse(await follower.NextAsync())!;
                cursor = follower.Cursor;
                var number = (int)message["runNumber"]!;
                Assert.True(
                    (string)message["effect"]! switch
                    {
                        "LEFT" => known.Remove(number),
                        "CHANGED" => known.Contains(number),
                        _ => known.Add(number),
                    },
                    $"{message} to one who knows {string.Join(", ", known)}");
            }
        }

        await writing;
        await using var db = logbook.Database.Open();
        Assert.Equal(await db.Runs.Where(run => run.EpnCount == 1 && run.FlpCount == 1).Select(run => run.RunNumber).Order().ToListAsync(), known.Order());
    }

    [OnBothDatabases]
    public async Task A_cursor_that_was_never_given_out_is_refused(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 });
        string[] forged = ["", "x", "nonsense!", Spell("j"), Spell("j-1"), Spell("j99"), Spell("k1"), Spell("j0-1"), Spell("j1-0-1"), Spell("j0-20000-3"), Spell("j1e1"), new string('A', 10_000)];
        foreach (var cursor in forged)
        {
            using var follower = await Follower.StartAsync(logbook.Server, "runChanged", "effect", cursor);
            Assert.Equal("JOURNAL_CURSOR_INVALID", await follower.ErrorAsync());
        }
    }

    [OnBothDatabases]
    public async Task A_cursor_older_than_the_journal_is_refused_and_the_first_that_is_not_is_followed(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 });
        for (var i = 1; i <= 3; i++) await logbook.ChangeRunAsync(1, run => run.EpnCount = (run.EpnCount ?? 0) + 1);
        await using (var db = logbook.Database.Open()) await db.Database.ExecuteSqlAsync($"DELETE FROM journal WHERE position < 3");

        using var tooOld = await Follower.StartAsync(logbook.Server, "journal", "entry { position }", Spell("j1"));
        Assert.Equal("JOURNAL_CURSOR_INVALID", await tooOld.ErrorAsync());
        using var oldest = await Follower.StartAsync(logbook.Server, "journal", "entry { position }", Spell("j2"));
        Assert.Equal("""{"entry":{"position":3}}""", await oldest.NextAsync());
    }

    private static string Spell(string cursor) => Convert.ToBase64String(Encoding.ASCII.GetBytes(cursor)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static async Task<string> CursorAsync(ChangingLogbook logbook) => (string)(await logbook.Server.AskAsync("{ journalCursor }"))["data"]!["journalCursor"]!;

    private static async Task<List<long>> FollowAsync(ChangingLogbook logbook, string? cursor, int patience)
    {
        var positions = new List<long>();
        while (positions.Count < Writers * ChangesPerWriter)
        {
            using var follower = await Follower.StartAsync(logbook.Server, "journal(subjects: [RUN])", "entry { position }", cursor);
            for (var i = 0; i < patience * 5 && positions.Count < Writers * ChangesPerWriter; i++)
            {
                positions.Add((long)JsonNode.Parse(await follower.NextAsync())!["entry"]!["position"]!);
                cursor = follower.Cursor;
            }
        }

        return positions;
    }
}
