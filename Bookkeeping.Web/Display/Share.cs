using System.Globalization;

namespace Bookkeeping.Web.Display;

/// <summary>Shares of stable beams as the control room writes them.</summary>
internal static class Share
{
    /// <summary><c>91.72 %</c>, or a dash.</summary>
    public static string Text(double? share) => share is { } value ? value.ToString("0.00 %", CultureInfo.InvariantCulture) : "-";

    /// <summary>A loss, <c>00:27:51 (0.81 %)</c>, or a dash.</summary>
    public static string Loss(TimeSpan? time, double? share) => time is { } length ? $"{ControlRoomTime.Text(length)} ({Text(share)})" : "-";
}
