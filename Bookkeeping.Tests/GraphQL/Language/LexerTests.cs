using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class LexerTests
{
    [Fact]
    public void Punctuators_need_nothing_between_them() => Assert.Equal(
        [
            TokenKind.Bang, TokenKind.Dollar, TokenKind.Ampersand, TokenKind.OpenParenthesis, TokenKind.CloseParenthesis, TokenKind.Spread,
            TokenKind.Colon, TokenKind.EqualsSign, TokenKind.At, TokenKind.OpenBracket, TokenKind.CloseBracket, TokenKind.OpenBrace,
            TokenKind.Pipe, TokenKind.CloseBrace,
        ],
        Read("!$&()...:=@[]{|}").Select(token => token.Kind));

    [Fact]
    public void Commas_blanks_comments_and_byte_order_marks_are_ignored() =>
        Assert.Equal(["a", "b"], Read("\uFEFF,\t a ,,\uFEFF # a comment, with \"anything\" in it 😀\n b # at the end").Select(token => token.Text));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\r\nb")]
    public void Each_of_the_three_line_ends_ends_one_line(string source) => Assert.Equal(new Location(2, 1), Read(source)[1].Span.Location);

    [Fact]
    public void A_carriage_return_behind_a_line_feed_ends_another_line() => Assert.Equal(new Location(3, 1), Read("a\n\rb")[1].Span.Location);

    [Fact]
    public void A_token_knows_its_offsets_line_and_column() =>
        Assert.Equal(new SyntaxSpan(Start: 9, End: 12, Line: 3, Column: 3), Read("a #c\r\n\n  bcd ").Last().Span);

    [Fact]
    public void Lines_inside_a_block_string_count() => Assert.Equal(new Location(3, 5), Read("\"\"\"\r\nx\r\"\"\" b")[1].Span.Location);

    [Fact]
    public void The_end_of_the_document_repeats()
    {
        var lexer = new Lexer(" \n ");
        lexer.Advance();
        lexer.Advance();
        Assert.Equal((TokenKind.EndOfDocument, new SyntaxSpan(3, 3, 2, 2)), (lexer.Kind, lexer.Span));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("-12", true)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("0.0", false)]
    [InlineData("1e0", false)]
    [InlineData("-1.50E+07", false)]
    [InlineData("1e-2", false)]
    public void Numbers_are_kept_as_written(string number, bool isInt)
    {
        var token = Assert.Single(Read(number));
        Assert.Equal((isInt ? TokenKind.Int : TokenKind.Float, number), (token.Kind, token.Text));
    }

    [Theory]
    [InlineData("00", 2, "A number does not begin with a superfluous zero.")]
    [InlineData("-01", 3, "A number does not begin with a superfluous zero.")]
    [InlineData("-", 2, "Expected a digit of a number, but found the end of the document.")]
    [InlineData("1.", 3, "Expected a digit of a number, but found the end of the document.")]
    [InlineData("1.e1", 3, "Expected a digit of a number, but found `e`.")]
    [InlineData("1e+", 4, "Expected a digit of a number, but found the end of the document.")]
    [InlineData("1e\n", 3, "Expected a digit of a number, but found the end of the line.")]
    [InlineData("1.2.3", 4, "A number cannot go on with `.`.")]
    [InlineData("12runs", 3, "A number cannot go on with `r`.")]
    [InlineData("0x1F", 2, "A number cannot go on with `x`.")]
    [InlineData("+1", 1, "A number does not begin with `+`.")]
    [InlineData(".5", 1, "A number needs a digit before its point.")]
    public void A_malformed_number_is_refused_where_it_goes_wrong(string source, int column, string message) => AssertRefused(source, 1, column, message);

    [Theory]
    [InlineData("?", 1, "No token begins with `?`.")]
    [InlineData("a\u00E9", 2, "No token begins with U+00E9.")]
    [InlineData("\0", 1, "No token begins with U+0000.")]
    [InlineData("😀", 1, "No token begins with U+1F600.")]
    [InlineData("a .. b", 3, "Found `.`, which is only part of `...`.")]
    [InlineData("'a'", 1, "Strings stand in double quotes (\"), not in single ones.")]
    [InlineData("// a", 1, "A comment begins with `#`.")]
    [InlineData("/* a */", 1, "A comment begins with `#`.")]
    [InlineData("/", 1, "No token begins with `/`.")]
    public void What_begins_no_token_is_refused(string source, int column, string message) => AssertRefused(source, 1, column, message);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a # no comment, \t \"", "a # no comment, \t ")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\\u00B5\\u00b5\\u{B5}\\u{000000b5}\"", "µµµµ")]
    [InlineData("\"\\uD83D\\uDE00 \\u{1F600} 😀\"", "😀 😀 😀")]
    [InlineData("\"\\u{10FFFF}\\u{D7FF}\\u{E000}\\u{0}\"", "\U0010FFFF\uD7FF\uE000\0")]
    public void A_string_is_read_with_its_escapes(string source, string value) => Assert.Equal(value, Assert.Single(Read(source)).Text);

    [Theory]
    [InlineData("\"a", 3, "A string is not closed: expected `\"`, but found the end of the document.")]
    [InlineData("\"a\nb\"", 3, "A string is not closed: expected `\"`, but found the end of the line.")]
    [InlineData("\"a\\\"", 5, "A string is not closed: expected `\"`, but found the end of the document.")]
    [InlineData("\"a\\", 3, "`\\` cannot escape the end of the document; what it can is \" \\ / b f n r t and u.")]
    [InlineData("\"a\\q\"", 3, "`\\` cannot escape `q`; what it can is \" \\ / b f n r t and u.")]
    [InlineData("\"a\\u12\"", 3, "`\\u` takes four hexadecimal digits, or one to eight in braces.")]
    [InlineData("\"a\\u{}\"", 3, "`\\u{` takes one to eight hexadecimal digits and `}`.")]
    [InlineData("\"a\\u{12\"", 3, "`\\u{` takes one to eight hexadecimal digits and `}`.")]
    [InlineData("\"a\\u{000000041}\"", 3, "`\\u{` takes one to eight hexadecimal digits and `}`.")]
    [InlineData("\"a\\u{110000}\"", 3, "\\u{110000} is not a Unicode scalar value: those are 0 to D7FF and E000 to 10FFFF.")]
    [InlineData("\"a\\u{D800}\"", 3, "\\u{D800} is not a Unicode scalar value: those are 0 to D7FF and E000 to 10FFFF.")]
    [InlineData("\"a\\uD800\"", 3, "\\uD800 is half of a surrogate pair: both halves must be escaped, high before low.")]
    [InlineData("\"a\\uDC00\\uD800\"", 3, "\\uDC00 is half of a surrogate pair: both halves must be escaped, high before low.")]
    [InlineData("\"a\\uD800\\uD800\"", 3, "\\uD800 is half of a surrogate pair: both halves must be escaped, high before low.")]
    [InlineData("\"a\\uD800\\u{DC00}\"", 3, "\\uD800 is half of a surrogate pair: both halves must be escaped, high before low.")]
    public void A_malformed_string_is_refused_where_it_goes_wrong(string source, int column, string message) => AssertRefused(source, 1, column, message);

    [Theory]
    [InlineData("\"\"\"a", 1, 5)]
    [InlineData("\"\"\"a\r\nbc\"\"", 2, 5)]
    [InlineData("\"\"\"a\\\"\"\"", 1, 9)]
    public void An_unclosed_block_string_is_refused_at_the_end(string source, int line, int column) =>
        AssertRefused(source, line, column, "A block string is not closed: expected `\"\"\"`, but found the end of the document.");

    [Theory]
    [InlineData("\"a", "\"", "in a string")]
    [InlineData("\"\"\"a", "\"\"\"", "in a block string")]
    [InlineData("# a", "", "in a comment")]
    public void Half_a_surrogate_pair_is_refused_everywhere(string before, string after, string where)
    {
        foreach (var half in new[] { "\uD83D", "\uDE00", "\uDE00\uD83D" })
        {
            var message = $"Half of a surrogate pair, U+{(int)half[0]:X4}, {where}: the text is not valid Unicode.";
            AssertRefused(before + half + after, 1, before.Length + 1, message);
        }
    }

    private static void AssertRefused(string source, int line, int column, string message)
    {
        var error = SyntaxAssert.Refused(() => Read(source));
        Assert.Equal(message, error.Message);
        Assert.Equal([new Location(line, column)], error.Locations);
    }

    private static List<(TokenKind Kind, string Text, SyntaxSpan Span)> Read(string source)
    {
        var tokens = new List<(TokenKind, string, SyntaxSpan)>();
        var lexer = new Lexer(source);
        for (lexer.Advance(); lexer.Kind != TokenKind.EndOfDocument; lexer.Advance())
        {
            var isString = lexer.Kind is TokenKind.String or TokenKind.BlockString;
            tokens.Add((lexer.Kind, isString ? lexer.StringValue() : lexer.Text.ToString(), lexer.Span));
        }

        return tokens;
    }
}
