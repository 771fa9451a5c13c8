using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FieldSelectionMergingTests
{
    [Theory]
    [InlineData("fragment f on Dog { name name }")]
    [InlineData("fragment f on Dog { other: name other: name }")]
    public void The_same_field_may_be_selected_again(string document) =>
        ValidationAssert.Valid<FieldSelectionMerging>(document);

    [Theory]
    [InlineData("fragment f on Dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: SIT) }")]
    [InlineData("fragment f on Dog { doesKnowCommand(dogCommand: $dogCommand) doesKnowCommand(dogCommand: $dogCommand) }")]
    [InlineData("fragment f on Arguments { multipleRequirements(x: 1, y: 2) multipleRequirements(y: 2, x: 1) }")]
    [InlineData("""
        { findDog(searchBy: { name: "a", owner: "b" }) { name } findDog(searchBy: { owner: "b", name: "a" }) { name } }
        """)]
    public void The_same_field_with_the_same_arguments_may_be_selected_again(string document) =>
        ValidationAssert.Valid<FieldSelectionMerging>(document);

    [Fact]
    public void Different_fields_do_not_share_a_response_name() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            fragment f on Dog {
              name: nickname
              name
            }
            """,
        "2:3 3:3");

    [Fact]
    public void Fields_with_different_arguments_do_not_share_a_response_name() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            fragment values on Dog {
              doesKnowCommand(dogCommand: SIT)
              doesKnowCommand(dogCommand: HEEL)
            }
            fragment valueAndVariable on Dog {
              doesKnowCommand(dogCommand: SIT)
              doesKnowCommand(dogCommand: $dogCommand)
            }
            fragment variables on Dog {
              doesKnowCommand(dogCommand: $one)
              doesKnowCommand(dogCommand: $two)
            }
            fragment withAndWithout on Dog {
              isHouseTrained(atOtherHomes: true)
              isHouseTrained
            }
            """,
        "2:3 3:3", "6:3 7:3", "10:3 11:3", "14:3 15:3");

    [Fact]
    public void A_text_that_looks_like_further_arguments_is_another_argument() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            {
              findDog(searchBy: { name: "a", owner: "b" }) { name }
              findDog(searchBy: { name: "a\",owner:\"b" }) { name }
            }
            """,
        "2:3 3:3");

    [Theory]
    [InlineData("fragment f on Pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } }")]
    [InlineData("fragment f on Pet { ... on Dog { doesKnowCommand(dogCommand: SIT) } ... on Cat { doesKnowCommand(catCommand: JUMP) } }")]
    public void Fields_of_objects_that_exclude_each_other_may_differ(string document) =>
        ValidationAssert.Valid<FieldSelectionMerging>(document);

    [Fact]
    public void Fields_of_objects_that_exclude_each_other_have_one_shape() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            fragment f on Pet {
              ... on Dog { some: nickname }
              ... on Cat { some: meowVolume }
            }
            """,
        "2:16 3:16");

    [Fact]
    public void Nullability_is_part_of_the_shape() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            fragment f on Pet {
              ... on Dog { some: name }
              ... on Cat { some: nickname }
            }
            """,
        "2:16 3:16");

    [Fact]
    public void A_list_is_another_shape_than_its_items() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            fragment f on Sentient {
              ... on Human { some: pets { name } }
              ... on Alien { some: homePlanet }
            }
            """,
        "2:18 3:18");

    [Fact]
    public void A_field_of_an_interface_meets_those_of_every_object() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            fragment f on Pet {
              ... on Dog { name: nickname }
              ... on Cat { name }
              name
            }
            """,
        "2:16 4:3", "2:16 3:16");

    [Fact]
    public void Conflicts_below_merged_fields_are_reported_with_the_way_to_them() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            {
              human { pets { name: __typename } }
              human { pets { name } }
            }
            """,
        "2:3 2:11 2:18 3:3 3:11 3:18");

    [Fact]
    public void Conflicts_are_reported_at_the_nearest_fields_that_differ() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            {
              human {
                pets { name: __typename }
                pets { name }
              }
              human { name }
            }
            """,
        "3:5 3:12 4:5 4:12");

    [Fact]
    public void Conflicts_between_fragments_are_found() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            { dog { ...a ...b } }
            fragment a on Dog { x: name ...c }
            fragment b on Dog { x: nickname }
            fragment c on Dog { x: name }
            """,
        "2:21 3:21");

    [Fact]
    public void A_conflict_is_reported_once_however_often_it_is_met() => ValidationAssert.Invalid<FieldSelectionMerging>(
        """
            { dog { ...both } d: dog { ...both } pet { ...both } }
            fragment both on Dog {
              x: name
              x: nickname
            }
            """,
        "3:3 4:3");

    [Fact]
    public void Fragments_that_contain_themselves_come_to_an_end() => ValidationAssert.Invalid<FieldSelectionMerging>(
        "fragment loop on Human { pets { ... on Dog { owner { ...loop x: name x: __typename } } } ...loop }",
        "1:62 1:70");

    [Fact]
    public void The_error_says_what_differs_and_where()
    {
        var error = ValidationAssert.Error<FieldSelectionMerging>("{ human { pets { x: name } } human { pets { x: __typename } } }");
        Assert.Equal("The fields answered as `human` cannot be merged: below it, for `pets.x`, `name` and `__typename` are different fields. Give one of them another alias if both are wanted.", error.Message);
        Assert.Equal("human", error.Extensions!["responseName"]);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Field-Selection-Merging", error.Extensions!["specifiedBy"]);
    }
}
