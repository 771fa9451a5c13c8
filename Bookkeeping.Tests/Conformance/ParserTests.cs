using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.Conformance;

public sealed class ParserTests
{
    [CorpusFact]
    public void Trees_prints_and_syntax_errors_are_those_of_the_reference_implementation() => Corpus.RunAll(
        "parser.json",
        test =>
        {
            var expected = test.GetProperty("expected");
            if (expected.GetProperty("ok").GetBoolean()) CheckTree(test, expected);
            else SyntaxErrorAssert.SamePlace(expected.GetProperty("error"), () => Parse(test));
        },
        test => test.TryGetProperty("disputed", out _) ? "Versions of the reference implementation differ." : null);

    private static void CheckTree(JsonElement test, JsonElement expected)
    {
        var tree = Parse(test);
        Assert.Equal(expected.Text("printed"), Printer.Print(tree));
        if (!expected.TryGetProperty("ast", out var ast)) return;
        var shape = SyntaxShape.Of(tree);
        if (!JsonNode.DeepEquals(SyntaxShape.WithoutDefaults(ast), shape)) Assert.Fail($"Expected {ast}, but parsed {shape}.");
    }

    private static SyntaxNode Parse(JsonElement test)
    {
        var source = test.Text("source");
        var options = ParserOptions.Unlimited with { MaxTokens = MaxTokens(test) };
        return test.GetProperty("entry").GetString() switch
        {
            "parse" => Parser.Parse(source, options),
            "parseValue" => Parser.ParseValue(source, options),
            "parseConstValue" => Parser.ParseConstValue(source, options),
            "parseType" => Parser.ParseType(source, options),
            var entry => throw new InvalidOperationException($"Unknown entry {entry}."),
        };
    }

    private static int MaxTokens(JsonElement test) =>
        test.TryGetProperty("options", out var options) && options.TryGetProperty("maxTokens", out var limit) ? limit.GetInt32() : int.MaxValue;
}
