using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Storage.Generate;
using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Storage.Export;

public sealed class ExportTests
{
    [OnBothDatabases]
    public async Task What_one_database_exports_the_other_imports_and_exports_alike(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        var exported = await ExportAsync(database);
        Assert.Equal(
            [
                "attachments.jsonl", "detectors.jsonl", "dpl-process-executions.jsonl", "dpl-process-types.jsonl", "environments.jsonl", "fills.jsonl", "hosts.jsonl",
                "journal.jsonl", "log-entries.jsonl", "reason-types.jsonl", "runs.jsonl", "tags.jsonl", "users.jsonl",
            ],
            exported.Keys.Order());
        Assert.All(exported.Where(file => file.Key != "attachments.jsonl"), file => Assert.NotEmpty(file.Value));

        await using var other = await TestDatabase.CreateAsync(kind == DatabaseKind.Sqlite ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite);
        await ImportAsync(other, exported);
        var again = await ExportAsync(other);
        foreach (var (file, text) in exported) Assert.Equal(text, again[file]);

        var before = await other.ContentAsync();
        await ImportAsync(other, exported);
        Assert.Equal(before, await other.ContentAsync());
    }

    [OnBothDatabases]
    public async Task Writers_go_on_and_what_they_write_is_not_in_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, ("runs.jsonl", """{"runNumber": 1}"""));
        await using var db = database.Open();
        var files = new Dictionary<string, MemoryStream>();
        await new Exporter(db, NoContents).ExportAsync(name =>
        {
            if (name == "users.jsonl") database.ImportAsync(Imports.Now, ("runs.jsonl", """{"runNumber": 2}"""), ("tags.jsonl", """{"text": "LATE"}""")).GetAwaiter().GetResult();
            return files[name] = new MemoryStream();
        }, progress: null, CancellationToken.None);

        var exported = files.ToDictionary(file => file.Key, file => System.Text.Encoding.UTF8.GetString(file.Value.ToArray()));
        Assert.StartsWith("""{"runNumber":1,""", Assert.Single(exported["runs.jsonl"].TrimEnd().Split('\n')));
        Assert.Empty(exported["tags.jsonl"]);
        await using var later = database.Open();
        Assert.Equal(2, await later.Runs.CountAsync());
    }

    [OnBothDatabases]
    public async Task What_is_not_known_any_more_is_cleared_by_an_import(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, ("runs.jsonl", """{"runNumber": 1, "epnCount": null, "quality": "GOOD"}"""));
        var exported = await ExportAsync(database);
        await database.ImportAsync(Imports.Now, ("runs.jsonl", """{"runNumber": 1, "epnCount": 5, "quality": "BAD"}"""));

        await ImportAsync(database, exported);

        await using var db = database.Open();
        var run = await db.Runs.SingleAsync();
        Assert.Equal((null, RunQuality.Good), (run.EpnCount, run.Quality));

        // The files' history ends before that of the database: what the import changed back is history of its own.
        Assert.Equal(3, await db.Journal.CountAsync(entry => entry.RunNumber == 1));
        Assert.Equal(3, run.Version);
    }

    [OnBothDatabases]
    public async Task History_is_only_added_to(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        const string First = """{"position": 1, "at": "2022-09-24T10:00:00Z", "subject": "RUN", "key": "5", "version": 1, "kind": "CREATED", "system": "control-system"}""";
        const string Second = """{"position": 2, "at": "2022-09-24T10:01:00Z", "subject": "RUN", "key": "5", "version": 2, "kind": "CHANGED", "user": 0, "changes": [{"field": "quality", "oldValue": "NONE", "newValue": "GOOD"}]}""";
        await database.ImportAsync(Imports.Now, ("journal.jsonl", First), ("runs.jsonl", """{"runNumber": 5}"""));
        await database.ImportAsync(Imports.Now, ("journal.jsonl", $"{First}\n{Second}"), ("runs.jsonl", """{"runNumber": 5, "quality": "GOOD", "version": 2}"""));
        await using var db = database.Open();
        Assert.Equal((2, 2), (await db.Journal.CountAsync(), (await db.Runs.SingleAsync()).Version));

        await AssertRefusedAsync(database, First.Replace("10:00", "11:00"), "journal.jsonl, line 1: `position` is 1: history cannot be changed, and the database tells this entry otherwise.");
        await AssertRefusedAsync(database, Second.Replace("\"position\": 2", "\"position\": 4"), "journal.jsonl, line 1: `position` is 4: the database's history ends at 2, so 3 comes next.");
        await AssertRefusedAsync(database, $"{First}\n{Second.Replace("\"position\": 2", "\"position\": 3")}", "journal.jsonl, line 2: `position` is 3; 2 comes next.");
        await AssertRefusedAsync(database, First.Replace("\"key\": \"5\"", "\"key\": \"five\""), "journal.jsonl, line 1: `key` is \"five\"; a number was expected.");
        await AssertRefusedAsync(database, """{"position": 3}""", "journal.jsonl, line 1: `at` is missing.");
    }

    private static async Task AssertRefusedAsync(TestDatabase database, string journal, string problem)
    {
        var before = await database.ContentAsync();
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(Imports.Now, ("journal.jsonl", journal)));
        Assert.Equal(problem, refusal.Problems[0].ToString());
        Assert.Equal(before, await database.ContentAsync());
    }

    // Something of everything: generated, imported, and changed by systems and people.
    private static async Task FillAsync(TestDatabase database)
    {
        await using (var db = database.Open()) await new Generator(db).GenerateAsync(new GenerateOptions { Runs = 60, Seed = 5, FlpsPerRun = 2 }, CancellationToken.None);
        await database.ImportAsync(Imports.Now, ImportTests.Everything);
        await database.ImportAsync(Imports.Now, ("reason-types.jsonl", """{"category": "OTHER", "title": "Nobody's yet"}"""));
        var graph = new LogbookGraph(database);
        await graph.DoAsync("recordEnvironmentStatus", """environmentId: "2new", status: RUNNING, timestamp: "2022-10-01T10:00:00Z", configuration: {detectors: "[\"ITS\"]", a: null}""");
        await graph.DoAsync("recordEnvironmentStatus", """environmentId: "2new", status: CONFIGURED, timestamp: "2022-10-01T09:00:00Z", message: "late" """);
        await graph.DoAsync("changeRunQuality", """runNumber: 526080, quality: BAD, reason: "\"TPC\" trip – é" """);
        await graph.DataAsync("""
            mutation { registerDplProcesses(input: {items: [{runNumber: 526080, detector: "ITS", processName: "its-qc", processType: "QcTask", hostname: "epn1"}]}) { results { errors { ... on Error { code } } } } }
            """);
        await graph.DoAsync("setRunTags", """runNumber: 526080, tags: []""");
    }

    private static ExportContents NoContents => new(new AttachmentStore(Options.Create(new AttachmentOptions())), "");

    private static async Task<Dictionary<string, string>> ExportAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var files = new Dictionary<string, MemoryStream>();
        await new Exporter(db, NoContents).ExportAsync(name => files[name] = new MemoryStream(), progress: null, CancellationToken.None);
        return files.ToDictionary(file => file.Key, file => System.Text.Encoding.UTF8.GetString(file.Value.ToArray()));
    }

    private static Task ImportAsync(TestDatabase database, Dictionary<string, string> files) =>
        database.ImportAsync(Imports.Now.AddDays(1), [.. files.Select(file => (file.Key, file.Value))]);
}
