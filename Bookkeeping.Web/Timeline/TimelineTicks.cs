using System.Globalization;
using Bookkeeping.Web.Display;

namespace Bookkeeping.Web.Timeline;

/// <summary>A line of the scale.</summary>
/// <param name="Time">Where it stands.</param>
/// <param name="Label">What is written at it.</param>
/// <param name="IsDay">Whether a day begins at it.</param>
internal sealed record TimelineTick(DateTimeOffset Time, string Label, bool IsDay);

/// <summary>The scale of a time line: round moments of the reader's clock, few enough to be read.</summary>
internal static class TimelineTicks
{
    private const int Most = 13;

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7),
    ];

    /// <summary>The lines within a part of time.</summary>
    public static IEnumerable<TimelineTick> Of(TimelineWindow window, ViewerTime viewer)
    {
        var step = Steps.FirstOrDefault(s => window.Length / s <= Most, Steps[^1]);
        var midnight = viewer.Local(window.From).Date;
        for (var clock = midnight; ; clock += step)
        {
            // An hour that summer time leaves out has no moment.
            if (viewer.Zone.IsInvalidTime(clock)) continue;
            var time = new DateTimeOffset(clock, viewer.Zone.GetUtcOffset(clock));
            if (time >= window.To) yield break;
            if (time < window.From) continue;
            var isDay = clock.TimeOfDay == TimeSpan.Zero;
            yield return new TimelineTick(time, clock.ToString(isDay ? "ddd d MMM" : "HH:mm", CultureInfo.InvariantCulture), isDay);
        }
    }
}
