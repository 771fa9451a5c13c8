using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>Who follows runs is told each change, and what it is to the filter.</summary>
public sealed class RunChangedTests
{
    private const string Selection = "effect runNumber run { quality }";

    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task A_change_carries_the_run_at_the_selection_made_and_the_entries_of_the_journal(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        using var follower = await Follower.StartAsync(
            logbook.Server, "runChanged", "effect runNumber run { quality detectors { detector { name } quality } } entries { kind system changes { field newValue } }");
        await logbook.AddAsync(new Run { RunNumber = 7, Detectors = [new RunDetector { Detector = new Detector { Name = "ITS" } }] });
        Assert.Equal(
            """{"effect":"CREATED","runNumber":7,"run":{"quality":"NONE","detectors":[{"detector":{"name":"ITS"},"quality":"GOOD"}]},"entries":[{"kind":"CREATED","system":"tester","changes":[{"field":"definition","newValue":"COMMISSIONING"}]}]}""",
            await follower.NextAsync());
        await logbook.ChangeRunAsync(7, run => run.Quality = RunQuality.Bad);
        Assert.Equal(
            """{"effect":"CHANGED","runNumber":7,"run":{"quality":"BAD","detectors":[{"detector":{"name":"ITS"},"quality":"GOOD"}]},"entries":[{"kind":"CHANGED","system":"tester","changes":[{"field":"quality","newValue":"BAD"}]}]}""",
            await follower.NextAsync());
    }

    [OnBothDatabases]
    public async Task A_run_enters_the_filter_changes_in_it_and_leaves_it(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 }, new Run { RunNumber = 2 });
        using var follower = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}})", Selection);
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 1);
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Bad);
        Assert.Equal("""{"effect":"ENTERED","runNumber":1,"run":{"quality":"BAD"}}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 2);
        Assert.Equal("""{"effect":"CHANGED","runNumber":1,"run":{"quality":"BAD"}}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(2, run => run.EpnCount = 2);
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Test);
        Assert.Equal("""{"effect":"LEFT","runNumber":1,"run":{"quality":"TEST"}}""", await follower.NextAsync());
        await logbook.AddAsync(new Run { RunNumber = 3 });
        await logbook.AddAsync(new Run { RunNumber = 4, Quality = RunQuality.Bad });
        Assert.Equal("""{"effect":"CREATED","runNumber":4,"run":{"quality":"BAD"}}""", await follower.NextAsync());
    }

    // The columns that the database computes from others are not in the journal; they follow what is.
    [OnBothDatabases]
    public async Task A_run_that_ends_leaves_those_without_end(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1, TimeO2Start = DateTimeOffset.UtcNow }, new Run { RunNumber = 2, TimeO2Start = DateTimeOffset.UtcNow });
        using var follower = await Follower.StartAsync(logbook.Server, "runChanged(where: {status: {eq: RUNNING}})", "effect runNumber run { status }");
        await logbook.ChangeRunAsync(1, run => run.TimeTrgEnd = DateTimeOffset.UtcNow);
        Assert.Equal("""{"effect":"LEFT","runNumber":1,"run":{"status":"ENDED"}}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(1, run => run.TimeO2End = DateTimeOffset.UtcNow);
        await logbook.ChangeRunAsync(1, run => (run.TimeO2End, run.TimeTrgEnd) = (null, null));
        Assert.Equal("""{"effect":"ENTERED","runNumber":1,"run":{"status":"RUNNING"}}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(2, run => (run.TimeO2Start, run.TimeO2End) = (Ten, Ten));
        Assert.Equal("""{"effect":"LEFT","runNumber":2,"run":{"status":"ENDED"}}""", await follower.NextAsync());
    }

    [OnBothDatabases]
    public async Task A_change_of_a_list_that_the_filter_looks_at_enters_or_leaves(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 }, new Tag { Text = "DPG" }, new Tag { Text = "RC" });
        using var follower = await Follower.StartAsync(logbook.Server, """runChanged(where: {tags: {some: {text: {eq: "DPG"}}}})""", "effect run { tags { text } }");
        await TagAsync("DPG");
        Assert.Equal("""{"effect":"ENTERED","run":{"tags":[{"text":"DPG"}]}}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 2);
        Assert.Equal("""{"effect":"CHANGED","run":{"tags":[{"text":"DPG"}]}}""", await follower.NextAsync());
        await logbook.ChangeRunAsync(1, run => run.Tags.Clear());
        Assert.Equal("""{"effect":"LEFT","run":{"tags":[]}}""", await follower.NextAsync());

        Task TagAsync(string text) => logbook.ChangeAsync(async db =>
            (await db.Runs.Include(run => run.Tags).SingleAsync()).Tags.Add(await db.Tags.SingleAsync(tag => tag.Text == text)));
    }

    [OnBothDatabases]
    public async Task Several_changes_of_a_run_that_are_found_together_are_told_as_one(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Run { RunNumber = 1 });
        var before = (string)(await logbook.Server.AskAsync("{ journalCursor }"))["data"]!["journalCursor"]!;
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Bad);
        await logbook.ChangeRunAsync(1, run => run.Quality = RunQuality.Test);
        using var all = await Follower.StartAsync(logbook.Server, "runChanged", "effect entries { version }", before);
        Assert.Equal("""{"effect":"CHANGED","entries":[{"version":2},{"version":3}]}""", await all.NextAsync());
        using var bad = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: BAD}})", Selection, before);
        using var test = await Follower.StartAsync(logbook.Server, "runChanged(where: {quality: {eq: TEST}})", Selection, before);
        Assert.Equal("""{"effect":"ENTERED","runNumber":1,"run":{"quality":"TEST"}}""", await test.NextAsync());
        // What was bad only between two messages was never told to be.
        await logbook.AddAsync(new Run { RunNumber = 9, Quality = RunQuality.Bad });
        Assert.Equal("""{"effect":"CREATED","runNumber":9,"run":{"quality":"BAD"}}""", await bad.NextAsync());
    }

    [OnBothDatabases]
    public async Task A_filter_that_is_wrong_is_refused_at_once(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        using var follower = await Follower.StartAsync(logbook.Server, """runChanged(where: {runNumbers: "abc"})""", Selection);
        Assert.Equal("HC0001", await follower.ErrorAsync());
    }

}
