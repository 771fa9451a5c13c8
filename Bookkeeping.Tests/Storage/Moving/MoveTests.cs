using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Moving;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Export;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage.Moving;

public sealed class MoveTests
{
    private static readonly DateTimeOffset Start = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Dump = "link 17 overflowed"u8.ToArray();

    [OnBothDatabases]
    public async Task An_instance_moves_with_all_that_it_tells(DatabaseKind kind)
    {
        await using var instance = await StartAsync();
        await using var site = await Site.CreateAsync(kind);
        Assert.True(await MoveAsync(instance, site) == 0, site.Errors);

        await using var db = site.Database.Open();
        var run = await db.Runs.Include(run => run.Detectors).Include(run => run.Tags).Include(run => run.EndOfRunReasons).Include(run => run.FlpRoles)
            .Include(run => run.TriggerCounters).Include(run => run.UserStart).AsSplitQuery().SingleAsync(run => run.RunNumber == 3);
        Assert.Equal((Start.AddHours(3), Start.AddHours(4), RunQuality.Good, TriggerValue.Ctp), (run.TimeTrgStart, run.TimeTrgEnd, run.Quality, run.Trigger));
        Assert.Equal((8178, "2bHRdoWP7v9", "PHYSICS", "LHC22n", 6800.5, 9007199254740993), (run.FillNumber, run.EnvironmentId, run.RunTypeName, run.LhcPeriodName, run.LhcBeamEnergyGeV, run.CtfFileSizeBytes));
        Assert.Equal((RunDefinition.Physics, 0.5, "Ana Lopez"), (run.Definition, run.PhaseShiftAtStartBeam2, run.UserStart!.Name));
        Assert.Equal([("FT0", DetectorQuality.Good), ("ITS", DetectorQuality.Bad)], run.Detectors.Select(detector => (detector.DetectorName, detector.Quality)).Order());
        Assert.Equal(("PHYSICS", "DETECTORS - ITS - trip"), (run.Tags.Single().Text, run.EndOfRunReasons.Single().Text));
        Assert.Equal(("flp001", 18446744073709551615UL, 7UL), (run.FlpRoles.Single().Hostname, run.FlpRoles.Single().BytesProcessed, run.TriggerCounters.Single().Lmb));
        Assert.Equal(250, await db.Runs.CountAsync());

        var environment = await db.Environments.Include(environment => environment.StatusChanges).SingleAsync();
        Assert.Equal(("CR", "[\"FT0\",\"ITS\"]"), (environment.StatusSequence, environment.Configuration!.Value.GetProperty("detectors").GetString()));
        var fill = await db.Fills.SingleAsync();
        Assert.Equal((TimeSpan.FromHours(10), "PROTON - PROTON"), (fill.StableBeamsDuration!.Value, fill.BeamType));

        var logs = await db.LogEntries.Include(log => log.Author).Include(log => log.Runs).Include(log => log.Tags).Include(log => log.Attachments).OrderBy(log => log.Number).ToListAsync();
        Assert.Equal([(1, 1, null), (2, 1, 1), (3, 1, 2), (4, 4, null)], logs.Select(log => (log.Number, log.RootNumber, log.ParentNumber)));
        Assert.Equal(("Ana Lopez", "Anonymous", 3, "PHYSICS"), (logs[0].Author.Name, logs[1].Author.Name, logs[0].Runs.Single().RunNumber, logs[0].Tags.Single().Text));
        var file = logs[0].Attachments.Single();
        Assert.Equal((12, "dump.log", "1664013600000_dump.log", "text/plain", 18), (file.AttachmentNumber, file.OriginalName, file.FileName, file.MimeType, file.SizeBytes));
        await using (var server = await site.StartAsync()) Assert.Equal(Dump, await server.Client.GetByteArrayAsync("/attachments/12"));
        Assert.Equal("CTP", await db.ReasonTypes.Where(type => type.Category == "OTHER").Select(type => type.Title).SingleAsync());
        Assert.Empty(await File.ReadAllTextAsync(Path.Combine(FolderOf(site), "report.txt")));

        // The same again fetches nothing and changes nothing.
        var (before, asked) = (await site.Database.ContentAsync(), instance.Asked.Count);
        Assert.Equal(0, await MoveAsync(instance, site));
        Assert.Equal(before, await site.Database.ContentAsync());
        Assert.Equal(asked, instance.Asked.Count);
    }

    [Fact]
    public async Task What_was_fetched_is_not_fetched_again_after_a_failure()
    {
        await using var instance = await StartAsync();
        await using var site = await Site.CreateAsync(DatabaseKind.Sqlite);
        instance.Trouble = (asked, _, http) => Task.FromResult(asked == "runs 200" && ExistingInstance.Fail(http, 503));
        Assert.Equal(1, await MoveAsync(instance, site));
        Assert.Contains("runs answers 503, 3 times. What was fetched is kept: the same command goes on from there.", site.Errors);
        instance.Trouble = (asked, _, http) => Task.FromResult(asked == "attachments/12" && ExistingInstance.Fail(http, 500));
        Assert.Equal(1, await MoveAsync(instance, site));
        await using (var db = site.Database.Open()) Assert.Equal(0, await db.Runs.CountAsync());

        instance.Trouble = (_, _, _) => Task.FromResult(false);
        Assert.True(await MoveAsync(instance, site) == 0, site.Errors);
        Assert.Equal((1, 1, 4), (Times(instance, "runs 0"), Times(instance, "runs 100"), Times(instance, "runs 200")));
        Assert.Equal((1, 1, 4), (Times(instance, "runs/3/flps"), Times(instance, "tags"), Times(instance, "attachments/12")));
        await using (var db = site.Database.Open()) Assert.Equal((250, 4, 1), (await db.Runs.CountAsync(), await db.LogEntries.CountAsync(), await db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task What_fails_in_passing_is_asked_again()
    {
        await using var instance = await StartAsync();
        await using var site = await Site.CreateAsync(DatabaseKind.Sqlite);
        instance.Trouble = async (asked, before, http) =>
        {
            if (before > 1) return false;
            if (asked == "runs 100") return await ExistingInstance.BreakAsync(http);
            if (asked == "attachments/12") return await ExistingInstance.BreakAsync(http);
            http.Response.Headers.RetryAfter = "0";
            return asked is "logs 0" or "runs/7/flps" && ExistingInstance.Fail(http, asked == "logs 0" ? 429 : 502);
        };
        Assert.True(await MoveAsync(instance, site) == 0, site.Errors);
        Assert.Equal((3, 3, 3, 3), (Times(instance, "runs 100"), Times(instance, "attachments/12"), Times(instance, "logs 0"), Times(instance, "runs/7/flps")));
        await using var db = site.Database.Open();
        Assert.Equal((250, 18L), (await db.Runs.CountAsync(), await db.Attachments.Select(file => file.SizeBytes).SingleAsync()));
    }

    [OnBothDatabases]
    public async Task What_is_strange_is_told_and_the_rest_is_moved(DatabaseKind kind)
    {
        await using var instance = await ExistingInstance.StartAsync();
        await using var site = await Site.CreateAsync(kind);
        instance.Paged["runs"].Add(Json("""
            {"runNumber": 1, "runQuality": "doubtful", "timeO2Start": 1664013600000, "timeO2End": 1664013599000, "nEpns": "many", "fillNumber": 99, "environmentId": "gone", "lhcPeriod": "22n",
             "detectors": "ITS,NEW", "tags": [{"text": "UNKNOWN"}], "beamSpot": {"x": 1}, "qcFlags": [], "eorReasons": [{"reasonTypeId": 4}], "userStart": {"name": "Only Name"}}
            """));
        instance.Paged["runs"].Add(Json("""{"id": 7}"""));
        instance.Paged["environments"].Add(Json("""{"id": "e1", "historyItems": [{"status": "SLEEPING", "timestamp": 1664013600000}, {"status": "deployed", "timestamp": "1664013600000"}], "rawConfiguration": "{broken"}"""));
        instance.Paged["logs"].Add(Json("""{"id": 5, "title": "Reply", "text": "", "subtype": "shift", "origin": "human", "createdAt": 1664013600000, "parentLogId": 9, "runs": [{"runNumber": 1}, {"runNumber": 4}], "attachments": [{"id": 3, "originalName": "lost.png"}]}"""));
        instance.Others["tags"] = Json("""[{"id": 1, "text": "A"}, {"id": 2, "text": "ECS"}, {"id": 3, "text": "ECS", "archivedAt": 1664013600000}]""");
        instance.Others["detectors"] = Json("""[{"name": "ITS", "type": "PHYSICAL"}, {"name": "VTX", "type": "AOT-GLO"}, {"name": "XYZ", "type": "future"}]""");

        Assert.True(await MoveAsync(instance, site) == 0, site.Errors);
        var report = await File.ReadAllLinesAsync(Path.Combine(FolderOf(site), "report.txt"));
        Assert.Equal(
            [
                "attachments.content: 1 × 3: the instance does not have it any more; lost.png was left out",
                "detectors.type: 1 × XYZ: \"future\"",
                "dpl-detectors.(list): 1 × the instance has no such list",
                "environments.historyItems.status: 1 × e1: \"SLEEPING\"",
                "environments.rawConfiguration: 1 × e1: is no object: \"{broken\"",
                "logs.parentLogId: 1 × 5: there is no earlier entry 9; the entry opens a thread",
                "logs.runs: 1 × 5: there is no 4",
                "logs.subtype: 1 × 5: \"shift\"",
                "reasonTypes.(list): 1 × the instance has no such list",
                "runTypes.(list): 1 × the instance has no such list",
                "runs.beamSpot: 1 × 1: there is no place for {\"x\":1}",
                "runs.detectors: 1 × 1: NEW is in no list of detectors, and became a physical one",
                "runs.environmentId: 1 × 1: there is no environment gone",
                "runs.eorReasons.category: 1 × 1: a reason without it was left out",
                "runs.fillNumber: 1 × 1: there is no fill 99",
                "runs.lhcPeriod: 1 × 1: \"22n\" is no name of a period",
                "runs.nEpns: 1 × 1: \"many\"",
                "runs.runNumber: 1 × an item without it was left out: {\"id\":7}",
                "runs.runQuality: 1 × 1: \"doubtful\"",
                "runs.tags: 1 × 1: \"UNKNOWN\" is in no list of tags, or is no tag here",
                "runs.timeO2End: 1 × 1: 2022-09-24T09:59:59.0000000+00:00 lies before timeO2Start 2022-09-24T10:00:00.0000000+00:00, and was left out",
                "runs.userStart, userStop: 1 × Only Name is known by name only, and became user 1",
                "tags.text: 2 × A: \"A\" is no tag here: 2 to 20 characters | 3: there are several tags ECS; they became one",
            ],
            report.Select(line => line.Replace("tags.text: 2 × 1: ", "tags.text: 2 × A: ", StringComparison.Ordinal)));
        await using var db = site.Database.Open();
        var run = await db.Runs.Include(run => run.Detectors).Include(run => run.UserStart).SingleAsync();
        Assert.Equal((Start, null, RunQuality.None, "Only Name", 2), (run.TimeO2Start, run.TimeO2End, run.Quality, run.UserStart!.Name, run.Detectors.Count));
        Assert.Equal(("D", false), (await db.Environments.Select(environment => environment.StatusSequence).SingleAsync(), await db.Tags.Select(tag => tag.ArchivedAt != null).SingleAsync()));
        Assert.Equal([("ITS", DetectorType.Physical), ("NEW", DetectorType.Physical), ("VTX", DetectorType.AotGlo), ("XYZ", DetectorType.Other)],
            (await db.Detectors.ToListAsync()).Select(detector => (detector.Name, detector.Type)).Order());
    }

    [Fact]
    public async Task A_list_that_moves_while_it_is_read_is_read_whole()
    {
        await using var instance = await StartAsync();
        await using var site = await Site.CreateAsync(DatabaseKind.Sqlite);
        instance.Trouble = (asked, before, _) =>
        {
            // What is new comes first, and pushes the rest down.
            if (asked == "runs 100" && before == 0) instance.Paged["runs"].Add(Json("""{"runNumber": 251, "detectors": ""}"""));
            return Task.FromResult(false);
        };
        Assert.True(await MoveAsync(instance, site) == 0, site.Errors);
        await using var db = site.Database.Open();
        Assert.Equal((251, 251), (await db.Runs.CountAsync(), await db.Runs.MaxAsync(run => run.RunNumber)));
        Assert.Equal(2, Times(instance, "runs 0"));
    }

    [Fact]
    public async Task A_token_is_needed_and_told_nobody()
    {
        await using var instance = await StartAsync();
        await using var site = await Site.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(1, await MoveAsync(instance, site, "wrong-token"));
        Assert.Contains("tags answers 401: the token is not accepted.", site.Errors);
        instance.Trouble = (_, _, http) => Task.FromResult(ExistingInstance.Fail(http, 500));
        Assert.Equal(1, await MoveAsync(instance, site));
        instance.Trouble = (_, _, http) => Task.FromResult(ExistingInstance.Fail(http, 302));
        Assert.Equal(1, await MoveAsync(instance, site));
        Assert.Contains("tags answers 302: it lies elsewhere", site.Errors);
        instance.Trouble = (_, _, _) => Task.FromResult(false);
        Assert.Equal(0, await MoveAsync(instance, site));

        var written = Directory.GetFiles(FolderOf(site), "*", SearchOption.AllDirectories).Select(File.ReadAllText).Append(site.Errors).Append(site.Output);
        Assert.All(written, text => Assert.DoesNotMatch("secret|wrong-token", text));
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up()
    {
        await using var instance = await StartAsync();
        await using var site = await Site.CreateAsync(DatabaseKind.Sqlite);
        instance.Trouble = async (asked, before, http) =>
        {
            if (asked != "tags" || before > 0) return false;
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var options = Options(instance, site) with { Patience = TimeSpan.FromSeconds(3), FetchOnly = true };
        Assert.True(await MoveCommand.RunAsync(options, site.Context, CancellationToken.None) == 0, site.Errors);
        Assert.True(Times(instance, "tags") >= 2);
        Assert.Contains("is ready to be imported", site.Output);
    }

    [Fact]
    public async Task One_folder_holds_one_instance()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        await using var site = await Site.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, await MoveAsync(one, site));
        Assert.Equal(2, await MoveAsync(other, site));
        Assert.Contains("another instance needs a folder of its own (--folder)", site.Errors);
        Assert.Empty(other.Asked);
    }

    [Theory]
    [InlineData("--bookkeeping-api http://bookkeeping.example.org --token t", "the address must begin with https://")]
    [InlineData("--bookkeeping-api bookkeeping --token t", "is the address of an instance")]
    [InlineData("--bookkeeping-api https://user:password@a.example.org --token t", "is the address of an instance")]
    [InlineData("--bookkeeping-api https://a.example.org", "A token is needed: in the variable BOOKKEEPING_API_TOKEN, or by --token.")]
    [InlineData("--bookkeeping-api https://a.example.org --token t --page-size 0", "--page-size is a number from 1 to 5000.")]
    [InlineData("--bookkeeping-api https://a.example.org --token", "--token stands alone, or twice.")]
    [InlineData("--bookkeeping-api https://a.example.org --token t folder", "There is an argument that nobody knows.")]
    public void Arguments_that_make_no_sense_are_told(string arguments, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => MoveOptions.Parse(arguments.Split(' '), environmentToken: null)).Message);

    [Fact]
    public void Addresses_may_name_the_interface_or_not_and_the_token_may_come_from_the_environment()
    {
        Assert.Equal("https://a.example.org/api/", MoveOptions.Parse(["--bookkeeping-api", "https://a.example.org/"], "t").Source.AbsoluteUri);
        Assert.Equal("https://a.example.org/b/api/", MoveOptions.Parse(["--bookkeeping-api", "https://a.example.org/b/api"], "t").Source.AbsoluteUri);
        Assert.Equal("http://localhost:4000/api/", MoveOptions.Parse(["--bookkeeping-api", "http://localhost:4000"], "t").Source.AbsoluteUri);
        Assert.Equal("t", MoveOptions.Parse(["--bookkeeping-api", "https://a.example.org"], "t").Token);
        Assert.Equal("u", MoveOptions.Parse(["--bookkeeping-api", "https://a.example.org", "--token", "u"], "t").Token);
        Assert.DoesNotContain("secret", MoveOptions.Parse(["--bookkeeping-api", "https://a.example.org", "--token", "secret"], null).ToString());
    }

    private static int Times(ExistingInstance instance, string asked) => instance.Asked.Count(earlier => earlier == asked);

    private static string FolderOf(Site site) => Path.Combine(Path.GetDirectoryName(site.Attachments)!, "moved");

    private static MoveOptions Options(ExistingInstance instance, Site site) =>
        MoveOptions.Parse(["--bookkeeping-api", instance.Address, "--token", ExistingInstance.Token, "--folder", FolderOf(site)], environmentToken: null)
            with { Attempts = 3, FirstPause = TimeSpan.FromMilliseconds(1) };

    private static Task<int> MoveAsync(ExistingInstance instance, Site site, string token = ExistingInstance.Token) =>
        MoveCommand.RunAsync(Options(instance, site) with { Token = token }, site.Context, CancellationToken.None);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    // As the existing product tells things: 250 runs in three pages, a thread with a file, one environment and one fill.
    private static async Task<ExistingInstance> StartAsync()
    {
        var instance = await ExistingInstance.StartAsync();
        for (var number = 1; number <= 250; number++)
            instance.Paged["runs"].Add(number == 3 ? Json(Run) : Json($$"""{"id": {{number + 1000}}, "runNumber": {{number}}, "detectors": "", "runQuality": "none", "runDuration": null}"""));
        instance.Others["runs/3/flps"] = Json("""[{"id": 1, "name": "FLP-ITS-1", "hostname": "flp001", "runNumber": 3, "nTimeframes": 5, "bytesProcessed": "18446744073709551615"}]""");
        instance.Others["ctp-trigger-counters/3"] = Json("""[{"id": 1, "runNumber": 3, "className": "CMTVX-NONE-NOPF-CRU", "timestamp": 1664024400000, "lmb": 7, "lma": 6, "l0b": 5, "l0a": 4, "l1b": 3, "l1a": 2}]""");
        instance.Paged["lhcFills"].Add(Json("""{"fillNumber": 8178, "stableBeamsStart": 1664013600000, "stableBeamsEnd": 1664049600000, "stableBeamsDuration": 36000, "beamType": "PROTON - PROTON", "fillingSchemeName": "25ns_2352b", "runs": [1]}"""));
        instance.Paged["environments"].Add(Json("""{"id": "2bHRdoWP7v9", "createdAt": 1664013600000, "updatedAt": 1664013700000, "status": "RUNNING"}"""));
        instance.Others["environments/2bHRdoWP7v9"] = Json("""
            {"id": "2bHRdoWP7v9", "createdAt": 1664013600000, "updatedAt": 1664013700000, "status": "RUNNING", "statusMessage": "", "rawConfiguration": "{\"detectors\":\"[\\\"FT0\\\",\\\"ITS\\\"]\"}",
             "historyItems": [{"id": 2, "status": "RUNNING", "statusMessage": null, "timestamp": 1664013700000}, {"id": 1, "status": "CONFIGURED", "statusMessage": "ok", "timestamp": 1664013600000, "timestampNano": "1664013600000000001"}]}
            """);
        instance.Others["tags"] = Json("""[{"id": 1, "text": "PHYSICS", "description": null, "email": null, "mattermost": null, "color": "#4caf50", "archived": false, "archivedAt": null, "lastEditedName": "Ana Lopez", "createdAt": 1664013600000, "updatedAt": 1664013600000}]""");
        instance.Others["detectors"] = Json("""[{"id": 1, "name": "ITS", "type": "PHYSICAL"}, {"id": 2, "name": "FT0", "type": "PHYSICAL"}]""");
        instance.Others["dpl-detectors"] = Json("""[{"id": 3, "name": "GLO", "type": "QC"}]""");
        instance.Others["runTypes"] = Json("""[{"id": 14, "name": "PHYSICS"}]""");
        instance.Others["runs/reasonTypes"] = Json("""[{"id": 1, "category": "DETECTORS", "title": "ITS"}, {"id": 2, "category": "OTHER", "title": "CTP"}]""");
        instance.Others["logs/1/attachments"] = Json("""[{"id": 12, "logId": 1, "fileName": "1664013600000_dump.log", "originalName": "dump.log", "mimeType": "text/plain", "size": 18, "path": "x", "encoding": "7bit"}]""");
        instance.Contents["12"] = Dump;
        foreach (var log in Logs) instance.Paged["logs"].Add(Json(log));
        return instance;
    }

    private static readonly string[] Logs =
    [
        """{"id": 1, "title": "Dump", "text": "# See\nthere", "subtype": "run", "origin": "human", "author": {"id": 7, "externalId": 456, "name": "Ana Lopez"}, "createdAt": 1664013600000, "updatedAt": 1664013600000, "parentLogId": 1, "rootLogId": 1, "replies": 2, "runs": [{"id": 1003, "runNumber": 3}], "tags": [{"id": 1, "text": "PHYSICS"}], "environments": [{"id": "2bHRdoWP7v9"}], "lhcFills": [{"fillNumber": 8178}]}""",
        """{"id": 2, "title": "Dump", "text": "why?", "subtype": "comment", "origin": "process", "author": {"id": 3, "externalId": 0, "name": "Anonymous"}, "createdAt": 1664013600000, "parentLogId": 1, "rootLogId": 1, "attachments": []}""",
        """{"id": 3, "title": "Dump", "text": "so", "subtype": "run", "origin": "process", "author": null, "createdAt": 1664013600000, "parentLogId": 2, "rootLogId": 1, "attachments": 0}""",
        """{"id": 4, "title": "Alone", "text": "", "subtype": "announcement", "origin": "process", "createdAt": "2022-09-24T10:00:00Z", "attachments": []}""",
    ];

    private const string Run = """
        {"id": 1003, "runNumber": 3, "timeO2Start": 1664024300000, "timeO2End": 1664028100000, "timeTrgStart": 1664024400000, "timeTrgEnd": 1664028000000, "startTime": 1664024400000, "runDuration": 3600000,
         "runQuality": "good", "triggerValue": "CTP", "dcs": true, "dd_flp": 1, "epn": "true", "tfbDdMode": "processing", "pdpWorkflowParameters": "QC,CTF", "fillNumber": 8178, "lhcFill": {"fillNumber": 8178},
         "environmentId": "2bHRdoWP7v9", "runType": {"id": 14, "name": "PHYSICS"}, "lhcPeriod": "LHC22n", "lhcBeamEnergy": 6800.5, "ctfFileSize": "9007199254740993", "definition": "PHYSICS",
         "detectors": "FT0,ITS", "detectorsQualities": [{"id": 1, "name": "ITS", "quality": "bad"}, {"id": 2, "name": "FT0", "quality": "good"}], "tags": [{"id": 1, "text": "PHYSICS"}],
         "eorReasons": [{"id": 1, "reasonTypeId": 1, "description": "trip", "lastEditedName": "Ana Lopez"}], "phaseShiftAtStart": {"beam1": 0.25, "beam2": 0.5}, "userStart": {"name": "Ana Lopez"}, "qcFlags": []}
        """;
}
