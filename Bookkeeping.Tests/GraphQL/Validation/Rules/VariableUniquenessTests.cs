using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class VariableUniquenessTests
{
    [Fact]
    public void Variables_of_different_operations_may_share_a_name() =>
        ValidationAssert.Valid<VariableUniqueness>("""
            query a($atOtherHomes: Boolean) { ...trained }
            query b($atOtherHomes: Boolean) { ...trained }
            fragment trained on Query { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }
            """);

    [Fact]
    public void Variables_of_one_operation_do_not() => ValidationAssert.Invalid<VariableUniqueness>(
        """
            query q($atOtherHomes: Boolean, $atOtherHomes: Boolean) {
              dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
            }
            """,
        "1:10 1:34");

    [Fact]
    public void The_error_names_the_variable()
    {
        var error = ValidationAssert.Error<VariableUniqueness>("query q($a: Int, $a: Int, $a: Int) { arguments { intArgField(intArg: $a) } }");
        Assert.Equal("The variable `$a` is declared more than once.", error.Message);
        Assert.Equal("a", error.Extensions!["variable"]);
    }
}
