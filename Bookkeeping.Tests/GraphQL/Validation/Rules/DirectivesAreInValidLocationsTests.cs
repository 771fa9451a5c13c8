using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class DirectivesAreInValidLocationsTests
{
    [Fact]
    public void Directives_stand_where_they_may() =>
        ValidationAssert.Valid<DirectivesAreInValidLocations>("query q($a: Int @mark) @mark { dog @include(if: true) { ...f @skip(if: false) ... @include(if: true) { name } } } fragment f on Dog @mark { name }");

    [Fact]
    public void Directives_do_not_stand_elsewhere() => ValidationAssert.Invalid<DirectivesAreInValidLocations>(
        """
            query q($a: Int @skip(if: true)) @skip(if: true) {
              dog @deprecated {
                ...f @mark
                ... @mark { name }
              }
            }
            fragment f on Dog @include(if: true) { name }
            mutation m @mark { register }
            subscription s @mark { messageCount }
            """,
        "1:17", "1:34", "2:7", "3:10", "4:9", "7:19", "8:12", "9:16");

    [Fact]
    public void The_error_says_where_the_directive_may_stand()
    {
        var error = ValidationAssert.Error<DirectivesAreInValidLocations>("query @skip(if: true) { dog { name } }");
        Assert.Equal("The directive `@skip` cannot stand on QUERY, only on FIELD, FRAGMENT_SPREAD, INLINE_FRAGMENT.", error.Message);
        Assert.Equal("skip", error.Extensions!["directive"]);
        Assert.Equal("QUERY", error.Extensions!["location"]);
    }
}
