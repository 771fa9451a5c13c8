using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Conformance;

public sealed class SpecExamplesSyntaxTests
{
    internal static CorpusCheck Documents { get; } = new("spec-examples.json", "documents parsed and printed", test =>
    {
        var printed = Printer.Print(Parser.Parse(test.Text("code")));
        Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
    })
    {
        Covers = test => IsGraphQL(test) && IsDocument(test),
    };

    internal static CorpusCheck Others { get; } =
        new("spec-examples.json", "texts that are no documents", test => Assert.Throws<RequestErrorException>(() => Parser.Parse(test.Text("code"))))
        {
            Covers = test => IsGraphQL(test) && !IsDocument(test),
        };

    [CorpusFact]
    public void The_code_of_the_specification_parses_and_its_prints_parse_again() => Documents.AssertMet();

    [CorpusFact]
    public void Code_of_the_specification_that_is_no_document_is_refused() => Others.AssertMet();

    private static bool IsGraphQL(JsonElement test) => test.GetProperty("language").GetString() == "graphql";

    /// <summary>
    /// Both versions of the reference implementation take it. Where they differ, a later one takes empty selections, which no edition of
    /// the specification does.
    /// </summary>
    private static bool IsDocument(JsonElement test) =>
        test.GetProperty("parses").EnumerateObject().Where(version => version.Name != "error").All(version => version.Value.GetBoolean());
}
