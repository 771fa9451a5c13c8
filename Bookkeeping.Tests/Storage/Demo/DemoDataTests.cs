using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Demo;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage.Demo;

public sealed class DemoDataTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [OnBothDatabases]
    public async Task All_records_are_there(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, LoadAsync)).Open();
        Assert.Equal(
            (68, 27, 67, 13, 13, 7, 4),
            (await db.Runs.CountAsync(), await db.Fills.CountAsync(), await db.Environments.CountAsync(), await db.LogEntries.CountAsync(),
                await db.Detectors.CountAsync(), await db.Tags.CountAsync(), await db.Users.CountAsync()));
    }

    [OnBothDatabases]
    public async Task Fill_8178_answers_as_its_page_did(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, LoadAsync)).Open();
        var fill = await db.Fills.Include(fill => fill.Statistics!.Detectors).Include(fill => fill.Runs).SingleAsync(fill => fill.FillNumber == 8178);
        Assert.Equal(new TimeSpan(57, 14, 59), fill.StableBeamsDuration);
        Assert.Equal([526077, 526078, 526080, 526116, 526117, 526120, 526121, 526175, 526181], fill.Runs.Select(run => run.RunNumber).Order());
        Assert.Equal(35, fill.CollidingBunches);

        var statistics = fill.Statistics!;
        Assert.Equal((15, 11, 4), (statistics.RunCount, statistics.GoodRunCount, statistics.BadRunCount));
        Assert.Equal((new TimeSpan(52, 30, 44), new TimeSpan(4, 46, 25)), (statistics.RunsCoverage, statistics.MeanRunDuration));
        Assert.Equal((0.9172, 0.0081), (Math.Round(statistics.Efficiency!.Value, 4), Math.Round(statistics.EfficiencyLossAtStart!.Value, 4)));
        Assert.Equal((new TimeSpan(0, 27, 51), new TimeSpan(3, 53, 37)), (statistics.TimeLossAtStart, statistics.TimeBetweenRuns));
        Assert.Equal(11, statistics.Detectors.Single(detector => detector.DetectorName == "MID").RunCount);
    }

    [OnBothDatabases]
    public async Task Run_526080_is_derived_to_be_what_its_page_said(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, LoadAsync)).Open();
        var run = await db.Runs.Include(run => run.Detectors).Include(run => run.EndOfRunReasons).SingleAsync(run => run.RunNumber == 526080);
        Assert.Equal((RunDefinition.Physics, false), (run.Definition, run.DefinitionIsRecorded));
        Assert.Equal((13, 30, 6), (run.Detectors.Count, run.L3CurrentLevelKa, run.DipoleCurrentLevelKa));
        Assert.Equal(new TimeSpan(23, 57, 49), run.Times.DurationAt(Imports.Now));
        Assert.Equal("Data Flow / Systems - FLP - segfault on readout.exe and TF already built from FLP196 on EPN", run.EndOfRunReasons.Single().Text);
    }

    [OnBothDatabases]
    public async Task What_no_page_showed_stays_unknown(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, LoadAsync)).Open();
        var run = await db.Runs.SingleAsync(run => run.RunNumber == 527844);
        Assert.Equal((null, null, null, RunStatus.Unknown), (run.Definition, run.StartTime, run.EndedAt, run.Times.StatusAt(Imports.Now)));
        var fill = await db.Fills.Include(fill => fill.Statistics).SingleAsync(fill => fill.FillNumber == 8302);
        Assert.Equal((null, new TimeSpan(13, 32, 10), null), (fill.StableBeamsStart, fill.StableBeamsDuration, fill.FillingSchemeName));
        Assert.Equal((0.8567, null, 5), (Math.Round(fill.Statistics!.Efficiency!.Value, 4), fill.Statistics.RunCount, fill.Statistics.GoodRunCount));
        Assert.Equal(8, await db.Fills.CountAsync(Fill.HasStableBeamsExpression));
        Assert.Equal(22, await db.Environments.CountAsync(environment => environment.CreatedAt == null && environment.CurrentStatus == null));
    }

    [OnBothDatabases]
    public async Task Log_entries_keep_their_order_and_the_one_known_number(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, LoadAsync)).Open();
        var entries = await db.LogEntries.Include(entry => entry.Author).OrderBy(entry => entry.Number).ToListAsync();
        Assert.Equal(entries.OrderBy(entry => entry.CreatedAt), entries);
        Assert.Equal((34988, "QC/PDP EOS report Night shift 22/10/2022", "Rishat Sultanov"), (entries[^1].Number, entries[^1].Title, entries[^1].Author.Name));
    }

    [OnBothDatabases]
    public async Task It_is_loaded_into_an_empty_database_only(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.True(await DemoData.LoadIfEmptyAsync(database.Address, new FixedTime(Imports.Now), CancellationToken.None));
        Assert.False(await DemoData.LoadIfEmptyAsync(database.Address, new FixedTime(Imports.Now), CancellationToken.None));

        await using var other = await TestDatabase.CreateAsync(kind);
        await other.ImportAsync(Imports.Now, ("tags.jsonl", """{"text": "PHYSICS"}"""));
        Assert.False(await DemoData.LoadIfEmptyAsync(other.Address, new FixedTime(Imports.Now), CancellationToken.None));
    }

    private static Task LoadAsync(TestDatabase database) => DemoData.LoadIfEmptyAsync(database.Address, new FixedTime(Imports.Now), CancellationToken.None);
}
