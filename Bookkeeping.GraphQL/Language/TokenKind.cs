namespace Bookkeeping.GraphQL.Language;

/// <summary>The lexical tokens.</summary>
/// <remarks>Source: GraphQL, September 2025, "Lexical Tokens" and "Punctuators".</remarks>
internal enum TokenKind
{
    EndOfDocument,
    Bang,
    Dollar,
    Ampersand,
    OpenParenthesis,
    CloseParenthesis,
    Spread,
    Colon,
    EqualsSign,
    At,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    Pipe,
    CloseBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}
