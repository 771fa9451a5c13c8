using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Fills;

/// <summary>The fills that messages are about, read at once.</summary>
internal sealed class FillsAtHand
{
    private readonly BookkeepingDb db;
    private readonly Dictionary<int, Fill> fills;

    private FillsAtHand(BookkeepingDb db, Dictionary<int, Fill> fills) => (this.db, this.fills) = (db, fills);

    /// <summary>Reads the fills that are known.</summary>
    public static async Task<FillsAtHand> LoadAsync(BookkeepingDb db, IEnumerable<int> fillNumbers, CancellationToken cancel)
    {
        var numbers = fillNumbers.Distinct().ToList();
        return new FillsAtHand(db, await db.Fills.Where(fill => numbers.Contains(fill.FillNumber)).ToDictionaryAsync(fill => fill.FillNumber, cancel));
    }

    /// <summary>The fill, created if it is not known.</summary>
    public Fill FindOrCreate(int fillNumber) => Change(fillNumber, _ => { }, _ => { });

    /// <summary>Changes a fill, which is created if it is not known.</summary>
    /// <param name="fillNumber">The fill.</param>
    /// <param name="change">Sets columns of the fill, and nothing else: it is tried on a copy first.</param>
    /// <param name="check">Refuses a fill that cannot be; then nothing is changed.</param>
    public Fill Change(int fillNumber, Action<Fill> change, Action<Fill> check)
    {
        var fill = fills.GetValueOrDefault(fillNumber);
        var trial = fill?.Copy() ?? new Fill { FillNumber = fillNumber };
        change(trial);
        check(trial);
        if (fill is null) db.Add(fills[fillNumber] = fill = new Fill { FillNumber = fillNumber });
        change(fill);
        return fill;
    }
}
