using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class OperationNameUniquenessTests
{
    [Fact]
    public void Operations_have_different_names() =>
        ValidationAssert.Valid<OperationNameUniqueness>("""
            query dogName { dog { name } }
            query ownerName { dog { owner { name } } }
            """);

    [Fact]
    public void A_name_is_not_given_twice() => ValidationAssert.Invalid<OperationNameUniqueness>(
        """
            query dogName { dog { name } }
            query dogName { dog { owner { name } } }
            """,
        "1:7 2:7");

    [Fact]
    public void A_name_is_not_given_twice_to_operations_of_different_kinds_either() => ValidationAssert.Invalid<OperationNameUniqueness>(
        """
            query register { dog { name } }
            mutation register { register }
            """,
        "1:7 2:10");

    [Fact]
    public void A_fragment_may_have_the_name_of_an_operation() =>
        ValidationAssert.Valid<OperationNameUniqueness>("""
            query dog { dog { ...dog } }
            fragment dog on Dog { name }
            """);

    [Fact]
    public void The_error_names_the_operation()
    {
        var error = ValidationAssert.Error<OperationNameUniqueness>("query a { dog { name } } query a { dog { name } }");
        Assert.Equal("The name `a` is given to more than one operation.", error.Message);
        Assert.Equal("a", error.Extensions!["operation"]);
    }
}
