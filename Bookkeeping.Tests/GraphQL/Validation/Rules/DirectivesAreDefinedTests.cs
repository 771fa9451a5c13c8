using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class DirectivesAreDefinedTests
{
    [Fact]
    public void Directives_of_the_schema_are_used() =>
        ValidationAssert.Valid<DirectivesAreDefined>("""
            { dog @skip(if: false) { name @mark(with: "red") } }
            """);

    [Fact]
    public void Other_directives_are_not() => ValidationAssert.Invalid<DirectivesAreDefined>(
        """
            query q($a: Int @unknown) @unknown {
              dog @unknown {
                ...f @unknown
                ... @unknown { name }
              }
            }
            fragment f on Dog @unknown { name }
            """,
        "1:17", "1:27", "2:7", "3:10", "4:9", "7:19");

    [Fact]
    public void The_error_suggests_directives_that_can_stand_there()
    {
        var error = ValidationAssert.Error<DirectivesAreDefined>("{ dog { name @skipp(if: true) } }");
        Assert.Equal("There is no directive `@skipp`. Did you mean `@skip`?", error.Message);
        Assert.Equal("skipp", error.Extensions!["directive"]);
    }
}
