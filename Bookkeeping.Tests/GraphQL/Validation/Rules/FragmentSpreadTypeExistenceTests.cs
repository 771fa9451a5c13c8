using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentSpreadTypeExistenceTests
{
    [Theory]
    [InlineData("fragment f on Dog { name }")]
    [InlineData("fragment f on Dog { ... on Dog { name } }")]
    [InlineData("fragment f on Dog { ... @include(if: true) { name } }")]
    public void Fragments_are_for_types_that_exist(string document) =>
        ValidationAssert.Valid<FragmentSpreadTypeExistence>(document);

    [Fact]
    public void Fragments_are_not_for_types_that_do_not() => ValidationAssert.Invalid<FragmentSpreadTypeExistence>(
        """
            fragment named on NotInSchema { name }
            fragment inline on Dog {
              ... on NotInSchema { name }
            }
            """,
        "1:19", "3:10");

    [Fact]
    public void The_error_suggests_types_that_have_fields()
    {
        var error = ValidationAssert.Error<FragmentSpreadTypeExistence>("fragment f on Doge { name }");
        Assert.Equal("There is no type `Doge`. Did you mean `Dog`?", error.Message);
        Assert.Equal("Doge", error.Extensions!["type"]);
        Assert.Equal("f", error.Extensions!["fragment"]);
    }
}
