using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FieldSelectionsTests
{
    [Theory]
    [InlineData("fragment f on Dog { name volume: barkVolume __typename }")]
    [InlineData("fragment f on Pet { name __typename }")]
    public void Fields_of_the_type_are_selected(string document) =>
        ValidationAssert.Valid<FieldSelections>(document);

    [Fact]
    public void Fields_of_the_members_of_a_union_are_selected_through_fragments() =>
        ValidationAssert.Valid<FieldSelections>("fragment f on CatOrDog { __typename ... on Pet { name } ... on Dog { barkVolume } }");

    [Fact]
    public void Fields_that_the_type_does_not_have_are_not() => ValidationAssert.Invalid<FieldSelections>(
        """
            fragment undefined on Dog {
              meowVolume
            }
            fragment underAlias on Dog {
              barkVolume: kawVolume
            }
            """,
        "2:3", "5:3");

    [Fact]
    public void Fields_of_implementing_types_are_not_those_of_the_interface() => ValidationAssert.Invalid<FieldSelections>(
        """
            fragment f on Pet {
              nickname
            }
            """,
        "2:3");

    [Fact]
    public void A_union_has_no_fields_of_its_own() => ValidationAssert.Invalid<FieldSelections>(
        """
            fragment f on CatOrDog {
              name
              barkVolume
            }
            """,
        "2:3", "3:3");

    [Fact]
    public void Nothing_is_said_of_what_is_below_an_unknown_field_or_type() => ValidationAssert.Invalid<FieldSelections>(
        """
            {
              dog { puppies { name { first } ... on Cat { barks } } }
              ... on Unicorn { horn }
            }
            """,
        "2:9", "2:47");

    [Fact]
    public void Only_the_root_of_queries_answers_questions_about_the_schema() => ValidationAssert.Invalid<FieldSelections>(
        """
            { __schema { queryType { __schema { description } } } dog { __type(name: "Dog") { name } } }
            """,
        "1:26", "1:61");

    [Fact]
    public void The_error_suggests_fields_with_similar_names()
    {
        var error = ValidationAssert.Error<FieldSelections>("{ dog { nam nickname } }");
        Assert.Equal("The type `Dog` has no field `nam`. Did you mean `name`?", error.Message);
        Assert.Equal("Dog", error.Extensions!["type"]);
        Assert.Equal("nam", error.Extensions!["field"]);
        Assert.Equal("nam", error.Extensions!["responseName"]);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Field-Selections", error.Extensions!["specifiedBy"]);
    }

    [Fact]
    public void The_error_suggests_inline_fragments_on_types_that_have_the_field()
    {
        var error = ValidationAssert.Error<FieldSelections>("{ pet { barkVolume } }");
        Assert.Equal("The type `Pet` has no field `barkVolume`. Use an inline fragment on a type that has it: `... on Dog { barkVolume }`.", error.Message);
    }

    [Fact]
    public void The_error_suggests_interfaces_before_object_types()
    {
        var error = ValidationAssert.Error<FieldSelections>("{ node { url } }");
        Assert.Equal("The type `Node` has no field `url`. Use an inline fragment on a type that has it: `... on Resource { url }`, `... on Image { url }`.", error.Message);
    }
}
