using System.Text.Json.Nodes;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Journal;

/// <summary>What a person changed by mistake can be put back, as long as nobody changed it since.</summary>
public sealed class RevertChangeTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [OnBothDatabases]
    public async Task A_quality_is_put_back_explained_and_logged(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD");
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: BAD, reason: \"wrong run\"");
        var position = await LastAsync(database);
        var payload = await graph.DoAsync(
            "revertChange", $"position: {position}, reason: \"  it was another run \"", "journalEntry { position reason user { name } changes { field oldValue newValue } }");
        Assert.Equal(
            $$"""{"position":{{await LastAsync(database)}},"reason":"it was another run","user":{"name":"Anonymous"},"changes":[{"field":"quality","oldValue":"BAD","newValue":"GOOD"}]}""",
            payload["journalEntry"]!.ToJsonString());
        var log = (await graph.DataAsync("{ logEntries(first: 1) { totalCount nodes { title text tags { text } } } }"))["logEntries"]!;
        Assert.Equal(3, (int)log["totalCount"]!);
        Assert.Equal("Run 1 quality has changed to good", (string)log["nodes"]![0]!["title"]!);
        Assert.EndsWith("- Quality: bad → good\n\nReason: it was another run", (string)log["nodes"]![0]!["text"]!);
        Assert.Equal("DPG RC", string.Join(' ', log["nodes"]![0]!["tags"]!.AsArray().Select(tag => tag!["text"])));
    }

    [OnBothDatabases]
    public async Task Tags_reasons_detectors_and_rates_are_put_back(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"DPG\"]");
        await graph.DoAsync("setEndOfRunReasons", "runNumber: 1, reasons: [{category: \"DETECTORS\", title: \"TPC\", description: \"a - b\"}]");
        var before = await StateAsync(graph);
        string[] mistakes =
        [
            "setRunTags|runNumber: 1, tags: [\"RC\", \"Not for physics\"]", "setEndOfRunReasons|runNumber: 1, reasons: [{category: \"LHC\", title: \"\"}]",
            "changeDetectorQuality|runNumber: 1, detectors: [{detector: \"ITS\", quality: BAD}], reason: \"x\"", "setRunInteractionRates|runNumber: 1, inelasticInteractionRateAverageHz: 5",
        ];
        foreach (var mistake in mistakes)
        {
            await graph.DoAsync(mistake.Split('|')[0], mistake.Split('|')[1]);
            Assert.NotEqual(before, await StateAsync(graph));
            await graph.DoAsync("revertChange", $"position: {await LastAsync(database)}, reason: \"mistake\"");
            Assert.Equal(before, await StateAsync(graph));
        }

        var titles = (await graph.DataAsync("{ logEntries(order: {number: ASC}) { nodes { title } } }"))["logEntries"]!["nodes"]!.AsArray().Select(entry => (string)entry!["title"]!).ToList();
        // Of the reasons the first and that which was put back, of the watched tag given and taken, of the detectors twice.
        Assert.Equal(2, titles.Count(title => title.StartsWith("EoR reason", StringComparison.Ordinal)));
        Assert.Equal(2, titles.Count(title => title == "Run 1 tags has changed"));
        Assert.Equal(2, titles.Count(title => title.StartsWith("Detector(s) quality", StringComparison.Ordinal)));
    }

    [OnBothDatabases]
    public async Task A_tag_gets_its_description_back(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("updateTag", "text: \"DPG\", description: \"wrong\"");
        await graph.DoAsync("revertChange", $"position: {await LastAsync(database)}, reason: \"mistake\"");
        Assert.Equal("""{"description":null,"version":3}""", (await graph.DataAsync("{ tag(text: \"DPG\") { description version } }"))["tag"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task What_was_changed_since_is_refused_with_who_changed_it_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD");
        var first = await LastAsync(database);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"DPG\"]");
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: BAD, reason: \"TPC tripped\"");
        var second = await LastAsync(database);
        var refused = (await graph.DataAsync(
            $"mutation {{ revertChange(input: {{position: {first}, reason: \"mistake\"}}) {{ journalEntry {{ position }} errors {{ ... on Error {{ code }} ... on ChangedSinceError {{ changesSince {{ position user {{ name }} reason }} }} }} }} }}"))["revertChange"]!;
        Assert.Equal(
            $$"""{"journalEntry":null,"errors":[{"code":"CHANGED_SINCE","changesSince":[{"position":{{second}},"user":{"name":"Anonymous"},"reason":"TPC tripped"}]}]}""", refused.ToJsonString());
        Assert.Equal(second, await LastAsync(database));

        // Another field's change since does not matter; what was taken back cannot be taken back again, but the taking back can.
        await graph.DoAsync("revertChange", $"position: {second}, reason: \"mistake\"");
        Assert.Equal("CHANGED_SINCE", await graph.RefusedAsync("revertChange", $"position: {second}, reason: \"mistake\""));
        await graph.DoAsync("revertChange", $"position: {await LastAsync(database)}, reason: \"no mistake\"");
        Assert.Equal("BAD", (string)(await graph.DataAsync("{ run(runNumber: 1) { quality } }"))["run"]!["quality"]!);
    }

    [OnBothDatabases]
    public async Task Another_item_of_a_list_may_have_been_changed_since(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"DPG\"]");
        var position = await LastAsync(database);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"DPG\", \"RC\"]");
        await graph.DoAsync("revertChange", $"position: {position}, reason: \"mistake\"");
        Assert.Equal("""[{"text":"RC"}]""", (await graph.DataAsync("{ run(runNumber: 1) { tags { text } } }"))["run"]!["tags"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_bulk_change_is_put_back_as_a_whole_or_for_one_run(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var position = await BulkAsync();
        await graph.DoAsync("revertChange", $"position: {position}, reason: \"mistake\", wholeChange: false");
        Assert.Equal("BAD NONE BAD", await QualitiesAsync());
        await graph.DoAsync("revertChange", $"position: {await LastAsync(database)}, reason: \"no mistake\"");
        // One run of it was changed since: all or nothing.
        Assert.Equal("CHANGED_SINCE", await graph.RefusedAsync("revertChange", $"position: {position}, reason: \"mistake\""));
        Assert.Equal("BAD BAD BAD", await QualitiesAsync());
        position = await BulkAsync(RunQuality.Test);
        await graph.DoAsync("revertChange", $"position: {position}, reason: \"mistake\"");
        Assert.Equal("BAD BAD BAD", await QualitiesAsync());

        async Task<long> BulkAsync(RunQuality quality = RunQuality.Bad)
        {
            await using var db = database.Open();
            db.Change = new Change(Actor.Anonymous, "all of them", Ten.AddHours(5));
            foreach (var run in await db.Runs.OrderBy(run => run.RunNumber).ToListAsync()) run.Quality = quality;
            await db.SaveChangesAsync();
            return await LastAsync(database) - 1;
        }

        async Task<string> QualitiesAsync() => string.Join(
            ' ', (await graph.DataAsync("{ runs(order: {runNumber: ASC}) { nodes { quality } } }"))["runs"]!["nodes"]!.AsArray().Select(run => run!["quality"]));
    }

    [OnBothDatabases]
    public async Task What_is_no_persons_change_of_fields_is_refused(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        Assert.Equal("CHANGE_NOT_FOUND", await graph.RefusedAsync("revertChange", "position: 99, reason: \"mistake\""));
        Assert.Equal("CHANGE_OF_A_SYSTEM", await graph.RefusedAsync("revertChange", "position: 1, reason: \"mistake\""));
        await graph.DoAsync("createTag", "text: \"New\"");
        Assert.Equal("CHANGE_NOT_REVERTIBLE", await graph.RefusedAsync("revertChange", $"position: {await LastAsync(database)}, reason: \"mistake\""));
        await graph.DoAsync("changeRunQuality", "runNumber: 1, quality: GOOD");
        var position = await LastAsync(database);
        Assert.Equal("REASON_REQUIRED", await graph.RefusedAsync("revertChange", $"position: {position}, reason: \" \""));
        Assert.Equal("INVALID_LENGTH", await graph.RefusedAsync("revertChange", $"position: {position}, reason: \"{new string('x', 10_001)}\""));
        Assert.Equal("GOOD", (string)(await graph.DataAsync("{ run(runNumber: 1) { quality } }"))["run"]!["quality"]!);
    }

    [OnBothDatabases]
    public async Task A_tag_that_was_archived_since_cannot_be_given_back(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: [\"DPG\"]");
        await graph.DoAsync("setRunTags", "runNumber: 1, tags: []");
        var position = await LastAsync(database);
        await graph.DoAsync("archiveTag", "text: \"DPG\"");
        Assert.Equal("TAG_ARCHIVED", await graph.RefusedAsync("revertChange", $"position: {position}, reason: \"mistake\""));
    }

    private static async Task<string> StateAsync(LogbookGraph graph)
    {
        var run = (await graph.DataAsync(
            "{ run(runNumber: 1) { inelasticInteractionRateAverageHz tags { text } endOfRunReasons { category title description } detectors { detector { name } quality } } }"))["run"]!;
        return run.ToJsonString();
    }

    // The last change of a run or tag; the log entries that came of it have entries of their own.
    private static async Task<long> LastAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Journal.Where(entry => entry.Subject != JournalSubject.LogEntry).MaxAsync(entry => entry.Position);
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Change = new Change(Actor.System("tester"), at: Ten);
        db.AddRange(new Tag { Text = "DPG" }, new Tag { Text = "RC" }, new Tag { Text = "Not for physics" });
        db.AddRange(new ReasonType { Category = "LHC", Title = "" }, new ReasonType { Category = "DETECTORS", Title = "" }, new ReasonType { Category = "DETECTORS", Title = "TPC" });
        var detector = new Detector { Name = "ITS" };
        db.AddRange(Enumerable.Range(1, 3).Select(number => new Run
        {
            RunNumber = number, TimeO2Start = Ten, TimeO2End = Ten.AddHours(1), Detectors = [new RunDetector { Detector = detector }],
        }));
        await db.SaveChangesAsync();
        return database;
    }
}
