using System.Data.Common;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;
using Bookkeeping.Tests.Storage.Import;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Exports;

public sealed class ListExportTests
{
    private const string ThreeRuns = """
        {"runNumber": 1, "quality": "GOOD", "detectors": [{"name": "ITS"}, {"name": "TPC", "quality": "BAD"}], "fill": 8178, "timeTrgStart": "2022-09-24T10:00:00Z", "timeTrgEnd": "2022-09-24T11:30:00Z", "dcsEnabled": true, "lhcBetaStarM": -0.5}
        {"runNumber": 2, "quality": "BAD", "endOfRunReasons": [{"category": "LHC", "title": "Dump", "description": "beam, \"lost\""}]}
        {"runNumber": 3, "quality": "GOOD", "tags": ["DPG"]}
        """;

    [OnBothDatabases]
    public async Task A_list_comes_whole_as_separated_values_with_chosen_columns_filter_and_order(DatabaseKind kind)
    {
        await using var server = await StartAsync(kind);
        var (file, text) = await server.ExportAsync("runs?columns=runNumber,quality,detectors.detector.name,fill.fillNumber,duration,dcsEnabled,lhcBetaStarM,endOfRunReasons.description");
        Assert.Equal(
            "runNumber,quality,detectors.detector.name,fill.fillNumber,duration,dcsEnabled,lhcBetaStarM,endOfRunReasons.description\r\n"
            + "3,GOOD,,,,,,\r\n2,BAD,,,,,,\"beam, \"\"lost\"\"\"\r\n1,GOOD,\"ITS, TPC\",8178,PT1H30M,true,-0.5,\r\n", text);
        Assert.Equal(("text/csv", "utf-8", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentType.CharSet, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Matches("^runs-[0-9]{8}T[0-9]{6}Z[.]csv$", file.Content.Headers.ContentDisposition.FileName!);
        Assert.Equal("3", file.Headers.GetValues("X-Total-Count").Single());

        var (some, good) = await server.ExportAsync("""runs?columns=runNumber&separator=semicolon&bom=true&where={"quality":{"eq":"GOOD"}}&order=[{"runNumber":"ASC"}]""");
        Assert.Equal("\uFEFFrunNumber\r\n1\r\n3\r\n", good);
        Assert.Equal("2", some.Headers.GetValues("X-Total-Count").Single());
    }

    [OnBothDatabases]
    public async Task A_list_comes_as_objects(DatabaseKind kind)
    {
        await using var server = await StartAsync(kind);
        const string Columns = """columns=runNumber,detectors.quality,fill.fillNumber&order=[{"runNumber":"ASC"}]""";
        string[] rows = ["""{"runNumber":1,"detectors.quality":["GOOD","BAD"],"fill.fillNumber":8178}""", """{"runNumber":2,"detectors.quality":[],"fill.fillNumber":null}""", """{"runNumber":3,"detectors.quality":[],"fill.fillNumber":null}"""];
        var (lines, text) = await server.ExportAsync($"runs?format=jsonl&{Columns}");
        Assert.Equal(string.Join('\n', rows) + "\n", text);
        Assert.Equal("application/jsonl", lines.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"[\n{string.Join(",\n", rows)}\n]\n", (await server.ExportAsync($"runs?format=json&{Columns}")).Text);
        Assert.Equal("[\n]\n", (await server.ExportAsync("environments?format=json")).Text);
    }

    [OnBothDatabases]
    public async Task Every_list_has_usual_columns(DatabaseKind kind)
    {
        await using var server = await StartAsync(kind);
        await server.Database.ImportAsync(Imports.Now, ImportTests.Everything);
        foreach (var (list, start) in ((string, string)[])[
            ("runs", "id,runNumber,timeO2Start,"), ("fills", "id,fillNumber,stableBeamsStart,"), ("environments", "id,environmentId,"), ("logEntries", "id,number,title,"), ("tags", "id,text,"), ("dplProcesses", "id,name")])
        {
            var (file, text) = await server.ExportAsync(list);
            Assert.StartsWith(start, text);
            Assert.Equal(int.Parse(file.Headers.GetValues("X-Total-Count").Single()), text.Split("\r\n").Length - 2);
        }
    }

    [Fact]
    public async Task What_a_spreadsheet_would_take_for_a_formula_is_guarded_unless_it_is_to_stay()
    {
        await using var server = await StartAsync(DatabaseKind.Sqlite);
        string[] titles = ["=1+1", "+1", "-1", "@SUM(A1)", "a=1", " space", "two\\nlines", "\\tTab"];
        await server.Database.ImportAsync(Imports.Now, ("log-entries.jsonl", string.Join('\n', titles.Select((title, i) =>
            $$"""{"number": {{i + 1}}, "title": "{{title}}", "subtype": "RUN", "origin": "HUMAN", "createdAt": "2022-09-24T11:00:00Z"}"""))));
        const string Query = """logEntries?columns=title&separator=tab&order=[{"number":"ASC"}]""";
        Assert.Equal("title\r\n'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\na=1\r\n\" space\"\r\n\"two\nlines\"\r\n\"'\tTab\"\r\n", (await server.ExportAsync(Query)).Text);
        Assert.StartsWith("title\r\n=1+1\r\n+1\r\n-1\r\n", (await server.ExportAsync(Query + "&formulas=keep")).Text);
    }

    [OnBothDatabases]
    public async Task All_pages_are_of_one_moment(DatabaseKind kind)
    {
        var onPage = new OnStatement();
        await using var server = await StartAsync(kind, onPage, pageSize: 1);
        onPage.Second = async _ => await server.Database.ImportAsync(Imports.Now, ("runs.jsonl", """
            {"runNumber": 1, "quality": "TEST"}
            {"runNumber": 4}
            """));
        Assert.Equal("runNumber,quality\r\n3,GOOD\r\n2,BAD\r\n1,GOOD\r\n", (await server.ExportAsync("runs?columns=runNumber,quality")).Text);
        Assert.Equal("runNumber,quality\r\n4,NONE\r\n3,GOOD\r\n2,BAD\r\n1,TEST\r\n", (await server.ExportAsync("runs?columns=runNumber,quality")).Text);
    }

    [OnBothDatabases]
    public async Task When_the_client_goes_away_the_statement_ends_and_its_place_is_free(DatabaseKind kind)
    {
        var onPage = new OnStatement();
        await using var server = await StartAsync(kind, onPage, pageSize: 1, places: 1);
        var (waits, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        onPage.Second = async cancel =>
        {
            waits.SetResult();
            await using var registration = cancel.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, cancel);
        };
        using (var going = new CancellationTokenSource())
        {
            using var response = await server.Client.GetAsync("/export/runs?columns=runNumber", HttpCompletionOption.ResponseHeadersRead, going.Token);
            await waits.Task.WaitAsync(TimeSpan.FromSeconds(60));
            using var busy = await server.Client.GetAsync("/export/runs");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (busy.StatusCode, busy.Headers.RetryAfter!.Delta));
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await server.Client.GetAsync("/export/runs", patience.Token)).StatusCode != HttpStatusCode.OK) await Task.Delay(20, patience.Token);
    }

    [OnBothDatabases]
    public async Task A_file_that_cannot_be_finished_breaks_off(DatabaseKind kind)
    {
        var onPage = new OnStatement();
        await using var server = await StartAsync(kind, onPage, pageSize: 1);
        onPage.Second = _ => throw new InvalidOperationException("The disk is on fire.");

        // The head may be lost with the rest.
        await Assert.ThrowsAsync<HttpRequestException>(() => server.Client.GetStringAsync("/export/runs?columns=runNumber"));
    }

    [Fact]
    public async Task A_list_inside_a_row_tells_that_there_is_more()
    {
        await using var server = await StartAsync(DatabaseKind.Sqlite);
        await server.Database.ImportAsync(Imports.Now, ("environments.jsonl", """
            {"environmentId": "a"}
            {"environmentId": "b"}
            """), ("runs.jsonl", string.Join('\n', Enumerable.Range(10, 1001).Select(run => $$"""{"runNumber": {{run}}, "environment": "a"}"""))));
        var (_, text) = await server.ExportAsync("""environments?columns=environmentId,runs.runNumber&order=[{"environmentId":"ASC"}]""");
        var rows = text.Split("\r\n");
        Assert.EndsWith(", …\"", rows[1]);
        Assert.Equal(1001, rows[1].Split(", ").Length);
        Assert.Equal("b,", rows[2]);
        var (_, objects) = await server.ExportAsync("""environments?format=jsonl&columns=runs.runNumber&order=[{"environmentId":"ASC"}]""");
        Assert.EndsWith(",\"…\"]}", objects.Split('\n')[0]);
    }

    [Fact]
    public async Task How_many_rows_there_are_is_told_without_them()
    {
        await using var server = await StartAsync(DatabaseKind.Sqlite);
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/export/runs"));
        Assert.Equal((HttpStatusCode.OK, "3", 0), (head.StatusCode, head.Headers.GetValues("X-Total-Count").Single(), (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData("ships", "There is no list `ships`; there are ")]
    [InlineData("runs?columns=runNumbr", "The column `runNumbr`: there is no field `runNumbr` of Run. Did you mean ")]
    [InlineData("runs?columns=fill", "The column `fill`: Fill is no value; choose a field of it, such as `fill.id`.")]
    [InlineData("runs?columns=runNumber.x", "The column `runNumber.x`: `runNumber` has no fields of its own.")]
    [InlineData("runs?columns=fill.runs.fill.runs.fill.fillNumber", "is 6 fields deep; at most 5 are possible.")]
    [InlineData("runs?columns=a,b,c,d", "There are 4 columns; at most 3 are possible.")]
    [InlineData("runs?format=xlsx", "`format` is \"xlsx\"; it can be csv, json, jsonl.")]
    [InlineData("runs?separator=|", "`separator` is \"|\"; it can be comma, semicolon, tab.")]
    [InlineData("runs?columns=id&where={", "`where` is no JSON: ")]
    [InlineData("""runs?columns=id&where={"quality":{"eq":"FINE"}}""", "FINE")]
    [InlineData("runs?quality=GOOD", "There is no parameter `quality`; there are columns, where, order, format, separator, bom, formulas.")]
    public async Task What_is_wrong_is_told(string path, string message)
    {
        await using var server = await StartAsync(DatabaseKind.Sqlite, settings: new() { ["Bookkeeping:Export:MaxColumns"] = "3" });
        using var response = await server.Client.GetAsync("/export/" + path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!["message"]!);
    }

    [Fact]
    public async Task Limits_that_make_no_sense_stop_the_start()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(DatabaseKind.Sqlite, settings: new() { ["Bookkeeping:Export:PageSize"] = "0" }));
        Assert.Contains("Bookkeeping:Export:MaxConcurrent, PageSize and MaxColumns must be above 0.", refused.ToString());
    }

    private static async Task<Server> StartAsync(DatabaseKind kind, OnStatement? onStatement = null, int? pageSize = null, int? places = null, Dictionary<string, string?>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(
            Imports.Now, ("detectors.jsonl", """
                {"name": "ITS", "type": "PHYSICAL"}
                {"name": "TPC", "type": "PHYSICAL"}
                """), ("tags.jsonl", """{"text": "DPG"}"""), ("fills.jsonl", """{"fillNumber": 8178}"""), ("runs.jsonl", ThreeRuns));
        settings ??= [];
        if (pageSize is not null) settings["Bookkeeping:Export:PageSize"] = $"{pageSize}";
        if (places is not null) settings["Bookkeeping:Export:MaxConcurrent"] = $"{places}";
        return new(database, await ApiServer.StartAsync(database.ConnectionString, settings: settings, configure: services =>
        {
            if (onStatement is not null) services.AddSingleton<IInterceptor>(onStatement);
        }));
    }

    private sealed record Server(TestDatabase Database, ApiServer Api) : IAsyncDisposable
    {
        public HttpClient Client => Api.Client;

        public async Task<(HttpResponseMessage File, string Text)> ExportAsync(string path)
        {
            var response = await Client.GetAsync("/export/" + path);
            var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
            Assert.True(response.StatusCode == HttpStatusCode.OK, text);
            return (response, text);
        }

        public async ValueTask DisposeAsync()
        {
            await Api.DisposeAsync();
            await Database.DisposeAsync();
        }
    }

    /// <summary>Does something before the statement that reads the second page of runs, once.</summary>
    private sealed class OnStatement : DbCommandInterceptor
    {
        private int pages;

        public Func<CancellationToken, Task>? Second { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            // Only pages have a limit; the count has none.
            if (Second is not null && command.CommandText.Contains("LIMIT", StringComparison.Ordinal) && command.CommandText.Contains("runs", StringComparison.Ordinal) && Interlocked.Increment(ref pages) == 2) await Second(cancellationToken);
            return result;
        }
    }
}
