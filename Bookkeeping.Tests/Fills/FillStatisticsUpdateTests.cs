using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Fills;

public sealed class FillStatisticsUpdateTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task Statistics_follow_every_change_of_the_fill_and_its_runs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        Assert.Equal((0.5, 1, 1), await ComputedAsync(database));

        await ChangeAsync(database, db => db.Runs.Single(run => run.RunNumber == 1).Quality = RunQuality.Bad);
        Assert.Equal((0, 1, 1), await ComputedAsync(database));

        await ChangeAsync(database, db => db.RunDetectors.RemoveRange(db.RunDetectors));
        Assert.Equal((0, 1, 0), await ComputedAsync(database));

        await ChangeAsync(database, db => db.Runs.Single(run => run.RunNumber == 1).Define(RunDefinition.Cosmics));
        Assert.Equal((0, 0, 0), await ComputedAsync(database));

        await ChangeAsync(database, db => db.Fills.Single().StableBeamsStart = null);
        Assert.Null(await ComputedAsync(database));
    }

    [OnBothDatabases]
    public async Task Recorded_statistics_stay_as_they_are(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        await ChangeAsync(database, db => db.Add(new FillStatistics { FillNumber = 1, Efficiency = 0.9, RunCount = 15, IsRecorded = true }));
        Assert.Equal((0.9, 15, 0), await ComputedAsync(database));
    }

    [OnBothDatabases]
    public async Task Definitions_follow_a_change_of_the_fill(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        await ChangeAsync(database, db => db.Runs.Add(new Run { RunNumber = 2, FillNumber = 1, Definition = RunDefinition.Technical, DefinitionIsRecorded = true }));
        await ChangeAsync(database, db => db.Fills.Single().StableBeamsEnd = Ten.AddMinutes(-1));

        await using var db = database.Open();
        await RunDefinitions.DeriveAsync(db, db.Runs.Where(run => run.FillNumber == 1), Ten.AddDays(1), CancellationToken.None);
        db.ChangeTracker.Clear();

        Assert.Equal(
            [RunDefinition.Commissioning, RunDefinition.Technical],
            await db.Runs.OrderBy(run => run.RunNumber).Select(run => run.Definition!.Value).ToListAsync());
    }

    private static async Task<(double Efficiency, int Runs, int Detectors)?> ComputedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await FillStatisticsUpdate.ComputeAsync(db, [1], CancellationToken.None);
        db.ChangeTracker.Clear();
        var statistics = await db.FillStatistics.Include(statistics => statistics.Detectors).SingleOrDefaultAsync();
        return statistics is null ? null : (statistics.Efficiency!.Value, statistics.RunCount!.Value, statistics.Detectors.Count);
    }

    private static async Task ChangeAsync(TestDatabase database, Action<BookkeepingDb> change)
    {
        await using var db = database.Open();
        change(db);
        await db.SaveChangesAsync();
    }

    private static Task FillAsync(TestDatabase database) => ChangeAsync(database, db => db.Runs.Add(new Run
    {
        RunNumber = 1, Quality = RunQuality.Good, Definition = RunDefinition.Physics, TimeTrgStart = Ten, TimeTrgEnd = Ten.AddHours(1),
        Fill = new Fill { FillNumber = 1, StableBeamsStart = Ten, StableBeamsEnd = Ten.AddHours(2) },
        Detectors = [new RunDetector { Detector = new Detector { Name = "ITS" } }],
    }));
}
