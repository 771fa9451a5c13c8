using System.Globalization;

namespace Bookkeeping.Web.Timeline;

/// <summary>Thins out moments that lie too close to be told apart.</summary>
internal static class TimelineMarks
{
    // As many as stand side by side on a screen, each wide enough to be hit.
    private const int Places = 90;

    /// <summary>Joins the moments of each place into one mark.</summary>
    /// <param name="window">The part of time shown.</param>
    /// <param name="moments">Each with its time, its words and where it leads.</param>
    /// <param name="several">What several of them are called.</param>
    /// <param name="list">Where several of them are shown: from one time to another, itself not included.</param>
    public static IReadOnlyList<TimelineMark> Join(TimelineWindow window, IEnumerable<TimelineMark> moments, string several, Func<DateTimeOffset, DateTimeOffset, string> list) =>
    [
        .. from moment in moments
           group moment by (int)(window.Position(moment.Time) * Places) into place
           select place.Count() == 1 ? place.Single() : Joined([.. place], several, list),
    ];

    private static TimelineMark Joined(List<TimelineMark> place, string several, Func<DateTimeOffset, DateTimeOffset, string> list)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{place.Count} {several}: {string.Join("; ", place.Take(3).Select(m => m.Words))}{(place.Count > 3 ? " …" : "")}");
        var kinds = place.Select(m => m.Kind).Distinct().ToList();
        return new TimelineMark(place[0].Time, place.Count, words, list(place[0].Time, place[^1].Time.AddSeconds(1)), kinds is [var only] ? only : "several");
    }
}
