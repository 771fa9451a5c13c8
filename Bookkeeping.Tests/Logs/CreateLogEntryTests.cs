using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Logs;

/// <summary>What people write.</summary>
public sealed class CreateLogEntryTests
{
    [OnBothDatabases]
    public async Task An_entry_is_linked_to_what_it_is_about_and_replies_form_a_thread(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        var first = await graph.DoAsync(
            "createLogEntry", """title: "Trip", text: "one\\ntwo", tags: ["DPG"], runNumbers: [1], fillNumbers: [8178], environmentIds: ["env"]""",
            "logEntry { number title text subtype origin author { name } isRoot tags { text } runs { nodes { runNumber } } fills { nodes { fillNumber } } environments { nodes { environmentId } } }");
        Assert.Equal(
            """{"number":1,"title":"Trip","text":"one\ntwo","subtype":"COMMENT","origin":"HUMAN","author":{"name":"Anonymous"},"isRoot":true,"tags":[{"text":"DPG"}],"runs":{"nodes":[{"runNumber":1}]},"fills":{"nodes":[{"fillNumber":8178}]},"environments":{"nodes":[{"environmentId":"env"}]}}""",
            first["logEntry"]!.ToJsonString());
        await graph.DoAsync("createLogEntry", "text: \"a reply\", parentNumber: 1");
        var third = await graph.DoAsync("createLogEntry", "text: \"to the reply\", parentNumber: 2", "logEntry { title parent { number } root { number replyCount } thread { nodes { number } } }");
        Assert.Equal("""{"title":"Trip","parent":{"number":2},"root":{"number":1,"replyCount":2},"thread":{"nodes":[{"number":1},{"number":2},{"number":3}]}}""", third["logEntry"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task An_entry_that_names_what_does_not_exist_is_refused_as_a_whole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("createTag", "text: \"old\"");
        await graph.DoAsync("archiveTag", "text: \"old\"");
        Assert.Equal(
            "LOG_ENTRY_NOT_FOUND TAG_NOT_FOUND RUN_NOT_FOUND ENVIRONMENT_NOT_FOUND FILL_NOT_FOUND TAG_ARCHIVED",
            await graph.RefusedAsync("createLogEntry", "title: \"Trip\", text: \"text\", parentNumber: 9, tags: [\"DPG\", \"dpg\", \"old\"], runNumbers: [1, 2], fillNumbers: [1], environmentIds: [\"x\"]"));
        Assert.Equal(0, (int)(await graph.DataAsync("{ logEntries { totalCount } }"))["logEntries"]!["totalCount"]!);
    }

    [OnBothDatabases]
    [InlineData(2, 3, "INVALID_LENGTH"), InlineData(3, 3, null), InlineData(140, 65_536, null), InlineData(141, 3, "INVALID_LENGTH"), InlineData(3, 65_537, "INVALID_LENGTH"), InlineData(0, 2, "INVALID_LENGTH INVALID_LENGTH")]
    public async Task Title_and_text_have_their_lengths(DatabaseKind kind, int title, int text, string? codes)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var input = $"title: \"{new string('x', title)}\", text: \"{new string('y', text)}\"";
        if (codes is null) await graph.DoAsync("createLogEntry", input);
        else Assert.Equal(codes, await graph.RefusedAsync("createLogEntry", input));
    }

    [OnBothDatabases]
    public async Task Entries_written_at_the_same_time_get_numbers_one_after_the_other(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => new LogbookGraph(database).DoAsync("createLogEntry", $"title: \"entry {i}\", text: \"text\""))));
        var numbers = (await new LogbookGraph(database).DataAsync("{ logEntries(order: {number: ASC}) { nodes { number } } }"))["logEntries"]!["nodes"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 8), numbers.Select(node => (int)node!["number"]!));
    }

    private static async Task<LogbookGraph> GraphAsync(TestDatabase database)
    {
        var graph = new LogbookGraph(database);
        await graph.DoAsync("recordEnvironmentStatus", "environmentId: \"env\", status: RUNNING, timestamp: \"2022-10-23T09:00:00Z\", configuration: {}");
        await graph.DoAsync("startRun", "runNumber: 1");
        await graph.DoAsync("upsertFill", "fillNumber: 8178");
        await graph.DoAsync("createTag", "text: \"DPG\"");
        return graph;
    }
}
