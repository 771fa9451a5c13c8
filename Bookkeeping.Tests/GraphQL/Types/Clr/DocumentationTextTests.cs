using System.Xml.Linq;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class DocumentationTextTests
{
    [Theory]
    [InlineData("Plain words.", "Plain words.")]
    [InlineData("  Several\n        lines\n   of it. ", "Several lines of it.")]
    [InlineData("Code <c>a  b</c>.", "Code `a b`.")]
    [InlineData("First.<para>Second.</para><para>Third.</para>", "First.\n\nSecond.\n\nThird.")]
    [InlineData("One<br/>two", "One\ntwo")]
    [InlineData("Is <see langword=\"null\"/>.", "Is `null`.")]
    [InlineData("See <see href=\"https://example.org\"/>.", "See [https://example.org](https://example.org).")]
    [InlineData("See <see href=\"https://example.org\">here</see>.", "See [here](https://example.org).")]
    [InlineData("As <see cref=\"P:Bookkeeping.Run.StartedAt\"/>.", "As `startedAt`.")]
    [InlineData("As <see cref=\"M:Bookkeeping.Runs.GetRunAsync(System.Int32)\"/>.", "As `run`.")]
    [InlineData("A <see cref=\"T:Bookkeeping.Run\"/>.", "A `Run`.")]
    [InlineData("A <see cref=\"T:Bookkeeping.Page`1\"/>.", "A `Page`.")]
    [InlineData("Is <see cref=\"F:Bookkeeping.RunQuality.NotSet\"/>.", "Is `NOT_SET`.")]
    [InlineData("The <see cref=\"T:Bookkeeping.Run\">run</see>.", "The run.")]
    [InlineData("Of <paramref name=\"limit\"/>.", "Of `limit`.")]
    [InlineData("Any:<list type=\"bullet\"><item>one</item><item><description>two</description></item></list>Done.", "Any:\n\n- one\n- two\n\nDone.")]
    [InlineData("Run:<code>\n            a {\n              b\n            }\n        </code>", "Run:\n\n```\na {\n  b\n}\n```")]
    [InlineData("a &lt; b", "a < b")]
    public void Markup_becomes_Markdown(string xml, string expected) =>
        Assert.Equal(expected, DocumentationText.Of(XElement.Parse($"<summary>{xml}</summary>", LoadOptions.PreserveWhitespace)));

    [Theory]
    [InlineData("<summary>Energy.</summary><value>GeV.</value>", "Energy.\nGeV.")]
    [InlineData("<summary>Energy.</summary><returns>One.</returns>", "Energy.\n\n**Returns:**\nOne.")]
    [InlineData("<summary>Energy.</summary><remarks>Source: LHC.</remarks><value>GeV.</value>", "Energy.\nGeV.\n\nSource: LHC.")]
    [InlineData("<value>GeV.</value>", "GeV.")]
    public void Value_stands_under_the_summary_and_remarks_last(string xml, string expected) =>
        Assert.Equal(expected, DocumentationText.OfEntry(XElement.Parse($"<member>{xml}</member>")));

    [Theory]
    [InlineData("")]
    [InlineData("<summary> \n </summary>")]
    [InlineData("<exception>Never.</exception>")]
    public void Nothing_said_is_null(string xml) => Assert.Null(DocumentationText.OfEntry(XElement.Parse($"<member>{xml}</member>")));
}
