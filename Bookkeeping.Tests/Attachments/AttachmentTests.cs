using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Mutations;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [OnBothDatabases]
    public async Task Files_come_with_an_entry_and_their_text_is_found_with_it(DatabaseKind kind)
    {
        await using var logbook = await StartAsync(kind);
        var answer = await logbook.CreateAsync(("plot.png", Png), ("../readout.log", "link 17 OVERFLOWED twice"u8.ToArray()), ("copy.png", Png));
        var files = answer["data"]!["createLogEntry"]!["logEntry"]!["attachments"]!["nodes"]!.AsArray();
        Assert.Equal(
            ["plot.png image/png 11 -", "readout.log text/plain 24 utf-8", "copy.png image/png 11 -"],
            files.Select(file => $"{file!["originalName"]} {file["mimeType"]} {file["sizeBytes"]} {file["encoding"] ?? "-"}"));
        Assert.Equal(files[0]!["sha256"]!.GetValue<string>(), files[2]!["sha256"]!.GetValue<string>());
        Assert.Equal(2, logbook.Contents().Count);

        Assert.Equal("1", await logbook.FoundAsync("link 17 overflowed"));
        Assert.Equal("", await logbook.FoundAsync("overflowed once"));
        var history = await logbook.Server.AskAsync("{ logEntries { nodes { number attachmentCount } } }");
        Assert.Equal("""{"number":1,"attachmentCount":3}""", history["data"]!["logEntries"]!["nodes"]![0]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_file_is_given_whole_or_in_part_and_never_run(DatabaseKind kind)
    {
        await using var logbook = await StartAsync(kind);
        var answer = await logbook.CreateAsync(("plot.png", Png), ("page.html", "<script>"u8.ToArray()), ("run 1 \u00e9.bin", [0, 1, 2, 3]));
        var paths = answer["data"]!["createLogEntry"]!["logEntry"]!["attachments"]!["nodes"]!.AsArray().Select(file => file!["downloadPath"]!.GetValue<string>()).ToArray();

        using var whole = await logbook.Client.GetAsync(paths[0]);
        Assert.Equal(Png, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", whole.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", whole.Headers.GetValues("Content-Security-Policy").Single());

        using var part = new HttpRequestMessage(HttpMethod.Get, paths[0]) { Headers = { Range = new RangeHeaderValue(1, 3) } };
        using var partial = await logbook.Client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "PNG"), (partial.StatusCode, await partial.Content.ReadAsStringAsync()));
        using var known = new HttpRequestMessage(HttpMethod.Get, paths[0]) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await logbook.Client.SendAsync(known)).StatusCode);
        using var head = await logbook.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, paths[0]));
        Assert.Equal(11, head.Content.Headers.ContentLength);

        Assert.Equal("text/plain; charset=utf-8", (await logbook.Client.GetAsync(paths[1])).Content.Headers.ContentType!.ToString());
        var saved = (await logbook.Client.GetAsync(paths[2])).Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "run 1 \u00e9.bin"), (saved.DispositionType, saved.FileNameStar));
        Assert.Equal(HttpStatusCode.NotFound, (await logbook.Client.GetAsync("/attachments/4711")).StatusCode);

        Directory.Delete(logbook.Folder, recursive: true);
        using var lost = await logbook.Client.GetAsync(paths[0]);
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
        Assert.Contains("ATTACHMENT_LOST", await lost.Content.ReadAsStringAsync());
    }

    [OnBothDatabases]
    public async Task A_file_is_added_to_an_entry_by_a_plain_request_once(DatabaseKind kind)
    {
        await using var logbook = await StartAsync(kind);
        await logbook.CreateAsync();
        using var added = await logbook.PostAsync("?logEntryNumber=1&fileName=a/b.txt", "thresholds adjusted"u8.ToArray());
        var file = JsonNode.Parse(await added.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.Created, "b.txt", "text/plain"), (added.StatusCode, (string)file["originalName"]!, (string)file["mimeType"]!));
        Assert.Equal((string)file["downloadPath"]!, added.Headers.Location!.ToString());
        using var again = await logbook.PostAsync("?logEntryNumber=1&fileName=b.txt", "thresholds adjusted"u8.ToArray());
        Assert.Equal(added.Headers.Location, again.Headers.Location);
        Assert.Equal("1", await logbook.FoundAsync("thresholds adjusted"));
        await using var db = logbook.Database.Open();
        Assert.Equal(1, await db.Attachments.CountAsync());
        Assert.Single((await db.Journal.Where(entry => entry.Subject == Api.Journal.JournalSubject.LogEntry).ToListAsync()).SelectMany(entry => entry.Changes), change => change.Field == "attachments");

        await logbook.RefusedAsync("?logEntryNumber=2&fileName=b.txt", HttpStatusCode.NotFound, "LOG_ENTRY_NOT_FOUND");
        await logbook.RefusedAsync("?fileName=b.txt", HttpStatusCode.BadRequest, "LOG_ENTRY_MISSING");
        using var foreign = await logbook.Client.PostAsync("/attachments?logEntryNumber=1", new StringContent("x"));
        Assert.Contains("PREFLIGHT_MISSING", await foreign.Content.ReadAsStringAsync());
        Assert.Single(logbook.Contents());
    }

    [OnBothDatabases]
    public async Task Too_much_is_refused_and_leaves_nothing(DatabaseKind kind)
    {
        await using var logbook = await StartAsync(kind, new() { ["Bookkeeping:MaxAttachmentBytes"] = "100", ["Bookkeeping:MaxAttachmentsPerEntry"] = "2" });
        Assert.Contains("ATTACHMENT_TOO_LARGE", (await logbook.CreateAsync(("a", new byte[101]))).ToJsonString());
        Assert.Contains("TOO_MANY", (await logbook.CreateAsync(("a", [1]), ("b", [2]), ("c", [3]))).ToJsonString());
        Assert.Empty(logbook.Contents());
        await using var db = logbook.Database.Open();
        Assert.Equal(0, await db.LogEntries.CountAsync());

        Assert.Contains("\"logEntry\":{", (await logbook.CreateAsync(("a", new byte[100]), ("b", [2]))).ToJsonString());
        await logbook.RefusedAsync("?logEntryNumber=1&fileName=c", HttpStatusCode.BadRequest, "TOO_MANY");
        await logbook.RefusedAsync("?logEntryNumber=1&fileName=c", HttpStatusCode.RequestEntityTooLarge, "ATTACHMENT_TOO_LARGE", new byte[101]);
        Assert.Equal(2, logbook.Contents().Count);
    }

    [OnBothDatabases]
    public async Task A_file_that_breaks_off_leaves_nothing(DatabaseKind kind)
    {
        await using var logbook = await StartAsync(kind);
        await logbook.CreateAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", logbook.Client.BaseAddress!.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /attachments?logEntryNumber=1&fileName=a HTTP/1.1\r\nHost: localhost\r\nGraphQL-Preflight: 1\r\nContent-Length: 100000\r\n\r\n" + new string('a', 50_000)));
            await WaitAsync(() => Directory.Exists(Path.Combine(logbook.Folder, "incoming")) && Directory.GetFiles(Path.Combine(logbook.Folder, "incoming")).Length == 1);
        }

        await WaitAsync(() => Directory.GetFiles(logbook.Folder, "*", SearchOption.AllDirectories).Length == 0);
        await using var db = logbook.Database.Open();
        Assert.Equal(0, await db.Attachments.CountAsync());
    }

    [OnBothDatabases]
    public async Task A_file_that_is_used_in_several_places_is_taken_once(DatabaseKind kind)
    {
        await using var logbook = await StartAsync(kind);
        var answer = await logbook.CreateAsync("""{"0": ["variables.files.0", "variables.files.1"]}""", places: 2, ("plot.png", Png));
        Assert.Single(answer["data"]!["createLogEntry"]!["logEntry"]!["attachments"]!["nodes"]!.AsArray());
        Assert.Single(logbook.Contents());
    }

    [Fact]
    public async Task Who_may_not_write_entries_may_not_add_files()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString, configure: services => services.AddScoped(_ => new Caller(role => role != "user")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments?logEntryNumber=1") { Content = new ByteArrayContent([1]), Headers = { { "GraphQL-Preflight", "1" } } };
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("AUTH_NOT_AUTHORIZED", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task While_the_database_is_away_a_client_is_told_when_to_try_again()
    {
        await using var logbook = await StartAsync(DatabaseKind.Sqlite);
        await logbook.CreateAsync(("plot.png", Png));
        File.Move(logbook.Database.Address.File!, logbook.Database.Address.File + ".away");
        foreach (var response in new[] { await logbook.Client.GetAsync("/attachments/1"), await logbook.PostAsync("?logEntryNumber=1", [1]) })
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (response.StatusCode, response.Headers.RetryAfter!.Delta));
            Assert.Contains("UNAVAILABLE", await response.Content.ReadAsStringAsync());
        }

        File.Move(logbook.Database.Address.File + ".away", logbook.Database.Address.File!);
        Assert.Equal(HttpStatusCode.OK, (await logbook.Client.GetAsync("/attachments/1")).StatusCode);
        Assert.Single(logbook.Contents());
    }

    [Fact]
    public async Task What_was_arriving_when_a_server_died_is_swept_an_hour_later()
    {
        var folder = Directory.CreateTempSubdirectory("bookkeeping-attachments-");
        var incoming = folder.CreateSubdirectory("incoming").FullName;
        await File.WriteAllTextAsync(Path.Combine(incoming, "old"), "x");
        await File.WriteAllTextAsync(Path.Combine(incoming, "new"), "x");
        File.SetLastWriteTimeUtc(Path.Combine(incoming, "old"), DateTime.UtcNow.AddHours(-2));
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString, settings: new() { ["Bookkeeping:AttachmentsDirectory"] = folder.FullName });
        await WaitAsync(() => !File.Exists(Path.Combine(incoming, "old")));
        Assert.True(File.Exists(Path.Combine(incoming, "new")));
        folder.Delete(recursive: true);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition()) await Task.Delay(20, patience.Token);
    }

    private static async Task<Logbook> StartAsync(DatabaseKind kind, Dictionary<string, string?>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("bookkeeping-attachments-").FullName;
        return new Logbook(database, folder, await ApiServer.StartAsync(database.ConnectionString, settings: new(settings ?? []) { ["Bookkeeping:AttachmentsDirectory"] = folder }));
    }

    private sealed record Logbook(TestDatabase Database, string Folder, ApiServer Server) : IAsyncDisposable
    {
        private const string Create = """
            mutation($files: [Upload!]) { createLogEntry(input: {title: "With files", text: "See below.", attachments: $files}) {
              logEntry { attachments { nodes { originalName mimeType sizeBytes encoding sha256 downloadPath } } } errors { ... on Error { code message } } } }
            """;

        public HttpClient Client => Server.Client;

        public IReadOnlyList<string> Contents() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);

        public Task<JsonObject> CreateAsync(params (string Name, byte[] Content)[] files) =>
            CreateAsync(JsonSerializer.Serialize(files.Select((_, i) => i).ToDictionary(i => $"{i}", i => new[] { $"variables.files.{i}" })), files.Length, files);

        public async Task<JsonObject> CreateAsync(string map, int places, params (string Name, byte[] Content)[] files)
        {
            using var form = new MultipartFormDataContent();
            var operations = new { query = Create, variables = new { files = new object?[places] } };
            form.Add(new StringContent(JsonSerializer.Serialize(operations)), "operations");
            form.Add(new StringContent(map), "map");
            for (var i = 0; i < files.Length; i++) form.Add(new ByteArrayContent(files[i].Content), $"{i}", files[i].Name);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form, Headers = { { "GraphQL-Preflight", "1" } } };
            using var response = await Client.SendAsync(request);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        }

        public async Task<HttpResponseMessage> PostAsync(string query, byte[] content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments" + query) { Content = new ByteArrayContent(content), Headers = { { "GraphQL-Preflight", "1" } } };
            return await Client.SendAsync(request);
        }

        public async Task RefusedAsync(string query, HttpStatusCode status, string code, byte[]? content = null)
        {
            using var response = await PostAsync(query, content ?? [9]);
            Assert.Equal(status, response.StatusCode);
            Assert.Contains(code, await response.Content.ReadAsStringAsync());
        }

        public async Task<string> FoundAsync(string phrase)
        {
            var answer = await Server.AskAsync($$"""{ logEntries(where: {content: "{{phrase}}"}) { nodes { number } } }""");
            return string.Join(' ', answer["data"]!["logEntries"]!["nodes"]!.AsArray().Select(entry => entry!["number"]));
        }

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Database.DisposeAsync();
            if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        }
    }
}
