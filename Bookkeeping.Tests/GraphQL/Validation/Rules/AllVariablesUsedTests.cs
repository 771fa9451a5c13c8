using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class AllVariablesUsedTests
{
    [Theory]
    [InlineData("query q($home: Boolean) { dog { ...f } } fragment f on Dog { isHouseTrained(atOtherHomes: $home) }")]
    [InlineData("query q($text: String, $flag: Boolean!) { dog { name @mark(with: $text) ... @skip(if: $flag) { name } } }")]
    public void Variables_are_used(string document) =>
        ValidationAssert.Valid<AllVariablesUsed>(document);

    [Fact]
    public void Variables_do_not_lie_idle() => ValidationAssert.Invalid<AllVariablesUsed>(
        """
            query unused($home: Boolean) { dog { isHouseTrained } }
            query notInFragment($home: Boolean) { dog { ...f } }
            query oneTooMany($home: Boolean, $extra: Int) { dog { isHouseTrained(atOtherHomes: $home) } }
            fragment f on Dog { isHouseTrained }
            """,
        "1:14", "2:21", "3:34");

    [Fact]
    public void A_use_by_another_operation_does_not_count() => ValidationAssert.Invalid<AllVariablesUsed>(
        """
            query a($home: Boolean) { dog { name } }
            query b($home: Boolean) { dog { isHouseTrained(atOtherHomes: $home) } }
            """,
        "1:9");

    [Fact]
    public void The_error_names_the_variable_and_the_operation()
    {
        var error = ValidationAssert.Error<AllVariablesUsed>("query q($a: Int) { dog { name } }");
        Assert.Equal("The operation `q` does not use its variable `$a`.", error.Message);
        Assert.Equal("a", error.Extensions!["variable"]);
    }
}
