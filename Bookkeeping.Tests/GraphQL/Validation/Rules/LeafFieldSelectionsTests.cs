using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class LeafFieldSelectionsTests
{
    [Theory]
    [InlineData("{ dog { barkVolume owner { name } } }")]
    [InlineData("{ catOrDog { __typename } }")]
    public void Scalars_are_selected_without_and_objects_with_fields(string document) =>
        ValidationAssert.Valid<LeafFieldSelections>(document);

    [Fact]
    public void Scalars_have_no_fields() => ValidationAssert.Invalid<LeafFieldSelections>(
        """
            fragment f on Dog {
              barkVolume { sinceWhen }
              isHouseTrained @include(if: true) { where }
            }
            """,
        "2:14", "3:37");

    [Fact]
    public void Objects_interfaces_and_unions_need_a_selection() => ValidationAssert.Invalid<LeafFieldSelections>(
        """
            query onObject { human }
            query onInterface { pet }
            query onUnion { catOrDog }
            """,
        "1:18", "2:21", "3:17");

    [Fact]
    public void The_error_shows_how_to_select()
    {
        var error = ValidationAssert.Error<LeafFieldSelections>("{ human { pets } }");
        Assert.Equal("The field `pets` is a `[Pet!]`: say which fields of it you want, `pets { ... }`.", error.Message);
        Assert.Equal("[Pet!]", error.Extensions!["type"]);
        Assert.Equal("pets", error.Extensions!["field"]);
    }

    [Fact]
    public void The_error_says_what_the_field_is()
    {
        var error = ValidationAssert.Error<LeafFieldSelections>("{ dog { name { first } } }");
        Assert.Equal("The field `name` is a `String!`, which has no fields to select.", error.Message);
    }
}
