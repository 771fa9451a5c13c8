using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Bookkeeping.Api.Timeline;

/// <summary>A place on the time line.</summary>
/// <param name="Time">When, milliseconds exactly.</param>
/// <param name="Source">The source of the item.</param>
/// <param name="Key">Its key there.</param>
internal sealed record TimelineCursor(DateTimeOffset Time, int Source, long Key) : IComparable<TimelineCursor>
{
    /// <summary>What clients get.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"t{Time.ToUnixTimeMilliseconds()}:{Source}:{Key}")));

    /// <summary>Reads what a client gave back; null when it is none.</summary>
    public static TimelineCursor? Parse(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text)) return null;
        var spelled = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        return spelled is ['t', .. var parts] && parts.Split(':') is [var time, var source, var key]
            && long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new TimelineCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), order, number)
                : null;
    }

    /// <inheritdoc/>
    public int CompareTo(TimelineCursor? other) => other is null ? 1 : (Time, Source, Key).CompareTo((other.Time, other.Source, other.Key));
}
