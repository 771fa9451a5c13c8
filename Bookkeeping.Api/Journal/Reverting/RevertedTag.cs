using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Journal.Reverting;

/// <summary>Puts a tag back.</summary>
internal static class RevertedTag
{
    /// <summary>Gives the fields of a change their old values.</summary>
    public static async Task RevertAsync(BookkeepingDb db, JournalEntry entry, CancellationToken cancel)
    {
        var tag = db.Entry(await db.Tags.SingleAsync(other => other.Text == entry.TagText, cancel));
        foreach (var change in RevertedFields.Of(entry)) ColumnValues.Put(tag, change);
    }
}
