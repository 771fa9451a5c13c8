using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class OperationTypeExistenceTests
{
    [Theory]
    [InlineData("{ dog { name } }")]
    [InlineData("mutation { register }")]
    [InlineData("subscription { messageCount }")]
    public void Operations_that_the_schema_offers_exist(string document) =>
        ValidationAssert.Valid<OperationTypeExistence>(document);

    [Fact]
    public void Operations_that_the_schema_does_not_offer_are_refused()
    {
        var schema = SdlSchemaBuilder.Build("type Query { hello: String }");
        var document = Parser.Parse("mutation goodbye { goodbye }");
        var error = Assert.Single(DocumentValidator.Validate(schema, document));
        Assert.Equal("The schema offers no mutation operations.", error.Message);
        Assert.Equal("goodbye", error.Extensions!["operation"]);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Operation-Type-Existence", error.Extensions!["specifiedBy"]);
    }
}
