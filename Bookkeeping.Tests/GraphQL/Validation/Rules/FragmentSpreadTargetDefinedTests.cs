using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentSpreadTargetDefinedTests
{
    [Fact]
    public void Fragments_that_are_used_are_defined() =>
        ValidationAssert.Valid<FragmentSpreadTargetDefined>("{ dog { ...named } } fragment named on Dog { name }");

    [Fact]
    public void Fragments_that_are_used_are_not_missing() => ValidationAssert.Invalid<FragmentSpreadTargetDefined>(
        """
            {
              dog { ...undefined }
            }
            """,
        "2:12");

    [Fact]
    public void The_error_suggests_fragments_with_similar_names()
    {
        var error = ValidationAssert.Error<FragmentSpreadTargetDefined>("{ dog { ...name } } fragment named on Dog { name }");
        Assert.Equal("There is no fragment `name` in the document. Did you mean `named`?", error.Message);
        Assert.Equal("name", error.Extensions!["fragment"]);
    }
}
