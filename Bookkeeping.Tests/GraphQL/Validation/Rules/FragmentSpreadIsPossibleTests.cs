using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentSpreadIsPossibleTests
{
    [Fact]
    public void An_object_may_be_itself() =>
        ValidationAssert.Valid<FragmentSpreadIsPossible>("fragment f on Dog { ... on Dog { barkVolume } }");

    [Theory]
    [InlineData("fragment f on Dog { ...g } fragment g on Pet { name }")]
    [InlineData("fragment f on Dog { ...g } fragment g on CatOrDog { ... on Cat { meowVolume } }")]
    public void An_object_may_be_of_an_interface_or_union(string document) =>
        ValidationAssert.Valid<FragmentSpreadIsPossible>(document);

    [Theory]
    [InlineData("fragment f on Pet { name ... on Dog { barkVolume } }")]
    [InlineData("fragment f on CatOrDog { ... on Cat { meowVolume } }")]
    public void An_interface_or_union_may_be_an_object(string document) =>
        ValidationAssert.Valid<FragmentSpreadIsPossible>(document);

    [Theory]
    [InlineData("fragment f on Pet { ...g } fragment g on DogOrHuman { ... on Dog { barkVolume } }")]
    [InlineData("fragment f on Node { ...g } fragment g on Resource { url }")]
    public void Interfaces_and_unions_may_have_objects_in_common(string document) =>
        ValidationAssert.Valid<FragmentSpreadIsPossible>(document);

    [Fact]
    public void An_object_is_not_another() => ValidationAssert.Invalid<FragmentSpreadIsPossible>(
        "fragment f on Dog { ... on Cat { meowVolume } }",
        "1:21");

    [Fact]
    public void An_interface_or_union_is_no_object_outside_of_it() => ValidationAssert.Invalid<FragmentSpreadIsPossible>(
        """
            fragment onInterface on Sentient { ... on Dog { barkVolume } }
            fragment onUnion on HumanOrAlien { ... on Cat { meowVolume } }
            """,
        "1:36", "2:36");

    [Fact]
    public void Interfaces_without_common_objects_do_not_meet() => ValidationAssert.Invalid<FragmentSpreadIsPossible>(
        """
            fragment f on Pet { ...g }
            fragment g on Sentient { name }
            """,
        "1:21");

    [Fact]
    public void The_error_names_both_types()
    {
        var error = ValidationAssert.Error<FragmentSpreadIsPossible>("{ dog { ...cat } } fragment cat on Cat { name }");
        Assert.Equal("The fragment `cat` is for `Cat`, which a `Dog` can never be.", error.Message);
        Assert.Equal("Dog", error.Extensions!["type"]);
        Assert.Equal("Cat", error.Extensions!["typeCondition"]);
        Assert.Equal("cat", error.Extensions!["fragment"]);
    }
}
