using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class InputObjectFieldNamesTests
{
    [Fact]
    public void Fields_of_the_input_are_given() =>
        ValidationAssert.Valid<InputObjectFieldNames>("""
            { findDog(searchBy: { name: "Fido" }) { name } }
            """);

    [Fact]
    public void Other_fields_are_not() => ValidationAssert.Invalid<InputObjectFieldNames>(
        """
            { findDog(searchBy: { favoriteCookieFlavor: "Bacon" }) { name } }
            """,
        "1:23");

    [Fact]
    public void Fields_are_checked_inside_each_other() => ValidationAssert.Invalid<InputObjectFieldNames>(
        """
            mutation { register(address: { street: "a", further: { street: "b", city: "c" } }) }
            """,
        "1:69");

    [Fact]
    public void The_error_suggests_fields_with_similar_names()
    {
        var error = ValidationAssert.Error<InputObjectFieldNames>("""
            { findDog(searchBy: { nome: "Fido" }) { name } }
            """);
        Assert.Equal("The input `FindDogInput` has no field `nome`. Did you mean `name`?", error.Message);
        Assert.Equal("FindDogInput", error.Extensions!["type"]);
        Assert.Equal("nome", error.Extensions!["field"]);
    }
}
