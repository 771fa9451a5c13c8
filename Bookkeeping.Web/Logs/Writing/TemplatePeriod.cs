using System.Globalization;
using Bookkeeping.Web.Display;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>The period that a template is about, unless its writer chooses another.</summary>
/// <param name="Label">What it is the period of.</param>
/// <param name="EndsAt">The time of day in the control room at which it ended last, <c>16:00</c>.</param>
internal sealed record TemplatePeriod(string Label, string EndsAt)
{
    /// <summary>The longest that can be chosen.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>How many days it lasts by the clock.</summary>
    public int Days { get; init; } = 1;

    /// <summary>The time of day at which it ends; null when <see cref="EndsAt"/> is none.</summary>
    public TimeOnly? End => TimeOnly.TryParseExact(EndsAt, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The last one that is over.</summary>
    public ChosenPeriod Last(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(ControlRoomTime.Local(now).Date);
        var day = At(today) <= now ? today : today.AddDays(-1);
        return new ChosenPeriod(At(day.AddDays(-Days)), At(day));
    }

    /// <summary>The one that an address chooses.</summary>
    /// <param name="from">Its beginning as written; empty for that of the last one.</param>
    /// <param name="to">Its end as written; empty for that of the last one.</param>
    /// <param name="now">The present.</param>
    /// <param name="problems">Takes what cannot be read; then the last one is chosen.</param>
    public ChosenPeriod Choose(string? from, string? to, DateTimeOffset now, ICollection<string> problems)
    {
        var last = Last(now);
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to)) return last;
        var (begin, end) = (string.IsNullOrEmpty(from) ? last.From : ControlRoomTime.Parse(from), string.IsNullOrEmpty(to) ? last.To : ControlRoomTime.Parse(to));
        if (begin is not { } first || end is not { } second) problems.Add($"{Label}: “{(begin is null ? from : to)}” is not a time: write 2022-09-24T16:00.");
        else if (first >= second) problems.Add($"{Label}: the period must begin before it ends.");
        else if (second - first > Longest) problems.Add($"{Label}: the period can last {Longest.TotalDays:0} days at most.");
        else if (first > now) problems.Add($"{Label}: the period has not begun.");
        else return new ChosenPeriod(first, second);
        return last;
    }

    private DateTimeOffset At(DateOnly day)
    {
        var local = day.ToDateTime(End!.Value);
        return new DateTimeOffset(local, ControlRoomTime.Zone.GetUtcOffset(local));
    }
}

/// <summary>A part of time.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, itself not included.</param>
public readonly record struct ChosenPeriod(DateTimeOffset From, DateTimeOffset To);
