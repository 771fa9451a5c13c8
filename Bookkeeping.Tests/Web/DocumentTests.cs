using Bookkeeping.Api.Hosting;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.Web.Layout;

namespace Bookkeeping.Tests.Web;

/// <summary>The operations beside the pages.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Documents => [.. typeof(App).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".graphql", StringComparison.Ordinal))];

    [Fact]
    public void Every_page_of_data_has_an_operation() => Assert.Equal(9, Documents.Count);

    [Theory, MemberData(nameof(Documents))]
    public void An_operation_fits_the_schema(string name)
    {
        using var reader = new StreamReader(typeof(App).Assembly.GetManifestResourceStream(name)!);

        Assert.Empty(DocumentValidator.Validate(BookkeepingSchema.Describe(), Parser.Parse(reader.ReadToEnd())));
    }
}
