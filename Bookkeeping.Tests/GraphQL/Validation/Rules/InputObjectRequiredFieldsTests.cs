using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class InputObjectRequiredFieldsTests
{
    [Fact]
    public void Fields_that_may_be_null_or_have_a_default_may_be_left_out() =>
        ValidationAssert.Valid<InputObjectRequiredFields>("""
            mutation { register(address: { street: "a" }) }
            """);

    [Fact]
    public void Required_fields_are_not_left_out() => ValidationAssert.Invalid<InputObjectRequiredFields>(
        """
            mutation add($pet: PetInput = { cat: {} }) {
              register(address: { number: 3, further: {} })
            }
            """,
        "1:38", "2:21", "2:43");

    [Fact]
    public void The_error_names_the_field_and_its_type()
    {
        var error = ValidationAssert.Error<InputObjectRequiredFields>("mutation { register(address: {}) }");
        Assert.Equal("The input `AddressInput` needs the field `street` of type `String!`.", error.Message);
        Assert.Equal("AddressInput", error.Extensions!["type"]);
        Assert.Equal("street", error.Extensions!["field"]);
    }
}
