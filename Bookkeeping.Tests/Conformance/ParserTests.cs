using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.Conformance;

public sealed class ParserTests
{
    internal static CorpusCheck Trees { get; } = new("parser.json", "trees, prints, and places of syntax errors", Run)
    {
        Departures =
        [
            new(
                "Fragments had variables in an experiment of the reference implementation; \"Fragments\" knows none, so the text is refused.",
                test => test.TryGetProperty("options", out var options) && options.TryGetProperty("allowLegacyFragmentVariables", out _),
                test => Assert.Throws<RequestErrorException>(() => Parse(test))),
        ],
    };

    [CorpusFact]
    public void Trees_prints_and_syntax_errors_are_those_of_the_reference_implementation() => Trees.AssertMet();

    private static void Run(JsonElement test)
    {
        var expected = test.GetProperty("expected");
        if (expected.GetProperty("ok").GetBoolean()) CheckTree(test, expected);
        else SyntaxErrorAssert.SamePlace(expected.GetProperty("error"), () => Parse(test));
    }

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
