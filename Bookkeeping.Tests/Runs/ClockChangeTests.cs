using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

/// <summary>Times are instants: what clocks in Zurich show while summer time begins and ends changes no length and no order.</summary>
public sealed class ClockChangeTests
{
    [OnBothDatabases]
    [InlineData("2022-10-30T02:30:00+02:00", "2022-10-30T02:30:00+01:00", "PT1H")]
    [InlineData("2022-10-29T12:00:00+02:00", "2022-10-30T12:00:00+01:00", "P1DT1H")]
    [InlineData("2022-03-27T01:30:00+01:00", "2022-03-27T03:30:00+02:00", "PT1H")]
    [InlineData("2022-10-30T02:30:00+02:00", "2022-10-30T01:30:00+01:00", "PT0S")]
    public async Task A_run_lasts_as_long_as_it_lasted(DatabaseKind kind, string start, string end, string duration)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", $"runNumber: 1, timeO2Start: \"{start}\"");
        var payload = await graph.DoAsync("endRun", $"runNumber: 1, timeO2End: \"{end}\"", "run { duration }");
        Assert.Equal(duration, (string)payload["run"]!["duration"]!);
    }

    [OnBothDatabases]
    public async Task An_end_that_only_looks_later_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("startRun", "runNumber: 1, timeO2Start: \"2022-10-30T02:10:00+01:00\"");
        Assert.Equal("END_BEFORE_START", await graph.RefusedAsync("endRun", "runNumber: 1, timeO2End: \"2022-10-30T02:50:00+02:00\""));
    }

    [OnBothDatabases]
    public async Task Statuses_stand_in_the_order_of_their_instants(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        foreach (var (status, time) in ((string, string)[])[("RUNNING", "02:10:00+01:00"), ("STANDBY", "02:30:00+02:00"), ("CONFIGURED", "02:40:00+02:00")])
            await graph.DoAsync("recordEnvironmentStatus", $"environmentId: \"e\", status: {status}, timestamp: \"2022-10-30T{time}\", configuration: {{}}");
        Assert.Equal("SCR", (string)(await graph.DataAsync("{ environment(environmentId: \"e\") { statusSequence } }"))["environment"]!["statusSequence"]!);
    }

    // By the clock on the wall the run started 48 hours and one hour ago.
    [OnBothDatabases]
    [InlineData(0, "RUNNING"), InlineData(1, "UNKNOWN")]
    public async Task A_run_is_lost_after_48_hours_that_went_by(DatabaseKind kind, int millisecondsLater, string status)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database) { Time = DateTimeOffset.Parse("2022-03-28T13:00:00+02:00", System.Globalization.CultureInfo.InvariantCulture).AddMilliseconds(millisecondsLater) };
        await graph.DoAsync("startRun", "runNumber: 1, timeO2Start: \"2022-03-26T12:00:00+01:00\"");
        Assert.Equal(status, (string)(await graph.DataAsync("{ run(runNumber: 1) { status } }"))["run"]!["status"]!);
    }
}
