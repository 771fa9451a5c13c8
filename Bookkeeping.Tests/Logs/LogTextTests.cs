using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Logs;

public sealed class LogTextTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [OnBothDatabases]
    [InlineData("busy links 17", 1)]
    [InlineData("BUSY LINKS", 1)]
    [InlineData("links busy")]
    [InlineData("lin")]
    [InlineData("links-17", 1)]
    [InlineData("\"busy links\"", 1)]
    [InlineData("busy OR nothing")]
    [InlineData("busy AND links")]
    [InlineData("NOT calm")]
    [InlineData("link*")]
    [InlineData("text: busy")]
    [InlineData("NEAR(busy links)")]
    [InlineData("'; DROP TABLE runs; --")]
    [InlineData("(")]
    [InlineData("")]
    [InlineData("first title", 1)]
    [InlineData("title the")]
    [InlineData("überhitzte", 2)]
    [InlineData("ÜBERHITZTE", 2)]
    [InlineData("uberhitzte")]
    [InlineData("2 5 °C", 2)]
    public async Task A_phrase_is_found_as_words_in_their_order_and_never_read_as_syntax(DatabaseKind kind, string phrase, params int[] found)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var numbers = await db.LogEntries.Where(entry => LogText.Matches(entry.Number, phrase)).Select(entry => entry.Number).ToListAsync();
        Assert.Equal(found, numbers);
    }

    [OnBothDatabases]
    public async Task Two_phrases_can_be_combined(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var both = db.LogEntries.Where(entry => LogText.Matches(entry.Number, "busy") || LogText.Matches(entry.Number, "Magnet"));
        Assert.Equal([1, 2], await both.Select(entry => entry.Number).Order().ToListAsync());
        Assert.Empty(await db.LogEntries.Where(entry => LogText.Matches(entry.Number, "busy") && LogText.Matches(entry.Number, "Magnet")).ToListAsync());
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.LogEntries.AddRange(
            TestEntries.Root(1, "First title", "The EMC has busy links 17 and 38."),
            TestEntries.Root(2, "Magnet", "Überhitzte Spule: 2.5 °C darüber"));
        await db.SaveChangesAsync();
    }
}
