using System.Globalization;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Timeline;

/// <summary>The part of time that the time line shows. It lives in the page's address, in the control room's time.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, itself not in it.</param>
public sealed record TimelineWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/timeline";

    /// <summary>The shortest part.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    /// <summary>The longest part.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>What is shown unless another part is asked for.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(1);

    /// <summary>How long it is.</summary>
    public TimeSpan Length => To - From;

    /// <summary>Reads an address.</summary>
    /// <param name="from">The beginning as written; null or empty for <see cref="Usual"/> before the end.</param>
    /// <param name="to">The end as written; null or empty for <see cref="Usual"/> after the beginning, or <paramref name="end"/> without a beginning.</param>
    /// <param name="end">Where the part ends that is shown without being asked for.</param>
    /// <param name="now">The present: nothing begins later.</param>
    /// <returns>The part, and what was not taken as written; null when all was.</returns>
    public static (TimelineWindow Window, string? Warning) Read(string? from, string? to, DateTimeOffset end, DateTimeOffset now)
    {
        var usual = new TimelineWindow(end - Usual, end);
        foreach (var text in new[] { from, to }.Where(t => !string.IsNullOrEmpty(t) && ControlRoomTime.Parse(t) is null)) return (usual, $"“{text}” is not a date: write 2022-09-24 or 2022-09-24T08:30.");
        var (first, last) = (ControlRoomTime.Parse(from), ControlRoomTime.Parse(to));
        var window = new TimelineWindow(first ?? (last ?? end) - Usual, last ?? first + Usual ?? end);
        if (window.From >= now) return (usual, "The time line cannot begin in the future.");
        if (window.Length < Shortest) return (usual, $"The end comes less than {Shortest.TotalMinutes:0} minutes after the beginning.");
        if (window.Length > Longest) return (window with { From = window.To - Longest }, $"More than {Longest.TotalDays:0} days cannot be shown at once: these are the last of them.");
        return (window, null);
    }

    /// <summary>Where a moment lies: 0 at the beginning, 1 at the end; less and more outside.</summary>
    public double Position(DateTimeOffset time) => (time - From) / Length;

    /// <summary>The moment at a position.</summary>
    public DateTimeOffset At(double position) => From + (Length * position);

    /// <summary>Moved by a share of its length; not beyond the present.</summary>
    public TimelineWindow Moved(double share, DateTimeOffset now)
    {
        var by = Length * share;
        return From + by >= now ? this : new TimelineWindow(From + by, To + by);
    }

    /// <summary>Another length around a moment, within what can be shown.</summary>
    /// <param name="length">The length wished for.</param>
    /// <param name="around">Stays where it is on the screen.</param>
    public TimelineWindow Zoomed(TimeSpan length, DateTimeOffset around)
    {
        var taken = TimeSpan.FromTicks(Math.Clamp(length.Ticks, Shortest.Ticks, Longest.Ticks));
        var from = around - (taken * Math.Clamp(Position(around), 0, 1));
        return new TimelineWindow(from, from + taken);
    }

    /// <summary>The address that shows it, with what went on at a moment or without.</summary>
    public string Address(DateTimeOffset? at = null)
    {
        (string, string)[] window = [("from", Text(From)), ("to", Text(To))];
        return TidyAddress.Of(Path, at is { } moment ? window.Append(("at", Text(moment))) : window);
    }

    /// <summary>A moment as it stands in addresses.</summary>
    public static string Text(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, ControlRoomTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
