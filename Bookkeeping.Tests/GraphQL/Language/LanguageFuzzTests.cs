using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.Tests.Conformance;
using Bookkeeping.Tests.GraphQL.Fuzzing;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Language;

/// <summary>Whatever the text, it is parsed or refused; and what is parsed means the same after printing and after stripping.</summary>
public sealed class LanguageFuzzTests(ITestOutputHelper output)
{
    private const string NastyCharacters = "\"\\u{}D8\n\r #a0.-e\uD83D\uDE00";

    private static readonly string[] Words =
        ["query ", "on ", "a ", "{", "}", "(", ")", ":", "$", "@", "[", "]", "!", "...", "=", "\"\"", "1 ", "type ", "fragment ", "&", "|"];

    [Fact]
    public void Every_short_string_of_nasty_characters_is_a_value_or_refused()
    {
        foreach (var text in FuzzText.All(NastyCharacters, maxLength: 4)) Check(text, Parser.ParseValue);
    }

    /// <param name="alphabet">Eight characters that are nasty together: 300,000 strings.</param>
    [Theory]
    [InlineData("\"\\u{}8D\n")]
    [InlineData("\"\\nb \r#,")]
    [InlineData("01-+.eE_")]
    [InlineData("{}[]:$a\"")]
    [InlineData("{}a@(): ")]
    [InlineData("\"#\u0000\uFEFF\u2028\uD83D\uDE00a")]
    public void Every_string_of_up_to_six_characters_is_parsed_or_refused(string alphabet)
    {
        foreach (var text in FuzzText.All(alphabet, maxLength: 6))
        {
            Check(text, Parser.ParseValue);
            Check(text, Parser.Parse);
        }
    }

    [Fact]
    public void Every_short_string_literal_is_read_or_refused()
    {
        foreach (var text in FuzzText.All("\"\\ \na", maxLength: 6)) Check($"\"{text}\"", Parser.ParseValue);
    }

    [Fact]
    public void Every_short_sequence_of_words_is_a_document_or_refused()
    {
        foreach (var text in FuzzText.All(Words, maxLength: 4)) Check(text, Parser.Parse);
    }

    [Fact]
    public async Task Random_changes_to_documents_are_parsed_or_refused()
    {
        var (rounds, parsed) = (0, 0);
        await FuzzRun.RoundsAsync(output, 8_000, random =>
        {
            var text = FuzzText.Mutate(rounds++ % 2 == 0 ? Operations : Types, NastyCharacters + "$@!()[]:=&|,qt_\t\uFEFF", random);
            if (Check(text, Parser.Parse)) parsed++;
            return Task.CompletedTask;
        });
        Assert.InRange(parsed, rounds / 80, rounds - (rounds / 80));
    }

    [Fact]
    public async Task Random_values_mean_the_same_after_printing() => await FuzzRun.RoundsAsync(output, 20_000, random =>
    {
        var length = random.Next(40);
        var value = new string([.. Enumerable.Range(0, length).Select(_ => "\"\\ \n\ta\0\u007f\u00e9\u2028"[random.Next(10)])]);
        var node = new StringValueNode { Value = value, IsBlock = random.Next(2) == 0 };
        var read = Assert.IsType<StringValueNode>(Parser.ParseValue(Printer.Print(node)));
        if (read.Value != value) Assert.Fail($"{Escape(value)} came back as {Escape(read.Value)}.");
        return Task.CompletedTask;
    });

    /// <returns>Whether the text was parsed.</returns>
    private static bool Check(string text, Func<string, ParserOptions?, SyntaxNode> parse)
    {
        SyntaxNode node;
        try
        {
            node = parse(text, null);
        }
        catch (RequestErrorException refusal)
        {
            AssertPlace(text, Assert.Single(refusal.Errors));
            return false;
        }

        var printed = Printer.Print(node);
        var again = parse(printed, null);
        if (!AreEqual(node, again)) Assert.Fail($"{Escape(text)} prints as {Escape(printed)}, which means something else.");
        if (Printer.Print(again) != printed) Assert.Fail($"{Escape(text)} prints as {Escape(printed)}, which prints differently.");
        var stripped = Minifier.StripIgnored(text);
        if (!AreEqual(node, parse(stripped, null))) Assert.Fail($"{Escape(text)} is stripped to {Escape(stripped)}, which means something else.");
        return true;
    }

    private static bool AreEqual(SyntaxNode a, SyntaxNode b) => JsonNode.DeepEquals(SyntaxShape.Of(a), SyntaxShape.Of(b));

    private static void AssertPlace(string text, GraphQLError error)
    {
        var place = Assert.Single(error.Locations);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (place.Line < 1 || place.Line > lines.Length || place.Column < 1) Assert.Fail($"{Escape(text)}: no place {place}.");
    }

    private static string Escape(string text) => JsonSerializer.Serialize(text);

    private const string Operations =
        """"
        query Runs($first: Int! = 50 @a, "which" $where: RunFilter) @live(if: true) {
          newest: runs(first: $first, where: {runNumber: {gte: 500, in: [1, -2]}, text: """a "block" string"""}) {
            nodes { runNumber ...RunParts @include(if: $x) ... on Run { quality } ... @skip(if: false) { tags { text } } }
          }
        }
        # a comment
        fragment RunParts on Run { fill { fillNumber(scale: 1.5e3, e: GOOD, n: null, s: "\u00e9\uD83D\uDE00\n") } }
        """";

    private const string Types =
        """"
        schema @a { query: Query }
        """
        A run,
          indented
        """
        type Run implements Node & Audited @key(fields: "id") { id: ID! "the tags" tags(first: Int = 5): [Tag!]! @cost(weight: 1.0) }
        interface Node implements Any { id: ID! }
        union Found = | Run | Fill
        enum RunQuality { "usable" GOOD BAD @deprecated(reason: "old") }
        input RunFilter @oneOf { runNumber: IntFilter = {eq: 1}, and: [RunFilter!] }
        scalar Time @specifiedBy(url: "https://x")
        directive @cost(weight: Float! = 1) repeatable on FIELD_DEFINITION | OBJECT
        extend type Run @b { c: D }
        """";
}
