using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class ParserOptionsTests
{
    [Fact]
    public void The_limits_for_clients_are_those_of_the_documentation()
    {
        var options = ParserOptions.Default;
        Assert.Equal((262_144, 20_000, 64), (options.MaxLength, options.MaxTokens, options.MaxNesting));
        Assert.Equal((2_048, 10, 50), (options.MaxFields, options.MaxDirectivesPerPlace, options.MaxDirectivesPerOperation));
    }

    [Fact]
    public void Length_is_limited_comments_included()
    {
        var options = new ParserOptions { MaxLength = 8 };
        Parser.Parse("{ a } ##", options);
        var error = SyntaxAssert.Refused(() => Parser.Parse("{ a } ###", options));
        Assert.Equal("The document has 9 characters; at most 8 are accepted.", error.Message);
        Assert.Empty(error.Locations);
    }

    [Fact]
    public void Tokens_are_limited()
    {
        var options = new ParserOptions { MaxTokens = 4 };
        Parser.Parse("{ a b } # c d", options);
        SyntaxAssert.Refused("{ a b c }", 1, 9, "Too many tokens: at most 4 are accepted.", options);
    }

    [Theory]
    [InlineData("{a{b{c}}}", 3, 5)]
    [InlineData("{a(b:1){c}}", 2, 3)]
    [InlineData("{a(b:[[1]])}", 4, 7)]
    [InlineData("{a(b:{c:{d:1}})}", 4, 9)]
    [InlineData("{a@b(c:[1])}", 3, 8)]
    [InlineData("{...{...@a(b:1){c}}}", 3, 11)]
    [InlineData("query($a:[[T]]){b}", 3, 11)]
    [InlineData("type A{b(c:[T]):D}", 3, 12)]
    public void Brackets_of_any_kind_inside_each_other_are_limited(string source, int depth, int deepestColumn)
    {
        Parser.Parse(source, new ParserOptions { MaxNesting = depth });
        var message = $"Too many brackets inside each other: at most {depth - 1} are accepted.";
        SyntaxAssert.Refused(source, 1, deepestColumn, message, new ParserOptions { MaxNesting = depth - 1 });
    }

    [Fact]
    public void Brackets_beside_each_other_are_not_nested() => Parser.Parse("{a{b}c{d}e(f:[])}", new ParserOptions { MaxNesting = 3 });

    [Fact]
    public void Fields_are_limited_over_all_operations_and_fragments()
    {
        var options = new ParserOptions { MaxFields = 3 };
        Parser.Parse("query A { a { b } } fragment F on T { c ...F }", options);
        SyntaxAssert.Refused("query A { a { b } } fragment F on T { c d }", 1, 41, "Too many fields in one document: at most 3 are accepted.", options);
    }

    [Theory]
    [InlineData("{ a@a@b@c }")]
    [InlineData("query Q@a@b@c { a }")]
    [InlineData("query Q($a: T@a@b@c) { a }")]
    [InlineData("{ ...F@a@b@c }")]
    [InlineData("{ ...@a@b@c { a } }")]
    [InlineData("fragment F on T@a@b@c { a }")]
    [InlineData("type A@a@b@c")]
    [InlineData("type A { b: C@a@b@c }")]
    public void Directives_in_one_place_are_limited(string source)
    {
        Parser.Parse(source, new ParserOptions { MaxDirectivesPerPlace = 3 });
        var column = source.IndexOf("@c", StringComparison.Ordinal) + 1;
        var message = "Too many directives in one place: at most 2 are accepted.";
        SyntaxAssert.Refused(source, 1, column, message, new ParserOptions { MaxDirectivesPerPlace = 2 });
    }

    [Fact]
    public void Directives_in_one_operation_are_limited_and_the_next_starts_anew()
    {
        var options = new ParserOptions { MaxDirectivesPerOperation = 2 };
        Parser.Parse("query A @a { b @c } query D @e { f @g } fragment H on I @j { k @l } type M @n { o: P @q r: S @t }", options);
        SyntaxAssert.Refused("query A @a { b @c d @e }", 1, 21, "Too many directives in one operation: at most 2 are accepted.", options);
        SyntaxAssert.Refused("{ a @b c @d e @f }", 1, 15, "Too many directives in one operation: at most 2 are accepted.", options);
    }

    [Fact]
    public void Options_cannot_allow_nesting_that_the_stack_may_not_bear()
    {
        Assert.Equal(ParserOptions.MaxSafeNesting, new ParserOptions { MaxNesting = ParserOptions.MaxSafeNesting }.MaxNesting);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserOptions { MaxNesting = ParserOptions.MaxSafeNesting + 1 });
    }

    [Theory]
    [InlineData("{a", "", "}", "")]
    [InlineData("{...", "{a}", "}", "")]
    [InlineData("[", "1", "]", "{a(b: )}")]
    [InlineData("{c:", "1", "}", "{a(b: )}")]
    [InlineData("[", "T", "]", "query($a: ){b}")]
    public void The_deepest_nesting_of_all_fits_a_small_stack_and_one_more_is_refused(string open, string core, string close, string around)
    {
        OnSmallStack(() => Printer.Print(Parser.Parse(Nested(ParserOptions.MaxSafeNesting), ParserOptions.Unlimited)));
        OnSmallStack(() => SyntaxAssert.Refused(() => Parser.Parse(Nested(ParserOptions.MaxSafeNesting + 1), ParserOptions.Unlimited)));

        string Nested(int depth)
        {
            var levels = depth - (around + core).Count(c => c is '(' or '{') + (around.Contains("){", StringComparison.Ordinal) ? 1 : 0);
            var nested = string.Concat(Enumerable.Repeat(open, levels)) + core + string.Concat(Enumerable.Repeat(close, levels));
            return around.Length == 0 ? nested : around.Replace(" ", nested, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_refused_whatever_the_options() =>
        SyntaxAssert.Refused(() => Parser.Parse(string.Concat(Enumerable.Repeat("{a", 100_000)), ParserOptions.Unlimited));

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
