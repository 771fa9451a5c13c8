using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Generate;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage.Generate;

public sealed class GenerateTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly GenerateOptions Options = new() { Runs = 600, Seed = 3, FlpsPerRun = 2 };

    [OnBothDatabases]
    public async Task There_is_something_of_everything(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal((600, 1200), (await db.Runs.CountAsync(), await db.FlpRoles.CountAsync()));
        Assert.Equal(Enum.GetValues<RunDefinition>(), (await db.Runs.Select(run => run.Definition!.Value).Distinct().ToListAsync()).Order());
        Assert.Equal(4, await db.Runs.Select(run => run.Quality).Distinct().CountAsync());
        Assert.True(await db.Fills.AnyAsync(fill => fill.StableBeamsStart == null) && await db.FillStatistics.AnyAsync(statistics => statistics.Efficiency > 0.5));
        Assert.True(await db.Environments.AnyAsync(environment => environment.EverInError) && await db.Environments.AnyAsync(environment => !environment.EverInError));
        Assert.True(await db.LogEntries.AnyAsync(entry => entry.ParentNumber != null) && await db.LogEntries.AnyAsync(entry => LogText.Matches(entry.Number, "thresholds were adjusted")));
        Assert.True(await db.EndOfRunReasons.AnyAsync() && await db.TriggerCounters.AnyAsync() && await db.Tags.AnyAsync(tag => tag.Runs.Any()));
    }

    [OnBothDatabases]
    public async Task What_is_stored_is_what_would_be_derived(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        await using var db = database.Open();
        var before = await db.Runs.OrderBy(run => run.RunNumber).Select(run => run.Definition).ToListAsync();
        var efficiencies = await db.FillStatistics.OrderBy(s => s.FillNumber).Select(s => new { s.Efficiency, s.RunCount, s.TimeBetweenRuns, Detectors = s.Detectors.Count }).ToListAsync();

        await RunDefinitions.DeriveAsync(db, db.Runs, Imports.Now, CancellationToken.None);
        await FillStatisticsUpdate.ComputeAsync(db, await db.Fills.Select(fill => fill.FillNumber).ToListAsync(), CancellationToken.None);
        db.ChangeTracker.Clear();

        Assert.Equal(before, await db.Runs.OrderBy(run => run.RunNumber).Select(run => run.Definition).ToListAsync());
        Assert.Equal(efficiencies, await db.FillStatistics.OrderBy(s => s.FillNumber).Select(s => new { s.Efficiency, s.RunCount, s.TimeBetweenRuns, Detectors = s.Detectors.Count }).ToListAsync());
    }

    [Fact]
    public async Task The_seed_determines_every_row()
    {
        await using var first = await GeneratedAsync(Options);
        await using var second = await GeneratedAsync(Options);
        await using var other = await GeneratedAsync(Options with { Seed = 4 });
        var content = await first.ContentAsync();
        Assert.Equal(content, await second.ContentAsync());
        Assert.NotEqual(content, await other.ContentAsync());
    }

    [OnBothDatabases]
    public async Task A_database_that_holds_anything_is_refused(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new Generator(db).GenerateAsync(Options, CancellationToken.None));
        Assert.Contains("not empty", error.Message);
    }

    [Theory]
    [InlineData("--runs")]
    [InlineData("--runs", "0")]
    [InlineData("--flps", "201")]
    [InlineData("--seed", "-1")]
    [InlineData("--run", "5")]
    public void Wrong_options_are_refused(params string[] args) => Assert.Throws<FormatException>(() => GenerateOptions.Parse(args));

    [Fact]
    public void Options_are_read() =>
        Assert.Equal((100_000, 7, 200), GenerateOptions.Parse(["--runs", "100000", "--seed", "7", "--flps", "200"]) is var o ? (o.Runs, o.Seed, o.FlpsPerRun) : default);

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await new Generator(db).GenerateAsync(Options, CancellationToken.None);
    }

    private static async Task<TestDatabase> GeneratedAsync(GenerateOptions options)
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        await new Generator(db).GenerateAsync(options, CancellationToken.None);
        return database;
    }
}
