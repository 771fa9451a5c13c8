using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class MinifierTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" # nothing\n,", "")]
    [InlineData("query Runs ( $a : Int = 5 ) {\n  runs ( first : $a ) # the newest\n  { id , runNumber }\n}", "query Runs($a:Int=5){runs(first:$a){id runNumber}}")]
    [InlineData("{ a ... F }", "{a ...F}")]
    [InlineData("{ ... F ... on T { a } }", "{...F ...on T{a}}")]
    [InlineData("[1 2.5 \"a\" \"b  c\" $d]", "[1 2.5 \"a\" \"b  c\"$d]")]
    [InlineData("\"\"\"\n   a\n   b\n   \"\"\" type", "\"\"\"a\nb\"\"\" type")]
    [InlineData("\"\"\"\n   a\n     b\n   \"\"\" type", "\"\"\"\na\n  b\"\"\" type")]
    public void What_carries_no_meaning_is_left_out(string source, string stripped) => Assert.Equal(stripped, Minifier.StripIgnored(source));

    [Fact]
    public void What_is_no_token_is_refused() => SyntaxAssert.Refused(() => Minifier.StripIgnored("{ a ? }"));

    [Fact]
    public void Length_and_tokens_are_limited()
    {
        var options = new ParserOptions { MaxLength = 10, MaxTokens = 3 };
        Assert.Equal("{a}", Minifier.StripIgnored("{    a   }", options));
        SyntaxAssert.Refused(() => Minifier.StripIgnored("{    a    }", options));
        SyntaxAssert.Refused(() => Minifier.StripIgnored("{ a b }", options));
    }
}
