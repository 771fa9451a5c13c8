using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class AllVariableUsagesAreAllowedTests
{
    [Fact]
    public void A_variable_fits_its_own_type() =>
        ValidationAssert.Valid<AllVariableUsagesAreAllowed>("query q($flag: Boolean) { arguments { booleanArgField(booleanArg: $flag) } }");

    [Fact]
    public void A_non_null_variable_fits_where_null_is_allowed() =>
        ValidationAssert.Valid<AllVariableUsagesAreAllowed>("query q($list: [Boolean]!, $flag: Boolean!) { arguments { booleanListArgField(booleanListArg: $list) booleanArgField(booleanArg: $flag) } }");

    [Theory]
    [InlineData("query q($flag: Boolean = true) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $flag) } }")]
    [InlineData("query q($flag: Boolean) { arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $flag) } }")]
    public void Defaults_let_a_nullable_variable_stand_for_a_non_null_value(string document) =>
        ValidationAssert.Valid<AllVariableUsagesAreAllowed>(document);

    [Fact]
    public void A_default_of_null_does_not() => ValidationAssert.Invalid<AllVariableUsagesAreAllowed>(
        "query q($flag: Boolean = null) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $flag) } }",
        "1:9 1:88");

    [Fact]
    public void A_variable_does_not_stand_for_another_type() => ValidationAssert.Invalid<AllVariableUsagesAreAllowed>(
        """
            query intForBoolean($int: Int) { arguments { booleanArgField(booleanArg: $int) } }
            query listForItem($list: [Boolean]) { arguments { booleanArgField(booleanArg: $list) } }
            query itemForList($item: Boolean) { arguments { nonNullBooleanListField(nonNullBooleanListArg: $item) } }
            query nullable($flag: Boolean) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $flag) } }
            query nullableList($list: [Boolean]) { arguments { booleanListArgField(booleanListArg: $list) } }
            query nullableItems($list: [Boolean]) { arguments { nonNullBooleanListField(nonNullBooleanListArg: $list) } }
            """,
        "1:21 1:74", "2:19 2:79", "3:19 3:96", "4:16 4:88", "5:20 5:88", "6:21 6:100");

    [Fact]
    public void Variables_inside_lists_and_inputs_are_checked_too() => ValidationAssert.Invalid<AllVariableUsagesAreAllowed>(
        """
            query q($int: Int, $name: Int) {
              arguments { booleanListArgField(booleanListArg: [true, $int]) }
              findDog(searchBy: { name: $name }) { name }
            }
            """,
        "1:9 2:58", "1:20 3:29");

    [Fact]
    public void Variables_are_checked_for_every_operation_that_uses_a_fragment() => ValidationAssert.Invalid<AllVariableUsagesAreAllowed>(
        """
            query right($flag: Boolean!) { arguments { ...f } }
            query wrong($flag: Int) { arguments { ...f } }
            fragment f on Arguments { nonNullBooleanArgField(nonNullBooleanArg: $flag) }
            """,
        "2:13 3:69");

    [Theory]
    [InlineData("mutation add($cat: CatInput!) { addPet(pet: { cat: $cat }) { name } }")]
    [InlineData("""
        mutation add($cat: CatInput! = { name: "Brontie" }) { addPet(pet: { cat: $cat }) { name } }
        """)]
    public void The_field_of_a_oneOf_takes_a_non_null_variable(string document) =>
        ValidationAssert.Valid<AllVariableUsagesAreAllowed>(document);

    [Fact]
    public void The_field_of_a_oneOf_takes_no_nullable_variable() => ValidationAssert.Invalid<AllVariableUsagesAreAllowed>(
        """
            mutation one($cat: CatInput) { addPet(pet: { cat: $cat }) { name } }
            mutation several($dog: DogInput) { addPets(pets: [{ dog: $dog }]) { name } }
            """,
        "1:14 1:51", "2:18 2:58");

    [Fact]
    public void A_variable_inside_a_scalar_that_takes_anything_may_be_of_any_type() =>
        ValidationAssert.Valid<AllVariableUsagesAreAllowed>("mutation m($x: Int, $y: [String]) { register(anything: { x: [$x], y: $y }) }");

    [Fact]
    public void The_error_says_what_is_expected()
    {
        var error = ValidationAssert.Error<AllVariableUsagesAreAllowed>("query q($int: Int) { arguments { booleanArgField(booleanArg: $int) } }");
        Assert.Equal("The variable `$int` of type `Int` cannot be used here: `Boolean` is expected.", error.Message);
        Assert.Equal("int", error.Extensions!["variable"]);
        Assert.Equal("Int", error.Extensions!["type"]);
        Assert.Equal("Boolean", error.Extensions!["expectedType"]);
    }

    [Fact]
    public void The_error_says_how_to_declare_a_variable_for_a_oneOf()
    {
        var error = ValidationAssert.Error<AllVariableUsagesAreAllowed>("mutation m($cat: CatInput) { addPet(pet: { cat: $cat }) { name } }");
        Assert.Equal("The variable `$cat` of type `CatInput` cannot be used here: the one field given of `PetInput` cannot be null. Declare it as `CatInput!`.", error.Message);
    }
}
