using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Logs;

public sealed class LogEntryTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [OnBothDatabases]
    public async Task Replies_are_counted_with_their_own(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var counts = await db.LogEntries.OrderBy(entry => entry.Number).Select(LogEntry.ReplyCountExpression).ToListAsync();
        Assert.Equal([4, 2, 1, 0, 0, 0], counts);
    }

    [OnBothDatabases]
    public async Task A_thread_sorts_as_a_tree(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var thread = db.LogEntries.Where(entry => entry.RootNumber == 1).OrderBy(entry => entry.ThreadPath);
        Assert.Equal([1, 2, 3, 5, 4], await thread.Select(entry => entry.Number).ToListAsync());
    }

    [OnBothDatabases]
    public async Task An_entry_without_parent_is_its_own_root(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal([1, 6], await db.LogEntries.Where(LogEntry.IsRootExpression).Select(entry => entry.Number).Order().ToListAsync());
        Assert.Equal([2, 4], await db.LogEntries.Where(entry => entry.Number == 1).SelectMany(entry => entry.Replies).Select(entry => entry.Number).Order().ToListAsync());
    }

    [OnBothDatabases]
    public async Task An_entry_without_author_is_by_Anonymous(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal("Anonymous", await db.LogEntries.Where(entry => entry.Number == 1).Select(entry => entry.Author.Name).SingleAsync());
    }

    [OnBothDatabases]
    [InlineData("Pisano", 2, 3)]
    [InlineData("Pisano,Bize", 2, 3, 4)]
    [InlineData("!Anonymous", 2, 3, 4)]
    [InlineData("!Anonymous,!Bize", 2, 3)]
    [InlineData("Silvia, !Pisano")]
    [InlineData(" ! Bize ,", 1, 2, 3, 5, 6)]
    [InlineData("", 1, 2, 3, 4, 5, 6)]
    [InlineData("!", 1, 2, 3, 4, 5, 6)]
    public async Task Authors_are_included_by_one_name_and_excluded_by_any(DatabaseKind kind, string authors, params int[] found)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal(found, await db.LogEntries.Where(AuthorsFilter.Parse(authors)).Select(entry => entry.Number).Order().ToListAsync());
    }

    [Fact]
    public void A_list_of_authors_may_not_be_too_long() =>
        Assert.Throws<FormatException>(() => AuthorsFilter.Parse(string.Join(',', Enumerable.Repeat("a", AuthorsFilter.MaxNames + 1))));

    [OnBothDatabases]
    public async Task Attachments_are_counted(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal([2, 0], await db.LogEntries.Where(entry => entry.Number < 3).OrderBy(entry => entry.Number).Select(LogEntry.AttachmentCountExpression).ToListAsync());
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Users.AddRange(new User { UserId = 1, Name = "Silvia Pisano" }, new User { UserId = 2, Name = "Nicolas Bize" });
        var root = TestEntries.Root(1);
        var reply = root.Reply(2);
        var deeper = reply.Reply(3);
        var sibling = root.Reply(4);
        (reply.AuthorId, deeper.AuthorId, sibling.AuthorId) = (1, 1, 2);
        root.Attachments = [new Attachment { FileName = "1" }, new Attachment { FileName = "2" }];
        db.LogEntries.AddRange(root, reply, deeper, sibling, deeper.Reply(5), TestEntries.Root(6));
        await db.SaveChangesAsync();
    }
}
