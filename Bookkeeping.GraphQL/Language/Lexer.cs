using System.Runtime.CompilerServices;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Cuts a source text into tokens, one at a time: <see cref="Advance"/> moves to the next, the properties describe the current one.</summary>
/// <remarks>
/// Source: GraphQL, September 2025, "Source Text" and "Lexical Tokens". Linear, allocates nothing until a token's text is asked for.
/// Offsets and columns count UTF-16 code units.
/// </remarks>
internal partial struct Lexer
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly string source;
    private int position;
    private int line;
    private int lineStart;

    /// <summary>Whether the current token, a string, has escapes to resolve.</summary>
    private bool hasEscapes;

    /// <summary>A lexer that stands before the first token.</summary>
    public Lexer(string source)
    {
        this.source = source;
        line = 1;
    }

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Where the current token stands.</summary>
    public SyntaxSpan Span { get; private set; }

    /// <summary>The current token as written.</summary>
    public readonly ReadOnlySpan<char> Text => source.AsSpan(Span.Start, Span.End - Span.Start);

    /// <summary>Moves to the next token; at the end of the text that is <see cref="TokenKind.EndOfDocument"/>, again and again.</summary>
    /// <exception cref="RequestErrorException">The text has no token here.</exception>
    public void Advance()
    {
        SkipIgnored();
        var start = position;
        var (startLine, startColumn) = (line, position - lineStart + 1);
        Kind = position < source.Length ? ReadToken(source[position]) : TokenKind.EndOfDocument;
        Span = new SyntaxSpan(start, position, startLine, startColumn);
    }

    /// <summary>Skips white space, line ends, commas, comments and byte order marks.</summary>
    /// <remarks>Source: GraphQL, September 2025, "Ignored Tokens".</remarks>
    private void SkipIgnored()
    {
        while (position < source.Length)
        {
            switch (source[position])
            {
                case ' ' or '\t' or ',' or ByteOrderMark:
                    position++;
                    break;
                case '\n' or '\r':
                    SkipLineEnd();
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipLineEnd()
    {
        position += source[position] == '\r' && At(position + 1) == '\n' ? 2 : 1;
        line++;
        lineStart = position;
    }

    private void SkipComment()
    {
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            SkipCharacter("in a comment");
        }
    }

    private TokenKind ReadToken(char first)
    {
        switch (first)
        {
            case '!': return Punctuator(TokenKind.Bang);
            case '$': return Punctuator(TokenKind.Dollar);
            case '&': return Punctuator(TokenKind.Ampersand);
            case '(': return Punctuator(TokenKind.OpenParenthesis);
            case ')': return Punctuator(TokenKind.CloseParenthesis);
            case ':': return Punctuator(TokenKind.Colon);
            case '=': return Punctuator(TokenKind.EqualsSign);
            case '@': return Punctuator(TokenKind.At);
            case '[': return Punctuator(TokenKind.OpenBracket);
            case ']': return Punctuator(TokenKind.CloseBracket);
            case '{': return Punctuator(TokenKind.OpenBrace);
            case '|': return Punctuator(TokenKind.Pipe);
            case '}': return Punctuator(TokenKind.CloseBrace);
            case '.' when At(position + 1) == '.' && At(position + 2) == '.': return Punctuator(TokenKind.Spread, 3);
            case '"': return ReadString();
            default:
                if (IsNameStart(first)) return ReadName();
                if (IsDigit(first) || first == '-') return ReadNumber();
                throw Unexpected(position);
        }
    }

    private TokenKind Punctuator(TokenKind kind, int length = 1)
    {
        position += length;
        return kind;
    }

    private TokenKind ReadName()
    {
        do
        {
            position++;
        }
        while (position < source.Length && (IsNameStart(source[position]) || IsDigit(source[position])));
        return TokenKind.Name;
    }

    private TokenKind ReadNumber()
    {
        var kind = TokenKind.Int;
        if (source[position] == '-') position++;
        var leadingZero = At(position) == '0';
        SkipDigits(leadingZero ? 1 : int.MaxValue);
        if (leadingZero && IsDigit(At(position))) throw Fail(position, "A number does not begin with a superfluous zero.");
        if (At(position) == '.')
        {
            position++;
            SkipDigits(int.MaxValue);
            kind = TokenKind.Float;
        }

        if (At(position) is 'e' or 'E')
        {
            position++;
            if (At(position) is '+' or '-') position++;
            SkipDigits(int.MaxValue);
            kind = TokenKind.Float;
        }

        // A number runs up to something that cannot be mistaken for its continuation.
        if (IsNameStart(At(position)) || At(position) == '.') throw Fail(position, $"A number cannot go on with {Describe(position)}.");
        return kind;
    }

    private void SkipDigits(int most)
    {
        if (!IsDigit(At(position))) throw Fail(position, $"Expected a digit of a number, but found {Describe(position)}.");
        for (var count = 0; count < most && IsDigit(At(position)); count++) position++;
    }

    /// <summary>Skips one Unicode scalar value, which is any but half of a surrogate pair.</summary>
    private void SkipCharacter(string where)
    {
        if (!char.IsSurrogate(source[position]))
        {
            position++;
            return;
        }

        if (!IsSurrogatePair(position)) throw Fail(position, $"Half of a surrogate pair, {Describe(position)}, {where}: the text is not valid Unicode.");
        position += 2;
    }

    /// <summary>The character at an offset; NUL behind the end, which no token contains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly char At(int offset) => offset < source.Length ? source[offset] : '\0';

    private readonly bool IsSurrogatePair(int offset) => offset + 1 < source.Length && char.IsSurrogatePair(source[offset], source[offset + 1]);

    private static bool IsNameStart(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || c == '_';

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    private readonly RequestErrorException Unexpected(int offset) => Fail(offset, source[offset] switch
    {
        '\'' => "Strings stand in double quotes (\"), not in single ones.",
        '.' when IsDigit(At(offset + 1)) => "A number needs a digit before its point.",
        '.' => "Found `.`, which is only part of `...`.",
        '+' => "A number does not begin with `+`.",
        '/' when At(offset + 1) is '/' or '*' => "A comment begins with `#`.",
        _ => $"No token begins with {Describe(offset)}.",
    });

    /// <summary>A character for a message: as it is where it can be read, else its code point.</summary>
    private readonly string Describe(int offset)
    {
        if (offset >= source.Length) return "the end of the document";
        var c = source[offset];
        if (c is '\n' or '\r') return "the end of the line";
        if (c is > ' ' and < '\x7F') return $"`{c}`";
        var codePoint = IsSurrogatePair(offset) ? char.ConvertToUtf32(c, source[offset + 1]) : c;
        return $"U+{codePoint:X4}";
    }

    /// <summary>A syntax error at an offset of the current line.</summary>
    private readonly RequestErrorException Fail(int offset, string message) =>
        SyntaxErrors.At(new Location(line, offset - lineStart + 1), message);
}
