using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class DirectivesAreUniquePerLocationTests
{
    [Fact]
    public void A_directive_may_stand_on_two_fields() =>
        ValidationAssert.Valid<DirectivesAreUniquePerLocation>("query q($a: Boolean!, $b: Boolean!) { dog { name @skip(if: $a) } dog { nickname @skip(if: $b) } }");

    [Fact]
    public void A_directive_that_repeats_may_stand_twice() =>
        ValidationAssert.Valid<DirectivesAreUniquePerLocation>("""
            { dog { name @label(text: "a") @label(text: "b") } }
            """);

    [Fact]
    public void Other_directives_do_not_stand_twice_in_one_place() => ValidationAssert.Invalid<DirectivesAreUniquePerLocation>(
        """
            query q($a: Boolean = true, $b: Boolean = false) {
              dog @skip(if: $a) @skip(if: $b) @mark @skip(if: $a) { name }
            }
            """,
        "2:7 2:21", "2:7 2:41");

    [Fact]
    public void The_error_names_the_directive()
    {
        var error = ValidationAssert.Error<DirectivesAreUniquePerLocation>("{ dog { name @mark @mark } }");
        Assert.Equal("The directive `@mark` can stand only once in one place.", error.Message);
        Assert.Equal("mark", error.Extensions!["directive"]);
    }
}
