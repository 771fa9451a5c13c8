using System.Net;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Hosting;

/// <summary>The API as its program composes it, with a database that is there, empty, away, or locked.</summary>
public sealed class ApiHostTests
{
    private const string Query = "{ runs(first: 1) { totalCount } }";

    [OnBothDatabases]
    public async Task A_server_creates_its_schema_and_loads_the_demonstration_data_into_an_empty_database_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(kind);
        await using (var first = await ApiServer.StartAsync(database.ConnectionString, demo: true))
            Assert.Equal("""{"data":{"fill":{"stableBeamsDuration":"P2DT9H14M59S"}}}""", (await first.AskAsync("{ fill(fillNumber: 8178) { stableBeamsDuration } }")).ToJsonString());

        await using var second = await ApiServer.StartAsync(database.ConnectionString, demo: true);
        Assert.Equal(68, (int)(await second.AskAsync(Query))["data"]!["runs"]!["totalCount"]!);
        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync("health/ready")).StatusCode);
    }

    [Fact]
    public async Task Limits_of_costs_and_of_data_come_from_the_settings()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString, settings: new() { ["GraphQL:Data:MaxPageSize"] = "10", ["GraphQL:Cost:MaxTypeCost"] = "20" });
        Assert.Equal("HC0051", (string)(await server.AskAsync("{ runs(first: 11) { nodes { runNumber } } }"))["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal("HC0047", (string)(await server.AskAsync("{ runs(first: 10) { nodes { runNumber fill { fillNumber } } } }"))["errors"]![0]!["extensions"]!["code"]!);
        Assert.Null((await server.AskAsync("{ runs(first: 10) { nodes { runNumber } } }"))["errors"]);
    }

    [Fact]
    public async Task While_the_database_is_away_requests_are_told_to_come_back_and_afterwards_are_answered()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        var file = database.Address.File!;
        Assert.Equal(0, (int)(await server.AskAsync(Query))["data"]!["runs"]!["totalCount"]!);

        File.Move(file, file + ".away");
        var error = (await server.AskAsync(Query))["errors"]![0]!;
        Assert.Equal("UNAVAILABLE", (string)error["extensions"]!["code"]!);
        Assert.Equal(5, (int)error["extensions"]!["retryAfter"]!);
        Assert.DoesNotContain(Path.GetDirectoryName(file)!, error.ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("health/ready")).StatusCode);
        Assert.Equal("{\"status\":\"live\"}", await server.Client.GetStringAsync("health/live"));

        File.Move(file + ".away", file);
        Assert.Equal(0, (int)(await server.AskAsync(Query))["data"]!["runs"]!["totalCount"]!);
        Assert.Equal("{\"status\":\"ready\"}", await server.Client.GetStringAsync("health/ready"));
    }

    [Fact]
    public async Task A_locked_database_makes_the_server_unready_and_reading_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        await using (var connection = new SqliteConnection(database.Address.ConnectionString))
        {
            await connection.OpenAsync();
            await using var writer = connection.BeginTransaction();

            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("health/ready")).StatusCode);
            Assert.Equal(0, (int)(await server.AskAsync(Query))["data"]!["runs"]!["totalCount"]!);
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_server_starts_although_its_database_cannot_be_reached()
    {
        await using var server = await ApiServer.StartAsync("Host=127.0.0.1;Port=1;Username=nobody;Password=secret;Database=none;Timeout=2");

        var answer = (await server.AskAsync(Query)).ToJsonString();
        Assert.Contains("UNAVAILABLE", answer);
        Assert.DoesNotContain("secret", answer);
        var ready = await server.Client.GetAsync("health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.DoesNotContain("127.0.0.1", await ready.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("nonsense", 2), InlineData("migrate now", 2), InlineData("import /no/such/folder", 2), InlineData("schema export somewhere", 2)]
    public async Task A_command_that_is_wrong_is_refused(string arguments, int exitCode) =>
        Assert.Equal(exitCode, await Api.Hosting.Commands.TryRunAsync(arguments.Split(' ')));

    [Theory]
    [InlineData("Bookkeeping:MaxAttachmentBytes", "0"), InlineData("Bookkeeping:MaxAttachmentsPerEntry", "-1"), InlineData("Bookkeeping:MaxAttachedTextLength", "-1")]
    [InlineData("Bookkeeping:AttachmentsDirectory", ""), InlineData("Bookkeeping:Batches:MaxItems", "0")]
    [InlineData("Bookkeeping:Idempotency:Lifetime", "00:00:00"), InlineData("Bookkeeping:Idempotency:SweepInterval", "00:00:00"), InlineData("Bookkeeping:Idempotency:SweepStep", "0")]
    [InlineData("Bookkeeping:GroupCommit:MaxWrites", "0"), InlineData("Bookkeeping:GroupCommit:MaxTime", "-00:00:00.001")]
    public async Task Settings_that_make_no_sense_stop_the_start(string name, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await Assert.ThrowsAsync<OptionsValidationException>(() => ApiServer.StartAsync(database.ConnectionString, settings: new() { [name] = value }));
    }

    [Fact]
    public async Task Settings_alone_start_the_server() => Assert.Null(await Api.Hosting.Commands.TryRunAsync(["--urls", "http://localhost:1"]));

    [Fact]
    public void The_demo_switch_does_not_swallow_the_setting_behind_it()
    {
        var start = Api.Hosting.StartArguments.Parse(["--demo", "--urls", "http://localhost:1"]);

        Assert.True(start.Demo);
        Assert.Equal(["--urls", "http://localhost:1"], start.Settings);
    }
}
