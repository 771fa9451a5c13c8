using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class ArgumentUniquenessTests
{
    [Fact]
    public void Each_argument_is_given_once() =>
        ValidationAssert.Valid<ArgumentUniqueness>("{ arguments { multipleRequirements(x: 1, y: 2) } }");

    [Fact]
    public void An_argument_is_not_given_again() => ValidationAssert.Invalid<ArgumentUniqueness>(
        """
            {
              arguments {
                intArgField(intArg: 1, intArg: 2, intArg: 3) @label(text: "a", text: "b")
              }
            }
            """,
        "3:17 3:28 3:39", "3:57 3:68");

    [Fact]
    public void The_error_names_the_argument()
    {
        var error = ValidationAssert.Error<ArgumentUniqueness>("{ arguments { intArgField(intArg: 1, intArg: 1) } }");
        Assert.Equal("The field `Arguments.intArgField` is given the argument `intArg` more than once.", error.Message);
        Assert.Equal("intArg", error.Extensions!["argument"]);
    }
}
