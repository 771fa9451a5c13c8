using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Environment = Bookkeeping.Api.Environments.Environment;

namespace Bookkeeping.Tests.Timeline;

/// <summary>What was going on at a moment is told as it was then.</summary>
public sealed class StateTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    [InlineData("09:59:59.999", ""), InlineData("10:00:00", "1"), InlineData("10:29:59.999", "1"), InlineData("10:30:00", "1 2")]
    [InlineData("10:59:59.999", "1 2"), InlineData("11:00:00", "2"), InlineData("11:29:59", "2")]
    public async Task A_run_is_under_way_from_its_start_to_its_end_which_is_not_included(DatabaseKind kind, string time, string expected)
    {
        await using var database = await CreateAsync(kind);
        Assert.Equal(expected, await RunsAsync(database, $"2022-09-24T{time}Z"));
    }

    [OnBothDatabases]
    [InlineData("2022-09-26T10:29:59.999Z", "2"), InlineData("2022-09-26T10:30:00Z", "2"), InlineData("2022-09-26T10:30:00.001Z", "")]
    public async Task A_run_without_end_is_under_way_for_48_hours(DatabaseKind kind, string time, string expected)
    {
        await using var database = await CreateAsync(kind);
        Assert.Equal(expected, await RunsAsync(database, time));
    }

    [OnBothDatabases]
    public async Task A_run_with_an_end_may_take_longer_than_48_hours(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await SaveAsync(database, 0, db => db.Add(new Run { RunNumber = 3, TimeO2Start = Ten.AddDays(-5), TimeO2End = Ten }));
        Assert.Equal("3", await RunsAsync(database, "2022-09-24T09:59:00Z"));
    }

    [OnBothDatabases]
    public async Task What_was_changed_since_is_put_back(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await ChangeAsync(database, 10, run =>
        {
            (run.Quality, run.LhcBeamMode) = (RunQuality.Bad, "RAMP");
            run.Detectors.Single(detector => detector.DetectorName == "ITS").Quality = DetectorQuality.Bad;
        });
        await SaveAsync(database, 15, db => db.Add(new Tag { Text = "RC" }));
        await using (var db = database.Open())
        {
            db.Change = new Change(Actor.System("tester"), at: Ten.AddMinutes(20));
            var run = await db.Runs.Include(r => r.Tags).Include(r => r.Detectors).SingleAsync(r => r.RunNumber == 1);
            (run.Quality, run.LhcBeamMode, run.LhcBeamEnergyGeV) = (RunQuality.Test, "STABLE BEAMS", 6800);
            run.Tags.Clear();
            run.Tags.Add(await db.Tags.SingleAsync(tag => tag.Text == "RC"));
            run.Detectors.Remove(run.Detectors.Single(detector => detector.DetectorName == "TPC"));
            run.Detectors.Add(new RunDetector { Detector = new Detector { Name = "MFT" } });
            await db.SaveChangesAsync();
        }

        const string selection = "runs { quality lhcBeamMode lhcBeamEnergyGeV tags detectors { name quality } run { quality } wasKnown changedSince { changes { field } } }";
        Assert.Equal(
            """{"quality":"NONE","lhcBeamMode":null,"lhcBeamEnergyGeV":null,"tags":["DPG"],"detectors":[{"name":"ITS","quality":"GOOD"},{"name":"TPC","quality":"GOOD"}],"run":{"quality":"TEST"}}""",
            await FirstRunAsync("10:09:59.999"));
        Assert.Equal(
            """{"quality":"BAD","lhcBeamMode":"RAMP","lhcBeamEnergyGeV":null,"tags":["DPG"],"detectors":[{"name":"ITS","quality":"BAD"},{"name":"TPC","quality":"GOOD"}],"run":{"quality":"TEST"}}""",
            await FirstRunAsync("10:10:00"));
        Assert.Equal(
            """{"quality":"TEST","lhcBeamMode":"STABLE BEAMS","lhcBeamEnergyGeV":6800,"tags":["RC"],"detectors":[{"name":"ITS","quality":"BAD"},{"name":"MFT","quality":"GOOD"}],"run":{"quality":"TEST"}}""",
            await FirstRunAsync("10:20:00"));

        async Task<string> FirstRunAsync(string time)
        {
            var run = (await new LogbookGraph(database).DataAsync($"{{ stateAt(time: \"2022-09-24T{time}Z\") {{ {selection} }} }}"))["stateAt"]!["runs"]![0]!.AsObject();
            run.Remove("wasKnown");
            run.Remove("changedSince");
            return run.ToJsonString();
        }
    }

    [OnBothDatabases]
    public async Task A_run_that_was_told_later_is_there_and_says_so(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await SaveAsync(database, 300, db => db.Add(new Run { RunNumber = 4, TimeO2Start = Ten.AddHours(2), TimeO2End = Ten.AddHours(3) }));
        await ChangeAsync(database, 310, run => run.Quality = RunQuality.Bad, number: 4);
        Assert.Equal(
            """{"runs":[{"runNumber":2,"wasKnown":true,"quality":"NONE"},{"runNumber":4,"wasKnown":false,"quality":"NONE"}]}""",
            await StateAsync(database, "2022-09-24T12:30:00Z", "runs { runNumber wasKnown quality }"));
    }

    [OnBothDatabases]
    [InlineData("09:59:59.999", "null"), InlineData("10:00:00", """{"fillNumber":8178,"hasStableBeams":true,"beamMode":null}""")]
    [InlineData("10:15:00", """{"fillNumber":8178,"hasStableBeams":true,"beamMode":"STABLE BEAMS"}""")]
    [InlineData("10:45:00", """{"fillNumber":8178,"hasStableBeams":false,"beamMode":"STABLE BEAMS"}"""), InlineData("11:00:00", "null")]
    public async Task The_fill_is_the_one_with_stable_beams_else_that_of_the_runs(DatabaseKind kind, string time, string expected)
    {
        await using var database = await CreateAsync(kind);
        await ChangeAsync(database, 15, run => run.LhcBeamMode = "STABLE BEAMS");
        Assert.Equal($$"""{"fill":{{expected}}}""", await StateAsync(database, $"2022-09-24T{time}Z", "fill { fillNumber hasStableBeams beamMode }"));
    }

    [OnBothDatabases]
    [InlineData("09:59:59.999", ""), InlineData("10:00:00", "a STANDBY"), InlineData("10:05:00", "a RUNNING b STANDBY"), InlineData("10:06:00", "a ERROR b STANDBY")]
    [InlineData("10:20:00", "b STANDBY"), InlineData("11:20:00", "b STANDBY")]
    public async Task Environments_are_there_with_their_last_status_until_they_are_taken_down(DatabaseKind kind, string time, string expected)
    {
        await using var database = await CreateAsync(kind);
        var (first, second) = (new Environment { EnvironmentId = "a" }, new Environment { EnvironmentId = "b" });
        first.ReportStatus(EnvironmentStatus.Standby, null, Ten);
        first.ReportStatus(EnvironmentStatus.Running, null, Ten.AddMinutes(5));
        first.ReportStatus(EnvironmentStatus.Error, "lost", Ten.AddMinutes(6), timestampNano: Ten.AddMinutes(6).ToUnixTimeMilliseconds() * 1_000_000 + 7);
        first.ReportStatus(EnvironmentStatus.Mixed, "first", Ten.AddMinutes(6), timestampNano: Ten.AddMinutes(6).ToUnixTimeMilliseconds() * 1_000_000 + 3);
        first.ReportStatus(EnvironmentStatus.Done, null, Ten.AddMinutes(20));
        second.ReportStatus(EnvironmentStatus.Standby, null, Ten.AddMinutes(5));
        await SaveAsync(database, 120, db => db.AddRange(first, second));
        var state = (await new LogbookGraph(database).DataAsync($"{{ stateAt(time: \"2022-09-24T{time}Z\") {{ environments {{ environmentId status }} }} }}"))["stateAt"]!;
        Assert.Equal(expected, string.Join(' ', state["environments"]!.AsArray().Select(one => $"{one!["environmentId"]} {one["status"]}")));
    }

    [OnBothDatabases]
    [InlineData("2022-09-24T09:59:59Z", ""), InlineData("2022-09-26T10:00:00Z", "RUNNING"), InlineData("2022-09-26T10:00:01Z", "RUNNING"), InlineData("2022-10-24T10:00:00Z", "")]
    public async Task An_environment_that_says_nothing_for_weeks_is_there_until_it_is_taken_down(DatabaseKind kind, string time, string expected)
    {
        await using var database = await CreateAsync(kind);
        var quiet = new Environment { EnvironmentId = "quiet" };
        quiet.ReportStatus(EnvironmentStatus.Running, null, Ten);
        quiet.ReportStatus(EnvironmentStatus.Destroyed, null, Ten.AddDays(20));
        await SaveAsync(database, 0, db => db.Add(quiet));
        var graph = new LogbookGraph(database) { Time = Ten.AddDays(40) };
        var state = (await graph.DataAsync($"{{ stateAt(time: \"{time}\") {{ environments {{ status }} }} }}"))["stateAt"]!;
        Assert.Equal(expected, string.Join(' ', state["environments"]!.AsArray().Select(one => $"{one!["status"]}")));
    }

    [OnBothDatabases]
    public async Task Magnets_are_those_of_the_last_run_that_tells_them(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await ChangeAsync(database, 1, run => (run.AliceL3CurrentA, run.AliceL3Polarity) = (30000, MagnetPolarity.Positive));
        await ChangeAsync(database, 40, run => run.AliceL3Polarity = MagnetPolarity.Negative);
        Assert.Equal("""{"magnets":null}""", await StateAsync(database, "2022-09-24T09:59:00Z", "magnets { runNumber }"));
        const string selection = "magnets { runNumber l3CurrentA l3Polarity dipoleCurrentA }";
        // What the run told a minute later is what it started with.
        Assert.Equal("""{"magnets":{"runNumber":1,"l3CurrentA":30000,"l3Polarity":"POSITIVE","dipoleCurrentA":null}}""", await StateAsync(database, "2022-09-24T10:00:00Z", selection));
        Assert.Equal("""{"magnets":{"runNumber":1,"l3CurrentA":30000,"l3Polarity":"NEGATIVE","dipoleCurrentA":null}}""", await StateAsync(database, "2022-09-24T11:30:00Z", selection));
    }

    [OnBothDatabases]
    public async Task The_future_is_not_known(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        Assert.Equal("HC0001", (string)(await new LogbookGraph(database).ErrorAsync("{ stateAt(time: \"2022-10-23T12:00:00.001Z\") { time } }"))["extensions"]!["code"]!);
        Assert.Equal("""{"time":"2022-10-23T12:00:00Z"}""", await StateAsync(database, "2022-10-23T12:00:00Z", "time"));
    }

    private static async Task<string> RunsAsync(TestDatabase database, string time) => string.Join(
        ' ', (await new LogbookGraph(database).DataAsync($"{{ stateAt(time: \"{time}\") {{ runs {{ runNumber }} }} }}"))["stateAt"]!["runs"]!.AsArray().Select(run => run!["runNumber"]));

    private static async Task<string> StateAsync(TestDatabase database, string time, string selection) =>
        (await new LogbookGraph(database).DataAsync($"{{ stateAt(time: \"{time}\") {{ {selection} }} }}"))["stateAt"]!.ToJsonString();

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, -60, db => db.AddRange(
            new Fill { FillNumber = 8178, StableBeamsStart = Ten, StableBeamsEnd = Ten.AddMinutes(30) },
            new Run
            {
                RunNumber = 1, TimeO2Start = Ten, TimeO2End = Ten.AddHours(1), FillNumber = 8178, Tags = [new Tag { Text = "DPG" }],
                Detectors = [new RunDetector { Detector = new Detector { Name = "ITS" } }, new RunDetector { Detector = new Detector { Name = "TPC" } }],
            },
            new Run { RunNumber = 2, TimeO2Start = Ten.AddMinutes(30) }));
        return database;
    }

    private static async Task SaveAsync(TestDatabase database, int minutes, Action<BookkeepingDb> change)
    {
        await using var db = database.Open();
        db.Change = new Change(Actor.System("tester"), at: Ten.AddMinutes(minutes));
        change(db);
        await db.SaveChangesAsync();
    }

    private static async Task ChangeAsync(TestDatabase database, int minutes, Action<Run> change, int number = 1)
    {
        await using var db = database.Open();
        db.Change = new Change(Actor.System("tester"), at: Ten.AddMinutes(minutes));
        change(await db.Runs.Include(run => run.Detectors).SingleAsync(run => run.RunNumber == number));
        await db.SaveChangesAsync();
    }
}
