using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class OperationCountTests
{
    private static readonly ValidationOptions Two = new() { MaxOperations = 2 };

    [Fact]
    public void As_many_operations_as_allowed_are_fine() =>
        ValidationAssert.Valid<OperationCount>("query a { dog { name } } query b { dog { name } }", Two);

    [Fact]
    public void The_first_operation_beyond_the_limit_is_reported()
    {
        const string document = "query a { __typename } query b { __typename } query c { __typename } query d { __typename }";
        var error = ValidationAssert.Error<OperationCount>(document, Two);
        Assert.Equal("The document has more operations than the 2 allowed; this is the first beyond them.", error.Message);
        Assert.Equal(47, error.Locations[0].Column);
    }
}
