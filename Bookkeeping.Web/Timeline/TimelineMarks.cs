using System.Globalization;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Timeline;

/// <summary>Thins out moments that lie too close to be told apart.</summary>
internal static class TimelineMarks
{
    // As many as stand side by side on a screen, each wide enough to be hit.
    private const int Places = 90;

    /// <summary>Joins the moments of each place into one mark.</summary>
    /// <param name="window">The part of time shown.</param>
    /// <param name="moments">Each with its time, its words and where it leads.</param>
    /// <param name="list">The list that shows several of them, by the names of its filters for the time.</param>
    public static IReadOnlyList<TimelineMark> Join(TimelineWindow window, IEnumerable<TimelineMark> moments, string list) =>
    [
        .. from moment in moments
           group moment by (int)(window.Position(moment.Time) * Places) into place
           select place.Count() == 1 ? place.Single() : Joined([.. place], list),
    ];

    private static TimelineMark Joined(List<TimelineMark> place, string list)
    {
        var (from, to) = (place[0].Time, place[^1].Time.AddSeconds(1));
        var words = string.Create(CultureInfo.InvariantCulture, $"{place.Count} log entries: {string.Join("; ", place.Take(3).Select(m => m.Words))}{(place.Count > 3 ? " …" : "")}");
        return new TimelineMark(from, place.Count, words, TidyAddress.Of(list, [("from", TimelineWindow.Text(from)), ("to", TimelineWindow.Text(to))]));
    }
}
