using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentNameUniquenessTests
{
    [Fact]
    public void Fragments_have_different_names() =>
        ValidationAssert.Valid<FragmentNameUniqueness>("""
            { dog { ...one ...two } }
            fragment one on Dog { name }
            fragment two on Dog { owner { name } }
            """);

    [Fact]
    public void A_name_is_not_given_twice() => ValidationAssert.Invalid<FragmentNameUniqueness>(
        """
            { dog { ...one } }
            fragment one on Dog { name }
            fragment one on Dog { owner { name } }
            """,
        "2:10 3:10");

    [Fact]
    public void The_error_names_the_fragment()
    {
        var error = ValidationAssert.Error<FragmentNameUniqueness>("fragment f on Dog { name } fragment f on Cat { name }");
        Assert.Equal("The name `f` is given to more than one fragment.", error.Message);
        Assert.Equal("f", error.Extensions!["fragment"]);
    }
}
