using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore;
using static Bookkeeping.Tests.Storage.Export.Site;

namespace Bookkeeping.Tests.Storage.Export;

public sealed class FilesTests
{
    private const string Entry = """{"number": 1, "title": "With files", "subtype": "RUN", "origin": "HUMAN", "createdAt": "2022-09-24T11:00:00Z"}""";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static readonly byte[] Log = "link 17 OVERFLOWED twice"u8.ToArray();

    [OnBothDatabases]
    public async Task Files_and_processes_move_into_the_other_kind_of_database(DatabaseKind kind)
    {
        await using var here = await CreateAsync(kind);
        await FillAsync(here);
        var exported = await here.ExportAsync();
        Assert.Equal(2, Directory.GetFiles(Path.Combine(exported, "attachments"), "*", SearchOption.AllDirectories).Length);
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(exported, "attachments.jsonl"))).Length);
        Assert.Equal(
            ["""{"label":"Merger","processes":["merger"]}""", """{"label":"QcTask","processes":["its-qc","tpc-qc"]}"""],
            await File.ReadAllLinesAsync(Path.Combine(exported, "dpl-process-types.jsonl")));
        Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(exported, "dpl-process-executions.jsonl"))).Length);

        await using var there = await CreateAsync(kind == DatabaseKind.Sqlite ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite);
        Assert.True(await there.ImportAsync(exported) == 0, there.Errors);
        Assert.Equal(FilesOf(exported), FilesOf(await there.ExportAsync()));
        Assert.Equal(FilesOf(here.Attachments), FilesOf(there.Attachments));

        var before = (await there.Database.ContentAsync(), FilesOf(there.Attachments));
        Assert.Equal(0, await there.ImportAsync(exported));
        Assert.Equal(before.Item1, await there.Database.ContentAsync());
        Assert.Equal(before.Item2, FilesOf(there.Attachments));
    }

    [OnBothDatabases]
    public async Task Files_are_given_and_found_where_they_moved_to_and_numbers_go_on(DatabaseKind kind)
    {
        await using var here = await CreateAsync(DatabaseKind.Sqlite);
        await FillAsync(here);
        await using var there = await CreateAsync(kind);
        Assert.Equal(0, await there.ImportAsync(await here.ExportAsync()));

        await using var server = await there.StartAsync();
        Assert.Equal(Png, await server.Client.GetByteArrayAsync("/attachments/1"));
        using var log = await server.Client.GetAsync("/attachments/2");
        Assert.Equal("text/plain; charset=utf-8", log.Content.Headers.ContentType!.ToString());
        var found = await server.AskAsync("""{ logEntries(where: {content: "link 17 overflowed"}) { nodes { title attachmentCount } } }""");
        Assert.Equal("""[{"title":"With files","attachmentCount":2}]""", found["data"]!["logEntries"]!["nodes"]!.ToJsonString());
        Assert.Equal("/attachments/4", await AttachAsync(server, 1, "next.txt", "next"u8.ToArray()));
    }

    [OnBothDatabases]
    public async Task A_file_that_is_missing_or_altered_is_a_wrong_line(DatabaseKind kind)
    {
        await using var site = await CreateAsync(kind);
        var altered = Content(Png);
        altered.Content = [1, 2, 3];
        var folder = site.NewFolder(
            Lines("log-entries.jsonl", Entry),
            Lines("attachments.jsonl", Line(1, Png), Line(2, Log), Line(3, [5])),
            altered, Content([5]));
        await AssertRefusedAsync(
            site, folder,
            $"attachments.jsonl, line 1: `attachmentNumber` 1: the file attachments/{HashOf(Png)[..2]}/{HashOf(Png)} was altered: its hash is {HashOf([1, 2, 3])}.",
            $"attachments.jsonl, line 2: `attachmentNumber` 2: the content is missing; it should be the file attachments/{HashOf(Log)[..2]}/{HashOf(Log)}.");
    }

    [OnBothDatabases]
    public async Task What_fails_late_leaves_no_file(DatabaseKind kind)
    {
        await using var site = await CreateAsync(kind);
        Assert.Equal(0, await site.ImportAsync(site.NewFolder(Lines("log-entries.jsonl", Entry), Lines("attachments.jsonl", Line(7, Png)), Content(Png))));
        var folder = site.NewFolder(Lines("attachments.jsonl", Line(1, Log), Line(7, [5])), Content(Log), Content([5]));
        await AssertRefusedAsync(site, folder, "attachments.jsonl, line 2: `attachmentNumber` is 7: a file cannot be changed, and the database tells this one otherwise.");
    }

    [OnBothDatabases]
    public async Task A_content_that_the_site_has_need_not_come_again(DatabaseKind kind)
    {
        await using var site = await CreateAsync(kind);
        Assert.Equal(0, await site.ImportAsync(site.NewFolder(Lines("log-entries.jsonl", Entry), Lines("attachments.jsonl", Line(1, Log)), Content(Log))));
        Assert.True(await site.ImportAsync(site.NewFolder(Lines("attachments.jsonl", Line(2, Log, "again.txt")))) == 0, site.Errors);
        await using var db = site.Database.Open();
        Assert.Equal("1_again.txt text/plain 24", await db.Attachments.Where(file => file.AttachmentNumber == 2).Select(file => file.FileName + " " + file.MimeType + " " + file.SizeBytes).SingleAsync());
        Assert.Equal("\nlink 17 OVERFLOWED twice\nlink 17 OVERFLOWED twice", await db.LogEntries.Select(entry => entry.AttachedText).SingleAsync());
    }

    [OnBothDatabases]
    public async Task Wrong_lines_are_told(DatabaseKind kind)
    {
        await using var site = await CreateAsync(kind);
        var folder = site.NewFolder(
            Lines("attachments.jsonl",
                """{"attachmentNumber": 0, "logEntry": 5, "originalName": "a/b.txt", "sha256": "../../x", "createdAt": "2022-09-24T11:00:00Z"}""",
                """{"attachmentNumber": 1, "mimeType": "text/html"}"""),
            Lines("hosts.jsonl", """{"hostname": ""}"""),
            Lines("dpl-process-types.jsonl", """{"label": "QcTask", "processes": ["a", "a", ""]}"""),
            Lines("dpl-process-executions.jsonl", """{"run": 4, "detector": "ITS", "process": "qc", "processType": "QcTask"}"""));
        await AssertRefusedAsync(
            site, folder,
            "attachments.jsonl, line 1: `originalName` is \"a/b.txt\"; \"b.txt\" would be a name.",
            "attachments.jsonl, line 1: There is no LogEntry 5, neither in log-entries.jsonl nor in the database.",
            "attachments.jsonl, line 1: `sha256` is \"../../x\"; a hash has 64 hexadecimal digits, in small letters.",
            "attachments.jsonl, line 1: `attachmentNumber` is 0; the first one is 1.",
            "attachments.jsonl, line 2: `createdAt` is missing.",
            "attachments.jsonl, line 2: `originalName` is missing.",
            "attachments.jsonl, line 2: `logEntry` is missing.",
            "attachments.jsonl, line 2: `sha256` is missing.",
            "attachments.jsonl, line 2: There is no field `mimeType`.",
            "dpl-process-executions.jsonl, line 1: There is no Run 4, neither in runs.jsonl nor in the database.",
            "dpl-process-executions.jsonl, line 1: `host` is missing.",
            "dpl-process-executions.jsonl, line 1: There is no Detector ITS, neither in detectors.jsonl nor in the database.",
            "dpl-process-types.jsonl, line 1: `processes`: a name has 1 to 255 characters.",
            "dpl-process-types.jsonl, line 1: `processes` names a more than once.",
            "hosts.jsonl, line 1: `hostname` must not be empty.");
    }

    [OnBothDatabases]
    public async Task A_lost_content_stops_an_export_unless_it_is_to_be_left_out(DatabaseKind kind)
    {
        await using var site = await CreateAsync(kind);
        await FillAsync(site);
        File.Delete(Path.Combine(site.Attachments, HashOf(Png)[..2], HashOf(Png)));
        await File.WriteAllTextAsync(Path.Combine(site.Attachments, HashOf(Log)[..2], HashOf(Log)), "bits rot");

        var target = site.NewFolder();
        Assert.Equal(1, await ExportCommand.RunAsync([target], site.Context, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFileSystemEntries(target));
        Assert.Contains("The content of attachment 1, plot.png of log entry 1, is not in the folder of attachments.", site.Errors);
        Assert.Contains("The content of attachment 2, readout.log of log entry 1, was altered: its hash is", site.Errors);
        Assert.Contains("Nothing was exported; --leave-out-lost exports the rest without these.", site.Errors);

        Assert.Equal(0, await ExportCommand.RunAsync([target, "--leave-out-lost"], site.Context, CancellationToken.None));
        Assert.Contains("attachments.jsonl: 0 lines", site.Output);
        Assert.Contains("log-entries.jsonl: 2 lines", site.Output);
        Assert.Empty(Directory.GetFiles(Path.Combine(target, "attachments"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_an_import_left_that_died_is_swept_and_one_that_goes_on_is_not()
    {
        await using var site = await CreateAsync(DatabaseKind.Sqlite);
        var store = site.Context.Attachments;
        var importing = Path.Combine(site.Attachments, "importing");
        var dead = Directory.CreateDirectory(Path.Combine(importing, "dead")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, HashOf(Log)), "half");
        using var alive = new StagedContents(store);
        Assert.True(await alive.AddAsync(new MemoryStream(Log), HashOf(Log), CancellationToken.None));

        store.DeleteBroken(DateTime.UtcNow.AddHours(-1));
        Assert.True(Directory.Exists(dead));
        store.DeleteBroken(DateTime.UtcNow.AddHours(1));
        Assert.False(Directory.Exists(dead));
        Assert.NotNull(alive.OpenRead(HashOf(Log)));
    }

    private static string Line(int number, byte[] content, string name = "a.txt") =>
        $$"""{"attachmentNumber": {{number}}, "logEntry": 1, "originalName": "{{name}}", "sha256": "{{HashOf(content)}}", "createdAt": "1970-01-01T00:00:00.001Z"}""";

    private static async Task AssertRefusedAsync(Site site, string folder, params string[] problems)
    {
        var before = (await site.Database.ContentAsync(), FilesOf(site.Attachments));
        Assert.Equal(1, await site.ImportAsync(folder));
        Assert.Equal([.. problems, "Nothing was imported.", ""], site.Errors.Split('\n'));
        Assert.Equal(before.Item1, await site.Database.ContentAsync());
        Assert.Equal(before.Item2, FilesOf(site.Attachments));
    }

    // Two entries with files, one content twice; processes that registered in another order than they are exported in.
    private static async Task FillAsync(Site site)
    {
        await site.Database.ImportAsync(Imports.Now, ("detectors.jsonl", """
            {"name": "TPC", "type": "PHYSICAL"}
            {"name": "ITS", "type": "PHYSICAL"}
            """));
        await using var server = await site.StartAsync();
        foreach (var title in (string[])["With files", "With one more"])
            Assert.Null((await server.AskAsync($$"""mutation { createLogEntry(input: {title: "{{title}}", text: "See below."}) { errors { __typename } } }"""))["data"]!["createLogEntry"]!["errors"]);
        await AttachAsync(server, 1, "plot.png", Png);
        await AttachAsync(server, 1, "readout.log", Log);
        await AttachAsync(server, 2, "copy é.png", Png);
        var processes = await server.AskAsync("""
            mutation { registerDplProcesses(input: {items: [
              {runNumber: 9, detector: "TPC", processName: "tpc-qc", processType: "QcTask", hostname: "epn2", args: "--b"}
              {runNumber: 9, detector: "TPC", processName: "tpc-qc", processType: "QcTask", hostname: "epn2"}
              {runNumber: 9, detector: "ITS", processName: "its-qc", processType: "QcTask", hostname: "epn2"}
              {runNumber: 8, detector: "ITS", processName: "merger", processType: "Merger", hostname: "epn1", args: ""}
            ]}) { results { errors { ... on Error { code } } } errors { __typename } } }
            """);
        Assert.Equal(4, processes["data"]!["registerDplProcesses"]!["results"]!.AsArray().Count(result => result!["errors"] is null));
    }
}
