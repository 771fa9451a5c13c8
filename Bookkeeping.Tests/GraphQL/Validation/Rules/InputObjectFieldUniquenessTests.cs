using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class InputObjectFieldUniquenessTests
{
    [Fact]
    public void Each_field_is_given_once() =>
        ValidationAssert.Valid<InputObjectFieldUniqueness>("""
            mutation { register(address: { street: "a", further: { street: "b" } }) }
            """);

    [Fact]
    public void A_field_is_not_given_again() => ValidationAssert.Invalid<InputObjectFieldUniqueness>(
        """
            { findDog(searchBy: { name: "Fido", name: "Rex", owner: "Ann", name: "Max" }) { name } }
            """,
        "1:23 1:37", "1:23 1:64");

    [Fact]
    public void Nor_where_the_type_is_not_known() => ValidationAssert.Invalid<InputObjectFieldUniqueness>(
        "{ dog { bark(how: { loud: true, loud: false }) } }",
        "1:21 1:33");

    [Fact]
    public void The_error_names_the_field()
    {
        var error = ValidationAssert.Error<InputObjectFieldUniqueness>("""
            { findDog(searchBy: { name: "a", name: "b" }) { name } }
            """);
        Assert.Equal("The field `name` is given more than once.", error.Message);
        Assert.Equal("name", error.Extensions!["field"]);
    }
}
