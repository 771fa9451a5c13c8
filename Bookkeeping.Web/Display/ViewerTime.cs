using System.Globalization;
using Bookkeeping.Web.Preferences;

namespace Bookkeeping.Web.Display;

/// <summary>Instants as the person in front of the page wants to read them. What stands in addresses is always the control room's time, so that a link means
/// the same to everybody.</summary>
/// <param name="zone">The zone they are shown in.</param>
/// <param name="form">How they are written.</param>
internal sealed class ViewerTime(TimeZoneInfo zone, TimeForm form)
{
    /// <summary>The zone, <c>Europe/Zurich</c>.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Whether times are numbers.</summary>
    public bool IsRaw => form == TimeForm.Raw;

    /// <summary>What the bar calls the zone.</summary>
    public string ZoneName => IsRaw ? "ms since 1970" : zone.Id == TimeZoneInfo.Utc.Id ? "UTC" : zone.Id;

    /// <summary>How the browser of a request wants times.</summary>
    public static ViewerTime Of(HttpContext? http)
    {
        var chosen = PreferenceCookies.Read(http);
        var zone = chosen.Zone switch
        {
            DisplayZone.Utc => TimeZoneInfo.Utc,
            DisplayZone.Browser => PreferenceCookies.BrowserZone(http) ?? ControlRoomTime.Zone,
            _ => ControlRoomTime.Zone,
        };
        return new ViewerTime(zone, chosen.Times);
    }

    /// <summary><c>24/09/2022</c>.</summary>
    public string Date(DateTimeOffset time) => Local(time).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>00:21:15</c>.</summary>
    public string TimeOfDay(DateTimeOffset time) => Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>24/09/2022, 00:21:15</c>, or the milliseconds.</summary>
    public string Text(DateTimeOffset time) => IsRaw ? Raw(time) : $"{Date(time)}, {TimeOfDay(time)}";

    /// <summary>The milliseconds since 1970 in UTC.</summary>
    public static string Raw(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The same instant in UTC, and in the control room where that is not what is shown.</summary>
    public string Title(DateTimeOffset time) =>
        IsRaw || zone.Id != ControlRoomTime.Zone.Id
            ? $"{ControlRoomTime.Utc(time)}, {ControlRoomTime.Text(time)} {ControlRoomTime.ZoneName}"
            : ControlRoomTime.Utc(time);

    /// <summary>The instant on the clock of this zone.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);
}
