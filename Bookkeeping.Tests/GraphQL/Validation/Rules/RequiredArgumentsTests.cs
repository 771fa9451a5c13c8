using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class RequiredArgumentsTests
{
    [Theory]
    [InlineData("fragment f on Arguments { nonNullBooleanArgField(nonNullBooleanArg: true) }")]
    [InlineData("fragment f on Arguments { nonNullBooleanArgField(nonNullBooleanArg: $given) }")]
    public void Required_arguments_are_given(string document) =>
        ValidationAssert.Valid<RequiredArguments>(document);

    [Fact]
    public void Arguments_that_may_be_null_or_have_a_default_may_be_left_out() =>
        ValidationAssert.Valid<RequiredArguments>("fragment f on Arguments { booleanArgField optionalNonNullBooleanArgField }");

    [Fact]
    public void Required_arguments_are_not_left_out() => ValidationAssert.Invalid<RequiredArguments>(
        """
            fragment f on Arguments {
              nonNullBooleanArgField
              multipleRequirements
              intArgField @skip
            }
            """,
        "2:3", "3:3", "3:3", "4:15");

    [Fact]
    public void The_error_names_the_argument_and_its_type()
    {
        var error = ValidationAssert.Error<RequiredArguments>("{ dog { doesKnowCommand } }");
        Assert.Equal("The field `Dog.doesKnowCommand` needs the argument `dogCommand` of type `DogCommand!`.", error.Message);
        Assert.Equal("doesKnowCommand", error.Extensions!["field"]);
        Assert.Equal("dogCommand", error.Extensions!["argument"]);
    }
}
