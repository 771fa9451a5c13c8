using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Instants with their offset from UTC, as RFC 3339 writes them: up to seven fraction digits, <c>Z</c> for UTC.</summary>
internal sealed class DateTimeCoercion() : TextCoercion<DateTimeOffset>("DateTime", "2022-09-24T00:21:15+02:00")
{
    // The format "O" always fills 33 bytes: 2022-09-24T00:21:15.0000000+02:00.
    private const int RoundTripLength = 33;
    private const int FractionEnd = 27;
    private const int SecondsEnd = 19;
    private const string Form = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    protected override DateTimeOffset Parse(string text)
    {
        if (!BeginsLikeDateTime(text))
            throw Invalid(text, "it must have the form yyyy-MM-ddTHH:mm:ss, at most seven fraction digits and an offset");
        var offset = BehindFraction(text);
        if (offset.IsEmpty) throw Invalid(text, "an offset is missing", $"{text}+02:00 or {text}Z");
        if (!IsOffset(offset)) throw Invalid(text, "its offset must be Z or have the form +02:00");
        return DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Invalid(text, "there is no such day, time or offset");
    }

    protected override string Format(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[RoundTripLength];
        return Encoding.ASCII.GetString(text[..FormatTo(text, value)]);
    }

    public override void WriteValue(Utf8JsonWriter writer, DateTimeOffset value)
    {
        // Written raw, for the writer's encoder might escape the plus sign.
        Span<byte> quoted = stackalloc byte[RoundTripLength + 2];
        quoted[0] = (byte)'"';
        var length = FormatTo(quoted[1..], value);
        quoted[length + 1] = (byte)'"';
        writer.WriteRawValue(quoted[..(length + 2)], skipInputValidation: true);
    }

    protected override DateTimeOffset Convert(object value) => value switch
    {
        DateTimeOffset own => own,
        DateTime { Kind: not DateTimeKind.Unspecified } time => new DateTimeOffset(time),
        DateTime => throw new InvalidScalarException(
            "A time without an offset cannot be shown as DateTime: give a DateTimeOffset, or a DateTime of UTC."),
        _ => base.Convert(value),
    };

    private static int FormatTo(Span<byte> text, DateTimeOffset value)
    {
        Utf8Formatter.TryFormat(value, text, out _, 'O');
        var end = FractionEnd;
        while (text[end - 1] == '0') end--;
        if (text[end - 1] == '.') end--;
        if (value.Offset == TimeSpan.Zero)
        {
            text[end] = (byte)'Z';
            return end + 1;
        }
        text[FractionEnd..RoundTripLength].CopyTo(text[end..]);
        return end + RoundTripLength - FractionEnd;
    }

    private static bool BeginsLikeDateTime(string text) =>
        text.Length >= SecondsEnd && text[4] == '-' && text[7] == '-' && text[10] is 'T' or 't' && text[13] == ':' && text[16] == ':'
        && (text.Length == SecondsEnd || text[SecondsEnd] is '.' or '+' or '-' or 'Z' or 'z');

    private ReadOnlySpan<char> BehindFraction(string text)
    {
        var rest = text.AsSpan(SecondsEnd);
        if (rest is not ['.', .. var fraction]) return rest;
        var behind = fraction.TrimStart("0123456789");
        return (fraction.Length - behind.Length) switch
        {
            0 => throw Invalid(text, "a fraction needs a digit"),
            > 7 => throw Invalid(text, "it may have at most seven fraction digits"),
            _ => behind,
        };
    }

    private static bool IsOffset(ReadOnlySpan<char> text) =>
        text is "Z" or "z"
        || (text.Length == 6 && text[0] is '+' or '-' && text[3] == ':'
            && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[4]) && char.IsAsciiDigit(text[5]));
}
