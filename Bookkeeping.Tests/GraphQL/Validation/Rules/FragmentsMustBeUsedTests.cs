using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentsMustBeUsedTests
{
    [Fact]
    public void Fragments_are_used_by_an_operation() =>
        ValidationAssert.Valid<FragmentsMustBeUsed>("""
            { dog { ...outer } }
            fragment outer on Dog { ...inner }
            fragment inner on Dog { name }
            """);

    [Fact]
    public void Fragments_do_not_lie_idle() => ValidationAssert.Invalid<FragmentsMustBeUsed>(
        """
            fragment idle on Dog { name }
            { dog { name } }
            fragment usedByIdle on Dog { name ...usedByIdle }
            fragment usesIdle on Dog { ...usedByIdle }
            """,
        "1:1", "3:1", "4:1");

    [Fact]
    public void The_error_names_the_fragment()
    {
        var error = ValidationAssert.Error<FragmentsMustBeUsed>("{ dog { name } } fragment idle on Dog { name }");
        Assert.Equal("The fragment `idle` is not used by any operation.", error.Message);
        Assert.Equal("idle", error.Extensions!["fragment"]);
    }
}
