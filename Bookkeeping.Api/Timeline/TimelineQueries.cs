using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Timeline;

internal static class TimelineQueries
{
    /// <summary>
    /// Everything that happened, in the order of time: stable beams, statuses of environments, starts and ends of runs, why they ended, judgements of runs and detectors,
    /// beam modes, log entries. What has a time of its own is there whoever recorded it, imported or not. Changes of quality and of beam mode are there since the
    /// journal is kept: what an import brought is part of the run, without a time.
    /// </summary>
    /// <param name="from">Where it begins. Null: with the first thing known.</param>
    /// <param name="to">Where it ends, itself not included. Null: nowhere.</param>
    /// <param name="subjects">What the things are about: runs, fills, environments, log entries. Null: all.</param>
    [UsePaging]
    public static async Task<MergedPage<TimelineItem>> Timeline(
        [Service] BookkeepingDb db, DateTimeOffset? from, DateTimeOffset? to, IReadOnlyList<JournalSubject>? subjects, [FromConvention] PageArguments page, CancellationToken cancel)
    {
        var range = new TimelineRange(from, to, Read(page.After, "after"), Read(page.Before, "before"));
        var sources = TimelineSources.All.Where(source => subjects is null || subjects.Contains(source.Subject)).ToList();
        var found = new List<(TimelineCursor Place, TimelineItem Item)>();
        foreach (var source in sources) found.AddRange(await source.ReadAsync(db, range, page.Size + 1, page.IsBackward, cancel));
        found.Sort((left, right) => left.Place.CompareTo(right.Place));
        var isMore = found.Count > page.Size;
        var items = page.IsBackward ? found.TakeLast(page.Size) : found.Take(page.Size);
        return new MergedPage<TimelineItem>(
            [.. items.Select(one => (one.Item, one.Place.ToString()))],
            HasNext: page.IsBackward ? range.Before is not null : isMore,
            HasPrevious: page.IsBackward ? isMore : range.After is not null,
            async cancelled =>
            {
                var count = 0;
                foreach (var source in sources) count += await source.CountAsync(db, range, cancelled);
                return count;
            });
    }

    private static TimelineCursor? Read(string? cursor, string argument)
    {
        if (cursor is null) return null;
        return TimelineCursor.Parse(cursor) ?? throw new FieldErrorException(
            new GraphQLError($"`{argument}` is no cursor of the time line; take one from its edges or its page.") { Code = ErrorCodes.InvalidCursor });
    }
}
