using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Conformance;

public sealed class SpecExamplesSyntaxTests
{
    [CorpusFact]
    public void The_code_of_the_specification_parses_and_its_prints_parse_again() => Corpus.RunAll(
        "spec-examples.json",
        test =>
        {
            var printed = Printer.Print(Parser.Parse(test.Text("code")));
            Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
        },
        test => WhyNot(test) ?? (IsDocument(test) ? null : "Not a document."));

    [CorpusFact]
    public void Code_of_the_specification_that_is_no_document_is_refused() => Corpus.RunAll(
        "spec-examples.json",
        test => Assert.Throws<RequestErrorException>(() => Parser.Parse(test.Text("code"))),
        test => WhyNot(test) ?? (IsDocument(test) ? "A document." : null));

    private static string? WhyNot(JsonElement test) =>
        test.GetProperty("language").GetString() == "graphql" ? null : "Not GraphQL.";

    /// <summary>
    /// Both versions of the reference implementation take it. Where they differ, a later one takes empty selections, which no edition of
    /// the specification does.
    /// </summary>
    private static bool IsDocument(JsonElement test) =>
        test.GetProperty("parses").EnumerateObject().Where(version => version.Name != "error").All(version => version.Value.GetBoolean());
}
