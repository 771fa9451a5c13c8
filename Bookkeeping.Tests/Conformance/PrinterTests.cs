using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.Conformance;

public sealed class PrinterTests
{
    internal static CorpusCheck Prints { get; } = new("printer.json", "formatted texts", test => Assert.Equal(test.Text("expected"), Print(test, "source")))
    {
        Departures =
        [
            Departure.Of(
                "Fragments had variables in an experiment of the reference implementation; \"Fragments\" knows none, so the text is refused.",
                ["printer/printer/008", "printer/printer/009"],
                test => Assert.Throws<RequestErrorException>(() => Print(test, "source"))),
            Departure.Of(
                "The tree was changed between parsing and printing (fields added, input fields sorted): the text expected is checked to print as itself.",
                ["printer/TypeInfo/002", .. Enumerable.Range(7, 4).Select(number => $"printer/sortValueNode/{number:000}")],
                test => Assert.Equal(test.Text("expected"), Print(test, "expected"))),
        ],
    };

    internal static CorpusCheck Stripped { get; } = new("strip-ignored.json", "stripped texts", test =>
    {
        var stripped = Minifier.StripIgnored(test.Text("source"));
        Assert.Equal(test.GetProperty("expected").Text("result"), stripped);
        Assert.Equal(stripped, Minifier.StripIgnored(stripped));
    });

    [CorpusFact]
    public void Nodes_print_as_in_the_reference_implementation() => Prints.AssertMet();

    [CorpusFact]
    public void Stripped_texts_are_those_of_the_reference_implementation() => Stripped.AssertMet();

    private static string Print(JsonElement test, string member) => Printer.Print(Parse(test.GetProperty("nodeKind").GetString()!, test.Text(member)));

    /// <summary>Parses what cannot stand alone inside something that can, and takes it out again.</summary>
    private static SyntaxNode Parse(string nodeKind, string source) => nodeKind switch
    {
        "Document" => Parser.Parse(source),
        "FieldDefinition" => Assert.Single(OnlyDefinition<ObjectTypeDefinitionNode>($"type T {{ {source} }}").Fields),
        "InputValueDefinition" => Assert.Single(OnlyDefinition<InputObjectTypeDefinitionNode>($"input T {{ {source} }}").Fields),
        "EnumValueDefinition" => Assert.Single(OnlyDefinition<EnumTypeDefinitionNode>($"enum T {{ {source} }}").Values),
        _ when nodeKind.EndsWith("Value", StringComparison.Ordinal) || nodeKind == "Variable" => Parser.ParseValue(source),
        _ => OnlyDefinition<DefinitionNode>(source),
    };

    private static T OnlyDefinition<T>(string source) => Assert.IsAssignableFrom<T>(Assert.Single(Parser.Parse(source).Definitions));
}
