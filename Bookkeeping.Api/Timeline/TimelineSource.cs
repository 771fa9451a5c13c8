using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Timeline;

/// <summary>One of the tables that the time line is made of, in the order of an index on its time and key.</summary>
/// <param name="Order">Its place among the sources: decides between points of one time, and stands in cursors.</param>
/// <param name="Subject">What its points are about.</param>
/// <param name="Points">Its points.</param>
/// <param name="Make">Makes the item of a point.</param>
internal sealed record TimelineSource(int Order, JournalSubject Subject, Func<BookkeepingDb, IQueryable<TimelinePoint>> Points, Func<TimelinePoint, TimelineItem> Make)
{
    /// <summary>Whether the key is a long number.</summary>
    public bool IsLong { get; init; }

    /// <summary>Reads the points next to where a page begins, by one statement.</summary>
    public async Task<List<(TimelineCursor Place, TimelineItem Item)>> ReadAsync(BookkeepingDb db, TimelineRange range, int count, bool isBackward, CancellationToken cancel)
    {
        var points = Within(db, range);
        var read = await Sort(points, isBackward).Take(count).AsNoTracking().ToListAsync(cancel);
        return [.. read.Select(point => (new TimelineCursor(point.Time, Order, IsLong ? point.Position : point.Number), Make(point)))];
    }

    /// <summary>Counts the points of all pages.</summary>
    public Task<int> CountAsync(BookkeepingDb db, TimelineRange range, CancellationToken cancel) => Within(db, range with { After = null, Before = null }).CountAsync(cancel);

    private IQueryable<TimelinePoint> Sort(IQueryable<TimelinePoint> points, bool isBackward)
    {
        var sorted = isBackward ? points.OrderByDescending(point => point.Time) : points.OrderBy(point => point.Time);
        if (IsLong) return isBackward ? sorted.ThenByDescending(point => point.Position) : sorted.ThenBy(point => point.Position);
        return isBackward ? sorted.ThenByDescending(point => point.Number) : sorted.ThenBy(point => point.Number);
    }

    private IQueryable<TimelinePoint> Within(BookkeepingDb db, TimelineRange range)
    {
        var points = Points(db);
        if (range.From is { } from) points = points.Where(point => point.Time >= from);
        if (range.To is { } to) points = points.Where(point => point.Time < to);
        if (range.After is { } after) points = Behind(points, after);
        return range.Before is { } before ? Ahead(points, before) : points;
    }

    // The first condition alone lets the index be entered at the place; the second leaves out what is there and comes too early.
    private IQueryable<TimelinePoint> Behind(IQueryable<TimelinePoint> points, TimelineCursor place)
    {
        var (time, position, number) = (place.Time, place.Key, NumberOf(place));
        if (Order > place.Source) return points.Where(point => point.Time >= time);
        if (Order < place.Source) return points.Where(point => point.Time > time);
        return IsLong
            ? points.Where(point => point.Time >= time && (point.Time > time || point.Position > position))
            : points.Where(point => point.Time >= time && (point.Time > time || point.Number > number));
    }

    private IQueryable<TimelinePoint> Ahead(IQueryable<TimelinePoint> points, TimelineCursor place)
    {
        var (time, position, number) = (place.Time, place.Key, NumberOf(place));
        if (Order < place.Source) return points.Where(point => point.Time <= time);
        if (Order > place.Source) return points.Where(point => point.Time < time);
        return IsLong
            ? points.Where(point => point.Time <= time && (point.Time < time || point.Position < position))
            : points.Where(point => point.Time <= time && (point.Time < time || point.Number < number));
    }

    private static int NumberOf(TimelineCursor place) => (int)Math.Min(place.Key, int.MaxValue);
}

/// <summary>Which part of the time line is asked for.</summary>
/// <param name="From">Where it begins; null: with the first thing known.</param>
/// <param name="To">Where it ends, itself not included; null: nowhere.</param>
/// <param name="After">The place that all items come behind; null for none.</param>
/// <param name="Before">The place that all items come before; null for none.</param>
internal sealed record TimelineRange(DateTimeOffset? From, DateTimeOffset? To, TimelineCursor? After, TimelineCursor? Before);
