using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>The rows of a table that links two subjects.</summary>
/// <param name="Db">The database.</param>
/// <param name="Table">The table.</param>
/// <param name="Left">The column of the side that names the links.</param>
/// <param name="Right">The column of the other side.</param>
internal sealed record LinkRows(BookkeepingDb Db, string Table, string Left, string Right)
{
    /// <summary>Makes the links of some keys those wanted, and no others.</summary>
    public async Task ReplaceAsync<TLeft, TRight>(IEnumerable<(TLeft Key, IReadOnlyList<TRight>? Links)> wanted, CancellationToken cancel)
        where TLeft : notnull
        where TRight : notnull
    {
        var named = wanted.Where(row => row.Links is not null).ToList();
        var keys = named.Select(row => row.Key).ToArray();
        var rows = Db.Set<Dictionary<string, object>>(Table);
        var stored = await rows.Where(row => keys.Contains(EF.Property<TLeft>(row, Left))).ToListAsync(cancel);
        var missing = named.SelectMany(row => row.Links!.Select(link => (row.Key, link))).ToHashSet();
        rows.RemoveRange(stored.Where(row => !missing.Remove(((TLeft)row[Left], (TRight)row[Right]))));
        rows.AddRange(missing.Select(link => new Dictionary<string, object> { [Left] = link.Key, [Right] = link.link }));
    }
}
