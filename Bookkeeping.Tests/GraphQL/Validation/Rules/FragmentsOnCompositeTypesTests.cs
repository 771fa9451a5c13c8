using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests
{
    [Theory]
    [InlineData("fragment f on Dog { name }")]
    [InlineData("fragment f on Pet { name }")]
    [InlineData("fragment f on CatOrDog { ... on Dog { name } }")]
    public void Fragments_are_for_object_types_interfaces_and_unions(string document) =>
        ValidationAssert.Valid<FragmentsOnCompositeTypes>(document);

    [Fact]
    public void Fragments_are_not_for_scalars_enums_and_input_objects() => ValidationAssert.Invalid<FragmentsOnCompositeTypes>(
        """
            fragment onScalar on Int { something }
            fragment onEnum on DogCommand { something }
            fragment onInput on CatInput { name }
            fragment inline on Dog {
              ... on Boolean { somethingElse }
            }
            """,
        "1:22", "2:20", "3:21", "5:10");

    [Fact]
    public void The_error_says_why()
    {
        var error = ValidationAssert.Error<FragmentsOnCompositeTypes>("fragment f on DogCommand { x }");
        Assert.Equal("A fragment selects fields, and the type `DogCommand` has none: it must be an object type, interface or union.", error.Message);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types", error.Extensions!["specifiedBy"]);
    }
}
