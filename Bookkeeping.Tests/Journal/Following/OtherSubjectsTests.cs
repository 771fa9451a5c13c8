using System.Text.Json;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Environment = Bookkeeping.Api.Environments.Environment;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>Fills, environments, log entries and the journal itself are followed as runs are.</summary>
public sealed class OtherSubjectsTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task A_fill_enters_with_stable_beams_and_leaves_with_their_end(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Fill { FillNumber = 8178 });
        using var follower = await Follower.StartAsync(
            logbook.Server, "fillChanged(where: {stableBeamsStart: {neq: null}, stableBeamsEnd: {eq: null}})", "effect fillNumber fill { stableBeamsStart stableBeamsDuration }");
        await ChangeAsync(fill => fill.BeamType = "PROTON - PROTON");
        await ChangeAsync(fill => fill.StableBeamsStart = Ten);
        Assert.Equal("""{"effect":"ENTERED","fillNumber":8178,"fill":{"stableBeamsStart":"2022-09-24T10:00:00Z","stableBeamsDuration":null}}""", await follower.NextAsync());
        await ChangeAsync(fill => fill.StableBeamsEnd = Ten.AddHours(2));
        Assert.Equal("""{"effect":"LEFT","fillNumber":8178,"fill":{"stableBeamsStart":"2022-09-24T10:00:00Z","stableBeamsDuration":"PT2H"}}""", await follower.NextAsync());

        Task ChangeAsync(Action<Fill> change) => logbook.ChangeAsync(async db => change(await db.Fills.SingleAsync()));
    }

    [OnBothDatabases]
    public async Task An_environment_is_told_with_its_status(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        using var follower = await Follower.StartAsync(
            logbook.Server, "environmentChanged(where: {currentStatus: {eq: RUNNING}})", "effect environmentId environment { statusSequence }");
        await logbook.AddAsync(new Environment { EnvironmentId = "2bHRdoWP7v9" });
        await ReportAsync(EnvironmentStatus.Configured, Ten);
        await ReportAsync(EnvironmentStatus.Running, Ten.AddMinutes(1));
        Assert.Equal("""{"effect":"ENTERED","environmentId":"2bHRdoWP7v9","environment":{"statusSequence":"CR"}}""", await follower.NextAsync());
        await ReportAsync(EnvironmentStatus.Configured, Ten.AddMinutes(2));
        Assert.Equal("""{"effect":"LEFT","environmentId":"2bHRdoWP7v9","environment":{"statusSequence":"CRC"}}""", await follower.NextAsync());

        Task ReportAsync(EnvironmentStatus status, DateTimeOffset at) => logbook.ChangeAsync(async db =>
            EnvironmentState.Take(
                await db.Environments.Include(environment => environment.StatusChanges).Include(environment => environment.Reports).SingleAsync(),
                new EnvironmentReport { Status = status, Timestamp = at }));
    }

    [OnBothDatabases]
    public async Task A_log_entry_is_told_when_it_matches(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        await logbook.AddAsync(new Tag { Text = "DPG" });
        using var follower = await Follower.StartAsync(logbook.Server, """logEntryAdded(where: {tags: {some: {text: {eq: "DPG"}}}})""", "number logEntry { title tags { text } author { name } }");
        await WriteAsync("""title: "Without tag", text: "Nothing more." """);
        await WriteAsync("""title: "With tag", text: "Nothing more.", tags: ["DPG"]""");
        Assert.Equal("""{"number":2,"logEntry":{"title":"With tag","tags":[{"text":"DPG"}],"author":{"name":"Anonymous"}}}""", await follower.NextAsync());

        async Task WriteAsync(string input)
        {
            var answer = await logbook.Server.AskAsync($$"""mutation { createLogEntry(input: { {{input}} }) { errors { __typename } } }""");
            Assert.Equal("""{"data":{"createLogEntry":{"errors":null}}}""", answer.ToJsonString());
        }
    }

    [OnBothDatabases]
    public async Task The_journal_is_told_entry_by_entry_of_the_subjects_asked_for(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind);
        using var follower = await Follower.StartAsync(logbook.Server, "journal(subjects: [RUN, TAG])", "entry { position subject key kind version system changes { field oldValue newValue } }");
        await logbook.AddAsync(new Run { RunNumber = 1 });
        await logbook.AddAsync(new Fill { FillNumber = 8178 });
        await logbook.AddAsync(new Tag { Text = "DPG" });
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 3);
        Assert.StartsWith("""{"entry":{"position":1,"subject":"RUN","key":"1","kind":"CREATED","version":1,"system":"tester",""", await follower.NextAsync());
        Assert.StartsWith("""{"entry":{"position":3,"subject":"TAG","key":"DPG","kind":"CREATED",""", await follower.NextAsync());
        Assert.Equal(
            """{"entry":{"position":4,"subject":"RUN","key":"1","kind":"CHANGED","version":2,"system":"tester","changes":[{"field":"epnCount","oldValue":null,"newValue":3}]}}""",
            await follower.NextAsync());
    }
}
