using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class ArgumentNamesTests
{
    [Theory]
    [InlineData("fragment f on Dog { doesKnowCommand(dogCommand: SIT) }")]
    [InlineData("fragment f on Dog { isHouseTrained(atOtherHomes: true) @include(if: true) }")]
    [InlineData("fragment f on Arguments { multipleRequirements(y: 2, x: 1) }")]
    public void Arguments_of_the_definition_are_given(string document) =>
        ValidationAssert.Valid<ArgumentNames>(document);

    [Fact]
    public void Other_arguments_are_not() => ValidationAssert.Invalid<ArgumentNames>(
        """
            fragment onField on Dog {
              doesKnowCommand(command: CLEAN_UP_HOUSE)
            }
            fragment onDirective on Dog {
              isHouseTrained(atOtherHomes: true) @include(unless: false)
            }
            """,
        "2:19", "5:47");

    [Fact]
    public void Nothing_is_said_of_arguments_of_unknown_fields_and_directives() =>
        ValidationAssert.Valid<ArgumentNames>("fragment f on Dog { bark(loud: true) @loud(very: true) nickname @loud(very: true) }");

    [Fact]
    public void The_error_suggests_arguments_with_similar_names()
    {
        var error = ValidationAssert.Error<ArgumentNames>("{ dog { doesKnowCommand(dogComand: SIT) } }");
        Assert.Equal("The field `Dog.doesKnowCommand` has no argument `dogComand`. Did you mean `dogCommand`?", error.Message);
        Assert.Equal("doesKnowCommand", error.Extensions!["field"]);
        Assert.Equal("dogComand", error.Extensions!["argument"]);
    }

    [Fact]
    public void The_error_names_the_directive()
    {
        var error = ValidationAssert.Error<ArgumentNames>("{ dog { name @skip(unless: true) } }");
        Assert.Equal("The directive `@skip` has no argument `unless`.", error.Message);
        Assert.Equal("skip", error.Extensions!["directive"]);
        Assert.Equal("unless", error.Extensions!["argument"]);
    }
}
