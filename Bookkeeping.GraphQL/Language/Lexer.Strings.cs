using System.Globalization;
using System.Text;

namespace Bookkeeping.GraphQL.Language;

internal partial struct Lexer
{
    /// <summary>Digits of a <c>\u{…}</c> escape; more could only be leading zeros.</summary>
    private const int MaxEscapeDigits = 8;

    /// <summary>The value of the current token, a string of either kind.</summary>
    /// <remarks>Source: GraphQL, September 2025, "String Value".</remarks>
    public readonly string StringValue()
    {
        if (Kind == TokenKind.BlockString) return BlockString.Read(source, Span.Start + 3, Span.End - 3);
        return hasEscapes ? Unescape(Span.Start + 1, Span.End - 1) : source.Substring(Span.Start + 1, Span.End - Span.Start - 2);
    }

    private TokenKind ReadString()
    {
        if (At(position + 1) == '"' && At(position + 2) == '"') return ReadBlockString();
        hasEscapes = false;
        position++;
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            switch (source[position])
            {
                case '"':
                    position++;
                    return TokenKind.String;
                case '\\':
                    hasEscapes = true;
                    position += EscapeLength(position);
                    break;
                default:
                    SkipCharacter("in a string");
                    break;
            }
        }

        throw Fail(position, $"A string is not closed: expected `\"`, but found {Describe(position)}.");
    }

    private TokenKind ReadBlockString()
    {
        position += 3;
        while (position < source.Length)
        {
            switch (source[position])
            {
                case '"' when IsTripleQuote(position):
                    position += 3;
                    return TokenKind.BlockString;
                case '\\' when IsTripleQuote(position + 1):
                    position += 4;
                    break;
                case '\n' or '\r':
                    SkipLineEnd();
                    break;
                default:
                    SkipCharacter("in a block string");
                    break;
            }
        }

        throw Fail(position, "A block string is not closed: expected `\"\"\"`, but found the end of the document.");
    }

    private readonly bool IsTripleQuote(int offset) => At(offset) == '"' && At(offset + 1) == '"' && At(offset + 2) == '"';

    /// <summary>Checks the escape at an offset and measures it; a surrogate pair of two escapes counts as one.</summary>
    private readonly int EscapeLength(int offset)
    {
        if (At(offset + 1) == 'u') return ReadUnicodeEscape(offset).Length;
        if (EscapedCharacter(At(offset + 1)) != '\0') return 2;
        throw Fail(offset, $"`\\` cannot escape {Describe(offset + 1)}; what it can is \" \\ / b f n r t and u.");
    }

    private static char EscapedCharacter(char c) => c switch
    {
        '"' or '\\' or '/' => c,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => '\0',
    };

    private readonly (int CodePoint, int Length) ReadUnicodeEscape(int offset)
    {
        if (At(offset + 2) == '{') return ReadVariableEscape(offset);
        var unit = ReadFixedEscape(offset);
        if (unit < 0) throw Fail(offset, "`\\u` takes four hexadecimal digits, or one to eight in braces.");
        if (!char.IsSurrogate((char)unit)) return (unit, 6);
        var low = char.IsHighSurrogate((char)unit) ? ReadFixedEscape(offset + 6) : -1;
        if (low >= 0 && char.IsLowSurrogate((char)low)) return (char.ConvertToUtf32((char)unit, (char)low), 12);
        throw Fail(offset, $"\\u{unit:X4} is half of a surrogate pair: both halves must be escaped, high before low.");
    }

    /// <summary>The value of a <c>\uXXXX</c> escape, or -1 where there is none.</summary>
    private readonly int ReadFixedEscape(int offset)
    {
        if (At(offset) != '\\' || At(offset + 1) != 'u') return -1;
        var value = 0;
        for (var i = offset + 2; i < offset + 6; i++)
        {
            var digit = HexDigit(At(i));
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }

        return value;
    }

    private readonly (int CodePoint, int Length) ReadVariableEscape(int offset)
    {
        var value = 0L;
        var end = offset + 3;
        for (; end - offset - 3 <= MaxEscapeDigits && HexDigit(At(end)) >= 0; end++) value = value * 16 + HexDigit(At(end));
        var digits = end - offset - 3;
        if (digits is 0 or > MaxEscapeDigits || At(end) != '}') throw Fail(offset, "`\\u{` takes one to eight hexadecimal digits and `}`.");
        if (value is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            throw Fail(offset, $"\\u{{{value.ToString("X", CultureInfo.InvariantCulture)}}} is not a Unicode scalar value: those are 0 to D7FF and E000 to 10FFFF.");
        }

        return ((int)value, digits + 4);
    }

    private static int HexDigit(char c) =>
        IsDigit(c) ? c - '0' : (uint)((c | 0x20) - 'a') < 6 ? (c | 0x20) - 'a' + 10 : -1;

    /// <summary>Resolves the escapes of a text that was checked before.</summary>
    private readonly string Unescape(int start, int end)
    {
        var value = new StringBuilder(end - start);
        while (start < end)
        {
            var escape = source.IndexOf('\\', start, end - start);
            if (escape < 0) escape = end;
            value.Append(source, start, escape - start);
            start = escape < end ? AppendEscape(value, escape) : end;
        }

        return value.ToString();
    }

    private readonly int AppendEscape(StringBuilder value, int offset)
    {
        if (source[offset + 1] != 'u')
        {
            value.Append(EscapedCharacter(source[offset + 1]));
            return offset + 2;
        }

        var (codePoint, length) = ReadUnicodeEscape(offset);
        value.Append(char.ConvertFromUtf32(codePoint));
        return offset + length;
    }
}
