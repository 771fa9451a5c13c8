using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Environments;

/// <summary>What the control system tells of environments, in order, twice, and late.</summary>
public sealed class RecordEnvironmentStatusTests
{
    private const string Whole =
        "{ environment(environmentId: \"2bHRdoWP7v9\") { createdAt updatedAt currentStatus currentStatusMessage statusSequence everInError configuration statusChanges { nodes { status message timestamp } } } }";

    private static readonly string[] Messages =
    [
        Message("STANDBY", "10:00:00", "configuration: {detectors: \"[\\\"ITS\\\"]\", trg_enabled: \"true\"}"),
        Message("DEPLOYED", "10:00:05", "message: \"all up\", configuration: {hosts: \"[\\\"flp001\\\"]\"}"),
        Message("DEPLOYED", "10:00:06", "message: \"still up\""),
        Message("CONFIGURED", "10:00:07", "configuration: {trg_enabled: \"false\"}"),
        Message("ERROR", "10:00:08"),
        Message("CONFIGURED", "10:00:09"),
    ];

    [OnBothDatabases]
    public async Task An_environment_is_created_its_configuration_merged_and_its_history_grows_only_with_changes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        foreach (var message in Messages) await graph.DoAsync("recordEnvironmentStatus", message);

        var environment = (await graph.DataAsync(Whole))["environment"]!;
        Assert.Equal(("SDCEC", "CONFIGURED", true), ((string)environment["statusSequence"]!, (string)environment["currentStatus"]!, (bool)environment["everInError"]!));
        Assert.Equal("""{"detectors":"[\u0022ITS\u0022]","trg_enabled":"false","hosts":"[\u0022flp001\u0022]"}""", environment["configuration"]!.ToJsonString());
        Assert.Equal(("2022-10-23T10:00:00Z", "2022-10-23T10:00:09Z"), ((string)environment["createdAt"]!, (string)environment["updatedAt"]!));
        Assert.Equal("all up", (string)environment["statusChanges"]!["nodes"]![1]!["message"]!);
    }

    [OnBothDatabases]
    public async Task Late_messages_end_in_the_same_state_as_the_right_order(DatabaseKind kind)
    {
        var expected = await StateAfterAsync(kind, Messages);
        foreach (var seed in (int[])[1, 2, 3])
        {
            // The first message creates the environment; the others come in any order, and some of them twice.
            var rest = Messages[1..].Concat(Messages[2..4]).ToArray();
            new Random(seed).Shuffle(rest);
            Assert.Equal(expected, await StateAfterAsync(kind, [Messages[0], .. rest]));
        }
    }

    [OnBothDatabases]
    public async Task The_same_message_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        foreach (var message in Messages) await graph.DoAsync("recordEnvironmentStatus", message);
        const string history = "environment { version history { totalCount } }";
        var before = (await graph.DoAsync("recordEnvironmentStatus", Messages[^1], history)).ToJsonString();
        foreach (var message in Messages) Assert.Equal(before, (await graph.DoAsync("recordEnvironmentStatus", message, history)).ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_message_without_configuration_or_that_shall_not_be_kept_creates_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        Assert.Equal("ENVIRONMENT_NOT_FOUND", await graph.RefusedAsync("recordEnvironmentStatus", Message("STANDBY", "10:00:00")));
        Assert.Equal("ENVIRONMENT_NOT_FOUND", await graph.RefusedAsync("recordEnvironmentStatus", Message("STANDBY", "10:00:00", "configuration: {a: \"1\"}, isBookkept: false")));
        Assert.Null((await graph.DataAsync(Whole))["environment"]);
    }

    [OnBothDatabases]
    public async Task What_cannot_be_taken_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var id = new string('x', 65);
        Assert.Equal(
            "INVALID_LENGTH CONFIGURATION_NOT_AN_OBJECT",
            await graph.RefusedAsync("recordEnvironmentStatus", $"environmentId: \"{id}\", status: STANDBY, timestamp: \"2022-10-23T10:00:00Z\", configuration: [1]"));
        await graph.DoAsync("recordEnvironmentStatus", $"environmentId: \"{id[1..]}\", status: STANDBY, timestamp: \"2022-10-23T10:00:00Z\", configuration: {{}}");
        Assert.Contains("LOST", (string)(await graph.ErrorAsync("mutation { recordEnvironmentStatus(input: {environmentId: \"a\", status: LOST, timestamp: \"2022-10-23T10:00:00Z\"}) { errors { __typename } } }"))["message"]!);
    }

    private static async Task<string> StateAfterAsync(DatabaseKind kind, IEnumerable<string> messages)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        foreach (var message in messages) await graph.DoAsync("recordEnvironmentStatus", message);
        return (await graph.DataAsync(Whole)).ToJsonString();
    }

    private static string Message(string status, string time, string more = "") =>
        $"environmentId: \"2bHRdoWP7v9\", status: {status}, timestamp: \"2022-10-23T{time}Z\", {more}";
}
