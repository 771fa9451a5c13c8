using System.Text;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Takes out of a text what carries no meaning.</summary>
public static class Minifier
{
    /// <summary>
    /// The text without comments and unneeded white space, its block strings in their shortest form. Texts that differ only in layout
    /// give the same result, so it can stand for the document, as in a hash.
    /// </summary>
    /// <param name="source">Any sequence of tokens; it need not be a whole document.</param>
    /// <param name="options">The limits, of which length and tokens apply; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="RequestErrorException">The text has something that is no token, or is larger than the limits.</exception>
    /// <remarks>Source: GraphQL, September 2025, "Ignored Tokens". Stripping twice changes nothing more. Linear in the length of the text.</remarks>
    public static string StripIgnored(string source, ParserOptions? options = null)
    {
        options ??= ParserOptions.Default;
        if (source.Length > options.MaxLength) throw SyntaxErrors.TooLong(source.Length, options.MaxLength);
        var text = new StringBuilder(source.Length);
        var lexer = new Lexer(source);
        var tokens = 0;
        var lastIsWord = false;
        for (lexer.Advance(); lexer.Kind != TokenKind.EndOfDocument; lexer.Advance())
        {
            if (++tokens > options.MaxTokens) throw SyntaxErrors.TooMany(lexer.Span.Location, "tokens", options.MaxTokens);
            var isWord = lexer.Kind >= TokenKind.Name;
            if (lastIsWord && (isWord || lexer.Kind == TokenKind.Spread)) text.Append(' ');
            Append(text, source, lexer);
            lastIsWord = isWord;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string source, in Lexer lexer)
    {
        if (lexer.Kind == TokenKind.BlockString) BlockString.WriteShortest(text, lexer.StringValue());
        else text.Append(source, lexer.Span.Start, lexer.Span.End - lexer.Span.Start);
    }
}
