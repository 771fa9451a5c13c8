using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Runs;

public sealed class RunTimesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Now = Ten.AddHours(47.5);

    /// <summary>Runs by number, with what follows from their times at <see cref="Now"/>.</summary>
    private static readonly (Run Run, TimeSpan? Duration, RunStatus Status)[] Cases =
    [
        (Timed(1, trg: (0, null), o2: (-1, 60)), TimeSpan.FromHours(1), RunStatus.Ended),
        (Timed(2, trg: (0, 30), o2: (-1, 60)), TimeSpan.FromMinutes(30), RunStatus.Ended),
        (Timed(3, o2: (-1, null)), TimeSpan.FromHours(47.5) + TimeSpan.FromMinutes(1), RunStatus.Running),
        (Timed(4, o2: (-30, null)), TimeSpan.FromHours(48), RunStatus.Running),
        (Timed(5, o2: (-31, null)), TimeSpan.FromHours(48) + TimeSpan.FromMinutes(1), RunStatus.Unknown),
        (Timed(6, o2: (null, 60)), null, RunStatus.Ended),
        (Timed(7), null, RunStatus.Unknown),
    ];

    [Fact]
    public void The_trigger_goes_before_the_control_system()
    {
        var times = new RunTimes(Ten.AddMinutes(-1), Ten.AddHours(1), Ten, null);
        Assert.Equal(Ten, times.Start);
        Assert.Equal(Ten.AddHours(1), times.End);
        Assert.Equal(TimeSpan.FromHours(1), times.DurationAt(Now));
        Assert.Equal((false, true), times.FallbackMarkers(TriggerValue.Ctp));
        Assert.Equal((false, false), times.FallbackMarkers(TriggerValue.Off));
        Assert.Equal((false, false), times.FallbackMarkers(null));
    }

    [Fact]
    public void Time_frames_go_before_both_for_quality_and_the_present_never_stands_in()
    {
        Assert.Equal(Ten.AddSeconds(5), new RunTimes(Ten, null, null, null, FirstTf: Ten.AddSeconds(5)).QcStart);
        Assert.Null(new RunTimes(Ten, null, null, null).QcEnd);
        Assert.Equal(Ten.AddHours(2), new RunTimes(Ten, Ten.AddHours(3), null, null, LastTf: Ten.AddHours(2)).QcEnd);
    }

    [Fact]
    public void A_run_without_end_is_running_for_48_hours_then_lost()
    {
        Assert.All(Cases, expected => Assert.Equal(expected.Status, expected.Run.Times.StatusAt(Now)));
        Assert.All(Cases, expected => Assert.Equal(expected.Duration, expected.Run.Times.DurationAt(Now)));
    }

    [OnBothDatabases]
    public async Task The_database_derives_the_same(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var runs = db.Runs.OrderBy(run => run.RunNumber);

        Assert.Equal(Cases.Select(expected => expected.Duration), await runs.Select(Run.DurationAt(Now)).ToListAsync());
        Assert.Equal(Cases.Select(expected => expected.Status), await runs.Select(Run.StatusAt(Now)).ToListAsync());
        Assert.Equal(Cases.Select(expected => (DateTimeOffset?)(expected.Run.Times.End ?? Now)), await runs.Select(Run.EndTimeAt(Now)).ToListAsync());
        Assert.Equal(Cases.Select(expected => expected.Run.Times.Start), await runs.Select(run => run.StartTime).ToListAsync());
        Assert.Equal(Cases.Select(expected => expected.Run.Times.End), await runs.Select(run => run.EndedAt).ToListAsync());
        Assert.Equal(Cases.Select(expected => expected.Run.Times.QcStart), await runs.Select(run => run.QcTimeStart).ToListAsync());
        Assert.Equal(Cases.Select(expected => expected.Run.Times.QcEnd), await runs.Select(run => run.QcTimeEnd).ToListAsync());
    }

    [OnBothDatabases]
    public async Task The_database_filters_and_sorts_by_what_it_derives(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var byDuration = await db.Runs.OrderByDescending(Run.DurationAt(Now)).ThenBy(run => run.RunNumber).Select(run => run.RunNumber).ToListAsync();
        Assert.Equal([5, 4, 3, 1, 2, 6, 7], byDuration);

        var limit = TimeSpan.FromHours(1);
        var lengthy = db.Runs.Select(run => new { run.RunNumber, Duration = DatabaseFunctions.Elapsed(run.StartTime, run.EndedAt ?? Now) })
            .Where(run => run.Duration > limit);
        Assert.Equal([3, 4, 5], await lengthy.Select(run => run.RunNumber).Order().ToListAsync());
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Runs.AddRange(Cases.Select(expected => expected.Run));
        await db.SaveChangesAsync();
    }

    private static Run Timed(int number, (double? From, double? To) trg = default, (double? From, double? To) o2 = default) => new()
    {
        RunNumber = number,
        TimeTrgStart = Minutes(trg.From), TimeTrgEnd = Minutes(trg.To), TimeO2Start = Minutes(o2.From), TimeO2End = Minutes(o2.To),
    };

    private static DateTimeOffset? Minutes(double? minutes) => minutes is { } after ? Ten.AddMinutes(after) : null;
}
