namespace Bookkeeping.Web.Timeline;

/// <summary>Something that lasts, as a bar of a lane.</summary>
/// <param name="From">Its beginning; what began before the part shown is cut there.</param>
/// <param name="To">Its end, or that of the part shown.</param>
/// <param name="Kind">How it is drawn: a class of the style sheet.</param>
/// <param name="Label">What is written on it where there is room.</param>
/// <param name="Words">What it is, in full.</param>
/// <param name="Href">Where it leads; null where nowhere.</param>
public sealed record TimelineBar(DateTimeOffset From, DateTimeOffset To, string Kind, string Label, string Words, string? Href);

/// <summary>A moment, or several that lie too close to be told apart.</summary>
/// <param name="Time">When it was, or the first of them.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Words">What it was, in full.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Kind">How it is drawn: a class of the style sheet.</param>
public sealed record TimelineMark(DateTimeOffset Time, int Count, string Words, string Href, string Kind = "entry");

/// <summary>A row of bars that do not overlap.</summary>
public sealed record TimelineRow(IReadOnlyList<TimelineBar> Bars);

/// <summary>One subject over time.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rows">Its bars, in as many rows as overlap.</param>
/// <param name="Marks">Its moments.</param>
public sealed record TimelineLane(string Name, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<TimelineMark> Marks)
{
    /// <summary>Rows of one lane; what would need more is left out, which <see cref="LeftOut"/> tells.</summary>
    public const int MostRows = 8;

    /// <summary>What goes on without a change for longer than this before the part shown is not drawn, lest it fills the rows: what was forgotten goes on for ever.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromHours(48);

    /// <summary>Things that are not drawn because nothing happened to them.</summary>
    public int Unchanged { get; init; }

    /// <summary>Things that are not drawn for want of rows.</summary>
    public int LeftOut { get; init; }

    /// <summary>Where what was read ends: behind it the lane is not known. Null: all of it was read.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>Puts bars that belong together, one after the other, into the first row with room for all of them.</summary>
    /// <param name="name">The lane's name.</param>
    /// <param name="things">The bars of each thing, in the order of their times.</param>
    public static TimelineLane Pack(string name, IEnumerable<IReadOnlyList<TimelineBar>> things)
    {
        var rows = new List<List<TimelineBar>>();
        var leftOut = 0;
        foreach (var bars in things.Where(t => t.Count > 0).OrderBy(t => t[0].From))
        {
            var row = rows.Find(r => r[^1].To <= bars[0].From);
            if (row is not null) row.AddRange(bars);
            else if (rows.Count < MostRows) rows.Add([.. bars]);
            else leftOut++;
        }

        return new TimelineLane(name, [.. rows.Select(r => new TimelineRow(r))], []) { LeftOut = leftOut };
    }
}
