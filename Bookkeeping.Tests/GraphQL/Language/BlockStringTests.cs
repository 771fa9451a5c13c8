using System.Text;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("  first\n    second\n   third", "  first\n second\nthird")]
    [InlineData("a\r\n  b\r  c\n  d", "a\nb\nc\nd")]
    [InlineData("\n\t\ta\n\t\tb", "a\nb")]
    [InlineData("\n \n\t\n", "")]
    [InlineData("\n  a\n \n  b\n", "a\n\nb")]
    [InlineData("\n  a\n    \n  b\n", "a\n  \nb")]
    [InlineData("a  \n  b  ", "a  \nb  ")]
    [InlineData("escaped \\\"\"\" and not \\n \\u0041 \"\"", "escaped \"\"\" and not \\n \\u0041 \"\"")]
    public void Common_indentation_and_blank_ends_are_removed(string raw, string value) => Assert.Equal(value, BlockString.Read(raw, 0, raw.Length));

    [Theory]
    [InlineData("\na")]
    [InlineData("a\n")]
    [InlineData("a\n ")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(" a\n b")]
    [InlineData("a\rb")]
    public void A_value_that_reading_would_change_is_not_for_a_block_string(string value) => Assert.False(BlockString.CanHold(value));

    [Fact]
    public void Half_a_surrogate_pair_is_not_for_a_block_string()
    {
        Assert.True(BlockString.CanHold("a😀b"));
        Assert.False(BlockString.CanHold("a\uD83D"));
        Assert.False(BlockString.CanHold("\uDE00\uD83D"));
    }

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("short", "\"\"\"short\"\"\"")]
    [InlineData("  indented", "\"\"\"  indented\"\"\"")]
    [InlineData("quoted \"x\"", "\"\"\"\n\u2192quoted \"x\"\n\u2192\"\"\"")]
    [InlineData("slash \\", "\"\"\"\n\u2192slash \\\n\u2192\"\"\"")]
    [InlineData("a\n\n  b", "\"\"\"\n\u2192a\n\n\u2192  b\n\u2192\"\"\"")]
    [InlineData("\"\"\"", "\"\"\"\n\u2192\\\"\"\"\n\u2192\"\"\"")]
    public void A_block_string_takes_lines_of_its_own_where_that_reads_better(string value, string expected)
    {
        var text = new StringBuilder();
        BlockString.Write(text, value, "\n\u2192");
        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public void A_long_line_stands_apart_from_the_quotes()
    {
        Assert.DoesNotContain("\n", Printed(new string('x', 70)));
        Assert.Equal($"\"\"\"\n{new string('x', 71)}\n\"\"\"", Printed(new string('x', 71)));
    }

    [Fact]
    public void Every_short_value_is_read_back_as_written_in_both_forms()
    {
        foreach (var value in FuzzText.All(" \t\n\"\\a", maxLength: 6).Where(BlockString.CanHold))
        {
            var shortest = new StringBuilder();
            BlockString.WriteShortest(shortest, value);
            AssertReads(value, Printed(value));
            AssertReads(value, Printed(value, indentation: "   "));
            AssertReads(value, shortest.ToString());
        }
    }

    private static string Printed(string value, string indentation = "")
    {
        var text = new StringBuilder();
        BlockString.Write(text, value, "\n" + indentation);
        return text.ToString();
    }

    private static void AssertReads(string value, string text)
    {
        var lexer = new Lexer(text);
        lexer.Advance();
        Assert.Equal((TokenKind.BlockString, value), (lexer.Kind, lexer.StringValue()));
        lexer.Advance();
        Assert.Equal(TokenKind.EndOfDocument, lexer.Kind);
    }
}
