using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Journal;

/// <summary>Every change of an audited row leaves an entry, in its transaction.</summary>
public sealed class JournalTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task What_is_created_leaves_one_entry_without_a_list_of_its_fields(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        Assert.Equal(
            ["1 FILL 8178 v1 CREATED", "2 RUN 1 v1 CREATED", "3 TAG DPG v1 CREATED"],
            (await EntriesAsync(database)).Select(Line).Order());
    }

    [OnBothDatabases]
    public async Task A_change_tells_each_field_before_and_after(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await SaveAsync(database, async db =>
        {
            var run = await db.Runs.SingleAsync();
            (run.Quality, run.TimeO2End, run.LhcBeamEnergyGeV) = (RunQuality.Bad, Ten, 6800);
        });

        var entry = (await EntriesAsync(database)).Last();
        Assert.Equal("4 RUN 1 v2 CHANGED lhcBeamEnergyGeV null→6800 quality \"NONE\"→\"BAD\" timeO2End null→\"2022-09-24T10:00:00Z\"", Line(entry));
        Assert.Equal((1, "tester", null), (entry.RunNumber, entry.System, entry.UserId));
    }

    [OnBothDatabases]
    public async Task Detectors_tags_and_reasons_belong_to_their_run(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await SaveAsync(database, async db =>
        {
            var run = await db.Runs.Include(r => r.Tags).Include(r => r.Detectors).SingleAsync();
            run.Tags.Add(await db.Tags.SingleAsync());
            run.Detectors.Single().Quality = DetectorQuality.Bad;
            run.EndOfRunReasons.Add(new EndOfRunReason { ReasonType = new ReasonType { Category = "LHC", Title = "Dump" }, Category = "LHC", Title = "Dump" });
        });
        await SaveAsync(database, async db => (await db.Runs.Include(r => r.Tags).SingleAsync()).Tags.Clear());

        var lines = (await EntriesAsync(database)).Skip(3).Select(Line).ToList();
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("4 RUN 1 v2 CHANGED ", lines[0]);
        Assert.Contains(" tags null→\"DPG\"", lines[0]);
        Assert.Contains(" detectors.ITS \"GOOD\"→\"BAD\"", lines[0]);
        Assert.Contains(" endOfRunReasons null→\"LHC - Dump\"", lines[0]);
        Assert.Equal("5 RUN 1 v3 CHANGED tags \"DPG\"→null", lines[1]);
    }

    [OnBothDatabases]
    public async Task A_change_in_several_steps_is_one_entry_from_the_first_value_to_the_last(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var run = await db.Runs.SingleAsync();
            foreach (var quality in (RunQuality[])[RunQuality.Bad, RunQuality.Test])
            {
                run.Quality = quality;
                run.EpnCount = quality == RunQuality.Bad ? 200 : null;
                await db.SaveChangesAsync();
            }

            await transaction.CommitAsync();
        }

        Assert.Equal(["4 RUN 1 v2 CHANGED quality \"NONE\"→\"TEST\""], (await EntriesAsync(database)).Skip(3).Select(Line));
    }

    [OnBothDatabases]
    public async Task What_changes_nothing_leaves_no_entry_and_no_new_version(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await SaveAsync(database, async db => (await db.Runs.SingleAsync()).Quality = RunQuality.None);
        Assert.Equal(3, (await EntriesAsync(database)).Count);
    }

    [OnBothDatabases]
    public async Task What_is_taken_back_leaves_no_entry_then_or_later(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var db = database.Open();
        await using (await db.Database.BeginTransactionAsync())
        {
            (await db.Runs.SingleAsync()).Quality = RunQuality.Bad;
            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
        (await db.Fills.SingleAsync()).BeamType = "PROTON - PROTON";
        await db.SaveChangesAsync();
        Assert.Equal(["4 FILL 8178 v2 CHANGED beamType null→\"PROTON - PROTON\""], (await EntriesAsync(database)).Skip(3).Select(Line));
    }

    [OnBothDatabases]
    public async Task Two_who_change_the_same_version_cannot_both_succeed(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Runs.SingleAsync()).EpnCount = 1;
        (await second.Runs.SingleAsync()).FlpCount = 2;
        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [OnBothDatabases]
    public async Task Histories_are_pages_of_the_graph(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await SaveAsync(database, async db => (await db.Runs.SingleAsync()).Quality = RunQuality.Bad);
        var data = await new LogbookGraph(database).DataAsync(
            "{ runs { nodes { version history(first: 5) { totalCount nodes { kind version system user { name } changes { field oldValue newValue } } } } } fill(fillNumber: 8178) { history { nodes { kind } } } }");
        Assert.Equal(
            """{"runs":{"nodes":[{"version":2,"history":{"totalCount":2,"nodes":[{"kind":"CHANGED","version":2,"system":"tester","user":null,"changes":[{"field":"quality","oldValue":"NONE","newValue":"BAD"}]},"""
            + """{"kind":"CREATED","version":1,"system":"bookkeeping","user":null,"changes":[]}]}}]},"fill":{"history":{"nodes":[{"kind":"CREATED"}]}}}""",
            data.ToJsonString());
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Add(new Fill { FillNumber = 8178 });
        await db.SaveChangesAsync();
        db.Add(new Run { RunNumber = 1, FillNumber = 8178, Detectors = [new RunDetector { Detector = new Detector { Name = "ITS" } }] });
        await db.SaveChangesAsync();
        db.Add(new Tag { Text = "DPG" });
        await db.SaveChangesAsync();
        return database;
    }

    private static async Task SaveAsync(TestDatabase database, Func<BookkeepingDb, Task> change)
    {
        await using var db = database.Open();
        db.Change = new Change(Actor.System("tester"));
        await change(db);
        await db.SaveChangesAsync();
    }

    private static async Task<List<JournalEntry>> EntriesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Journal.AsNoTracking().OrderBy(entry => entry.Position).ToListAsync();
    }

    private static string Line(JournalEntry entry) => string.Join(
        ' ',
        (string[])[$"{entry.Position} {entry.Subject.ToString().ToUpperInvariant()} {entry.Key} v{entry.Version} {entry.Kind.ToString().ToUpperInvariant()}",
            .. entry.Changes.Select(change => $"{change.Field} {change.OldValue?.GetRawText() ?? "null"}→{change.NewValue?.GetRawText() ?? "null"}")]);
}
