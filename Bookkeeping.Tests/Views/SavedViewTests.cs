using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.Api.Views;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Views;

/// <summary>Views are saved under names, renamed and deleted, each by its owner.</summary>
public sealed class SavedViewTests
{
    [OnBothDatabases]
    public async Task A_view_is_saved_found_by_name_renamed_and_deleted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createSavedView", "name: \" Good runs \", address: \"/runs?quality=GOOD\"");
        var shared = await graph.DoAsync("createSavedView", "name: \"All fills\", address: \"/fills?stable=all\", isShared: true", "savedView { viewNumber name address isShared owner { name } createdAt updatedAt }");
        Assert.Equal(
            """{"viewNumber":2,"name":"All fills","address":"/fills?stable=all","isShared":true,"owner":{"name":"Anonymous"},"createdAt":"2022-10-23T12:00:00Z","updatedAt":"2022-10-23T12:00:00Z"}""",
            shared["savedView"]!.ToJsonString());

        await graph.DoAsync("renameSavedView", "viewNumber: 1, name: \"Best runs\"");
        await graph.DoAsync("renameSavedView", "viewNumber: 1, name: \"Best runs\"");
        var deleted = await graph.DoAsync("deleteSavedView", "viewNumber: 2", "deletedSavedView { viewNumber name }");
        var left = await graph.DataAsync("{ savedViews { totalCount nodes { viewNumber name } } }");

        Assert.Equal("""{"viewNumber":2,"name":"All fills"}""", deleted["deletedSavedView"]!.ToJsonString());
        Assert.Equal("""{"totalCount":1,"nodes":[{"viewNumber":1,"name":"Best runs"}]}""", left["savedViews"]!.ToJsonString());
    }

    [OnBothDatabases]
    [InlineData("name: \"\", address: \"/runs\"", "INVALID_LENGTH"), InlineData("name: \"  \", address: \"/runs\"", "INVALID_LENGTH")]
    [InlineData("name: \"123456789012345678901234567890123456789012345678901234567890\", address: \"/runs\"", null)]
    [InlineData("name: \"1234567890123456789012345678901234567890123456789012345678901\", address: \"/runs\"", "INVALID_LENGTH")]
    [InlineData("name: \"x\", address: \"https://example.org/\"", "NO_SITE_ADDRESS"), InlineData("name: \"x\", address: \"//example.org/\"", "NO_SITE_ADDRESS")]
    [InlineData("name: \"x\", address: \"/\\\\example.org\"", "NO_SITE_ADDRESS"), InlineData("name: \"x\", address: \"/runs\\nx\"", "NO_SITE_ADDRESS")]
    [InlineData("name: \"x\", address: \"/\"", null), InlineData("name: \"Known\", address: \"/runs\"", "SAVED_VIEW_EXISTS")]
    public async Task A_view_has_a_name_of_its_own_and_an_address_of_the_site(DatabaseKind kind, string input, string? code)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createSavedView", "name: \"Known\", address: \"/fills\"");
        if (code is null) await graph.DoAsync("createSavedView", input);
        else Assert.Equal(code, await graph.RefusedAsync("createSavedView", input));
    }

    [OnBothDatabases]
    public async Task A_view_of_another_is_seen_when_it_is_shared_and_never_changed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open())
        {
            db.Add(new User { UserId = 7, Name = "Silvia Pisano" });
            await db.SaveChangesAsync();
            db.AddRange(View("Hers", isShared: false), View("For all", isShared: true));
            await db.SaveChangesAsync();
        }

        var graph = new LogbookGraph(database);
        var seen = await graph.DataAsync("{ savedViews { nodes { viewNumber name } } }");
        var number = (int)seen["savedViews"]!["nodes"]![0]!["viewNumber"]!;

        Assert.Equal("For all", (string)Assert.Single(seen["savedViews"]!["nodes"]!.AsArray())!["name"]!);
        Assert.Equal("SAVED_VIEW_OF_ANOTHER", await graph.RefusedAsync("renameSavedView", $"viewNumber: {number}, name: \"Mine\""));
        Assert.Equal("SAVED_VIEW_OF_ANOTHER", await graph.RefusedAsync("deleteSavedView", $"viewNumber: {number}"));
        Assert.Equal("SAVED_VIEW_NOT_FOUND", await graph.RefusedAsync("deleteSavedView", "viewNumber: 99"));
        Assert.Equal("SAVED_VIEW_NOT_FOUND", await graph.RefusedAsync("renameSavedView", "viewNumber: 99, name: \"x\""));
    }

    [OnBothDatabases]
    public async Task A_name_is_taken_once_and_renaming_is_checked_like_saving(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createSavedView", "name: \"One\", address: \"/runs\"");
        await graph.DoAsync("createSavedView", "name: \"Two\", address: \"/runs\"");

        Assert.Equal("SAVED_VIEW_EXISTS", await graph.RefusedAsync("renameSavedView", "viewNumber: 2, name: \"One\""));
        Assert.Equal("INVALID_LENGTH", await graph.RefusedAsync("renameSavedView", "viewNumber: 2, name: \" \""));
    }

    [OnBothDatabases]
    public async Task One_person_has_a_limited_number_of_views(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open())
        {
            db.AddRange(Enumerable.Range(1, new SavedViewOptions().MaxPerOwner - 1).Select(n => View($"View {n}", isShared: false, owner: User.AnonymousId)));
            await db.SaveChangesAsync();
        }

        var graph = new LogbookGraph(database);
        await graph.DoAsync("createSavedView", "name: \"The last\", address: \"/runs\"");
        Assert.Equal("TOO_MANY_SAVED_VIEWS", await graph.RefusedAsync("createSavedView", "name: \"One more\", address: \"/runs\""));
    }

    [Fact]
    public void A_limit_below_one_makes_no_sense() => Assert.False(new SavedViewOptions { MaxPerOwner = 0 }.IsValid());

    private static SavedView View(string name, bool isShared, int owner = 7) =>
        new() { Name = name, Address = "/runs", IsShared = isShared, OwnerId = owner, CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };
}
