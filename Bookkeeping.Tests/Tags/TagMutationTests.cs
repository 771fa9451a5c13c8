using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Tags;

/// <summary>Tags are created, changed and archived, never deleted.</summary>
public sealed class TagMutationTests
{
    [OnBothDatabases]
    [InlineData("text: \"a\"", "INVALID_LENGTH"), InlineData("text: \"ab\"", null), InlineData("text: \"12345678901234567890\"", null), InlineData("text: \"123456789012345678901\"", "INVALID_LENGTH")]
    [InlineData("text: \"ok\", color: \"#4CAF50\"", null), InlineData("text: \"ok\", color: \"4caf50\"", "NO_COLOR"), InlineData("text: \"ok\", color: \"#4caf5g\"", "NO_COLOR"), InlineData("text: \"DPG\"", "TAG_EXISTS")]
    public async Task A_tag_is_new_and_has_its_lengths(DatabaseKind kind, string input, string? code)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createTag", "text: \"DPG\"");
        await graph.DoAsync("archiveTag", "text: \"DPG\"");
        if (code is null) await graph.DoAsync("createTag", input);
        else Assert.Equal(code, await graph.RefusedAsync("createTag", input));
    }

    [OnBothDatabases]
    public async Task A_tag_is_changed_archived_and_used_again_and_its_history_tells(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createTag", "text: \"DPG\", description: \"data preparation\"");
        await graph.DoAsync("updateTag", "text: \"DPG\", email: \"dpg@example.org\", version: 1");
        Assert.Equal("VERSION_CONFLICT", await graph.RefusedAsync("updateTag", "text: \"DPG\", email: null, version: 1"));
        Assert.Equal("INVALID_LENGTH", await graph.RefusedAsync("updateTag", $"text: \"DPG\", description: \"{new string('x', 101)}\""));
        Assert.Equal("TAG_NOT_FOUND", await graph.RefusedAsync("updateTag", "text: \"dpg\""));
        var archived = await graph.DoAsync("archiveTag", "text: \"DPG\"", "tag { isArchived archivedAt lastEditedBy }");
        Assert.Equal("""{"isArchived":true,"archivedAt":"2022-10-23T12:00:00Z","lastEditedBy":"Anonymous"}""", archived["tag"]!.ToJsonString());
        await graph.DoAsync("archiveTag", "text: \"DPG\"");
        var again = await graph.DoAsync("archiveTag", "text: \"DPG\", isArchived: false", "tag { description email isArchived version history { nodes { kind changes { field } } } }");
        Assert.Equal(
            """{"description":"data preparation","email":"dpg@example.org","isArchived":false,"version":4,"history":{"nodes":[{"kind":"CHANGED","changes":[{"field":"archivedAt"}]},{"kind":"CHANGED","changes":[{"field":"archivedAt"}]},{"kind":"CHANGED","changes":[{"field":"email"}]},{"kind":"CREATED","changes":[]}]}}""",
            again["tag"]!.ToJsonString());
    }
}
