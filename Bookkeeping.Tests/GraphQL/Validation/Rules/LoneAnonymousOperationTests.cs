using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class LoneAnonymousOperationTests
{
    [Theory]
    [InlineData("{ dog { name } }")]
    [InlineData("{ dog { ...named } } fragment named on Dog { name }")]
    public void An_operation_may_go_without_a_name_when_it_is_alone(string document) =>
        ValidationAssert.Valid<LoneAnonymousOperation>(document);

    [Fact]
    public void Several_operations_may_have_names() =>
        ValidationAssert.Valid<LoneAnonymousOperation>("query a { dog { name } } query b { dog { name } }");

    [Fact]
    public void An_operation_without_a_name_is_not_beside_others() => ValidationAssert.Invalid<LoneAnonymousOperation>(
        """
            { dog { name } }
            query named { dog { name } }
            mutation { register }
            """,
        "1:1", "3:1");

    [Fact]
    public void The_error_says_how_many_operations_there_are()
    {
        var error = ValidationAssert.Error<LoneAnonymousOperation>("{ dog { name } } query b { dog { name } }");
        Assert.Equal("An operation needs a name when the document holds several; this one holds 2.", error.Message);
    }
}
