using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>
/// The recursive descent behind <see cref="Parser"/>. This part moves from token to token and keeps the limits; the others hold the
/// grammar, one part of it each.
/// </summary>
/// <remarks>Every recursion opens a bracket first, and <see cref="Advance"/> counts those: deep nesting is refused before it costs stack.</remarks>
internal sealed partial class SyntaxReader
{
    private readonly ParserOptions options;
    private Lexer lexer;
    private int tokens;
    private int nesting;
    private int fields;
    private int directivesOfOperation;

    /// <summary>Whether an operation or fragment is being read, whose directives have a limit of their own.</summary>
    private bool readsOperation;

    /// <summary>Where the token before the current one ended.</summary>
    private int previousEnd;

    public SyntaxReader(string source, ParserOptions options)
    {
        if (source.Length > options.MaxLength) throw SyntaxErrors.TooLong(source.Length, options.MaxLength);
        this.options = options;
        lexer = new Lexer(source);
        NextToken();
    }

    /// <summary>Returns the result when the text ends behind it.</summary>
    public T ReadToEnd<T>(T result)
    {
        Expect(TokenKind.EndOfDocument);
        return result;
    }

    private void Advance()
    {
        switch (lexer.Kind)
        {
            case TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis:
                if (++nesting > options.MaxNesting) throw TooMany("brackets inside each other", options.MaxNesting);
                break;
            case TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis:
                nesting--;
                break;
        }

        previousEnd = lexer.Span.End;
        NextToken();
    }

    private void NextToken()
    {
        lexer.Advance();
        if (lexer.Kind != TokenKind.EndOfDocument && ++tokens > options.MaxTokens) throw TooMany("tokens", options.MaxTokens);
    }

    private bool Peek(TokenKind kind) => lexer.Kind == kind;

    private bool PeekKeyword(string keyword) => lexer.Kind == TokenKind.Name && lexer.Text.SequenceEqual(keyword.AsSpan());

    private bool TryTake(TokenKind kind)
    {
        if (lexer.Kind != kind) return false;
        Advance();
        return true;
    }

    private bool TryTakeKeyword(string keyword)
    {
        if (!PeekKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!TryTake(kind)) throw Unexpected(Name(kind));
    }

    private void ExpectKeyword(string keyword)
    {
        if (!TryTakeKeyword(keyword)) throw Unexpected($"`{keyword}`", keyword);
    }

    private NameNode ReadName(string what = "a name")
    {
        if (!Peek(TokenKind.Name)) throw Unexpected(what);
        var span = lexer.Span;
        var value = NamePool.Get(lexer.Text);
        Advance();
        return new NameNode { Value = value, Span = span };
    }

    /// <summary>One or more items between an opening and a closing token.</summary>
    private List<T> ReadMany<T>(TokenKind open, Func<SyntaxReader, T> readItem, TokenKind close)
    {
        var start = lexer.Span.Location;
        Expect(open);
        var items = new List<T>();
        do
        {
            if (Peek(TokenKind.EndOfDocument)) throw Unclosed(open, start, close);
            items.Add(readItem(this));
        }
        while (!TryTake(close));
        return items;
    }

    /// <summary>Nothing, or one or more items between an opening and a closing token.</summary>
    private IReadOnlyList<T> ReadOptionalMany<T>(TokenKind open, Func<SyntaxReader, T> readItem, TokenKind close) =>
        Peek(open) ? ReadMany(open, readItem, close) : [];

    /// <summary>One or more items with a token between each two, and perhaps one before the first.</summary>
    private List<T> ReadSeparated<T>(TokenKind separator, Func<SyntaxReader, T> readItem)
    {
        TryTake(separator);
        var items = new List<T>();
        do
        {
            items.Add(readItem(this));
        }
        while (TryTake(separator));
        return items;
    }

    /// <summary>The place of a node that began at a token and ends with the last one taken.</summary>
    private SyntaxSpan Since(SyntaxSpan start) => start with { End = previousEnd };

    private RequestErrorException TooMany(string what, int limit) => SyntaxErrors.TooMany(lexer.Span.Location, what, limit);

    /// <summary>The current token is none that may stand here.</summary>
    /// <param name="expected">What may.</param>
    /// <param name="keywords">The keywords among it, of which the token may be a misspelling.</param>
    private RequestErrorException Unexpected(string expected, params IEnumerable<string> keywords)
    {
        var suggestion = Peek(TokenKind.Name) ? Suggestions.DidYouMean(lexer.Text.ToString(), keywords) : "";
        return SyntaxErrors.At(lexer.Span.Location, $"Expected {expected}, but found {Found()}.{suggestion}");
    }

    private RequestErrorException Unclosed(TokenKind open, Location start, TokenKind close) =>
        Unexpected($"{Name(close)} to close the {Name(open)} of line {start.Line}, column {start.Column}");

    private string Found() => lexer.Kind switch
    {
        TokenKind.Name => $"the name `{Shorten(lexer.Text)}`",
        TokenKind.Int or TokenKind.Float => $"the number {Shorten(lexer.Text)}",
        TokenKind.String or TokenKind.BlockString => "a string",
        _ => Name(lexer.Kind),
    };

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : text.Slice(0, 40).ToString() + "…";

    private static string Name(TokenKind kind) => kind switch
    {
        TokenKind.EndOfDocument => "the end of the document",
        TokenKind.Bang => "`!`",
        TokenKind.Dollar => "`$`",
        TokenKind.Ampersand => "`&`",
        TokenKind.OpenParenthesis => "`(`",
        TokenKind.CloseParenthesis => "`)`",
        TokenKind.Spread => "`...`",
        TokenKind.Colon => "`:`",
        TokenKind.EqualsSign => "`=`",
        TokenKind.At => "`@`",
        TokenKind.OpenBracket => "`[`",
        TokenKind.CloseBracket => "`]`",
        TokenKind.OpenBrace => "`{`",
        TokenKind.Pipe => "`|`",
        TokenKind.CloseBrace => "`}`",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a token of fixed text."),
    };
}
