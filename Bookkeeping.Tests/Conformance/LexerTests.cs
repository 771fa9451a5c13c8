using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Conformance;

public sealed class LexerTests
{
    internal static CorpusCheck Tokens { get; } = new("lexer.json", "tokens, and places of lexical errors", test =>
    {
        var expected = test.GetProperty("expected");
        var lexer = new Lexer(test.Text("source"));
        foreach (var token in expected.GetProperty("tokens").EnumerateArray())
        {
            lexer.Advance();
            Assert.Equal(Describe(token), Describe(lexer));
        }

        if (expected.TryGetProperty("error", out var error)) SyntaxErrorAssert.SamePlace(error, () => lexer.Advance());
    });

    [CorpusFact]
    public void Tokens_and_lexical_errors_are_those_of_the_reference_implementation() => Tokens.AssertMet();

    private static string Describe(JsonElement token)
    {
        var value = token.TryGetProperty("value", out _) ? token.Text("value") : "";
        return $"{token.GetProperty("kind")} {token.GetProperty("start")}-{token.GetProperty("end")} " +
            $"{token.GetProperty("line")}:{token.GetProperty("column")} {value}";
    }

    private static string Describe(in Lexer lexer)
    {
        var kind = lexer.Kind switch
        {
            TokenKind.EndOfDocument => "<EOF>",
            >= TokenKind.Name => lexer.Kind.ToString(),
            _ => lexer.Text.ToString(),
        };
        var value = lexer.Kind switch
        {
            TokenKind.String or TokenKind.BlockString => lexer.StringValue(),
            >= TokenKind.Name => lexer.Text.ToString(),
            _ => "",
        };
        return $"{kind} {lexer.Span.Start}-{lexer.Span.End} {lexer.Span.Line}:{lexer.Span.Column} {value}";
    }
}
