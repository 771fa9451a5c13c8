using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>How far a subscriber has been told of the journal. See <c>docs/decisions/0011-subscriptions-from-the-journal.md</c>.</summary>
/// <param name="From">All subjects were told as they were after this position,</param>
/// <param name="Until">and those as they were after this one</param>
/// <param name="Told">whose last entry between the two is not behind this position. Where all were told it is <paramref name="Until"/>.</param>
internal readonly record struct JournalCursor(long From, long Until, long Told)
{
    /// <summary>The code of the error of a cursor that cannot be followed.</summary>
    public const string ErrorCode = "JOURNAL_CURSOR_INVALID";

    /// <summary>Whether all subjects were told up to the same position.</summary>
    public bool IsWhole => Told == Until;

    /// <summary>The cursor of one who was told everything up to a position.</summary>
    public static JournalCursor At(long position) => new(position, position, position);

    /// <summary>What clients get.</summary>
    public override string ToString() => Base64Url.EncodeToString(
        Encoding.ASCII.GetBytes(IsWhole ? string.Create(CultureInfo.InvariantCulture, $"j{Until}") : string.Create(CultureInfo.InvariantCulture, $"j{From}-{Until}-{Told}")));

    /// <summary>Reads what a client gave back.</summary>
    /// <returns>Null when it is none that was ever given out.</returns>
    public static JournalCursor? Parse(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text)) return null;
        var spelled = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        if (spelled is not ['j', .. var numbers]) return null;
        var positions = new List<long>();
        foreach (var number in numbers.Split('-'))
        {
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return null;
            positions.Add(position);
        }

        return positions switch
        {
            [var at] => At(at),
            [var from, var until, var told] when from < told && told < until => new JournalCursor(from, until, told),
            _ => null,
        };
    }
}
