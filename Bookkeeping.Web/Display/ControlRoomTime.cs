using System.Globalization;

namespace Bookkeeping.Web.Display;

/// <summary>Times and durations as the control room writes them.</summary>
internal static class ControlRoomTime
{
    /// <summary>The name of the control room's zone: times in addresses are in it, and those on pages unless their reader chose another.</summary>
    public const string ZoneName = "Europe/Zurich";

    /// <summary>The control room's zone.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    /// <summary><c>24/09/2022, 00:21:15</c>.</summary>
    public static string Text(DateTimeOffset time) => $"{Date(time)}, {TimeOfDay(time)}";

    /// <summary><c>24/09/2022</c>.</summary>
    public static string Date(DateTimeOffset time) => Local(time).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>00:21:15</c>.</summary>
    public static string TimeOfDay(DateTimeOffset time) => Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The same instant in UTC, for the title of a time.</summary>
    public static string Utc(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A local date and time of the control room as an instant; null when the text is not one.</summary>
    /// <param name="text"><c>2022-09-24</c> or <c>2022-09-24T00:21</c>, with seconds or without.</param>
    public static DateTimeOffset? Parse(string? text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return null;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>A text that <see cref="Parse"/> takes, as a browser's control for times takes it; empty when it is none.</summary>
    public static string Input(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? local.ToString(local.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            : "";

    /// <summary><c>57:14:59</c>; hours may pass 24.</summary>
    public static string Text(TimeSpan duration)
    {
        var sign = duration < TimeSpan.Zero ? "-" : "";
        var length = duration.Duration();
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{(long)length.TotalHours:00}:{length.Minutes:00}:{length.Seconds:00}");
    }

    /// <summary>The instant on the control room's clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);
}
