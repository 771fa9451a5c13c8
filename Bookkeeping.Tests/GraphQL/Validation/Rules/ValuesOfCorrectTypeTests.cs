using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests
{
    [Theory]
    [InlineData("""
        { arguments { booleanArgField(booleanArg: true) intArgField(intArg: -2147483648) idArgField(idArg: 12) stringArgField(stringArg: "text") } }
        """)]
    [InlineData("{ dog { doesKnowCommand(dogCommand: SIT) } }")]
    public void Literals_are_of_the_type_expected(string document) =>
        ValidationAssert.Valid<ValuesOfCorrectType>(document);

    [Fact]
    public void An_integer_is_a_float() =>
        ValidationAssert.Valid<ValuesOfCorrectType>("{ arguments { floatArgField(floatArg: 123) } }");

    [Fact]
    public void Null_is_a_value_of_every_type_that_allows_it() =>
        ValidationAssert.Valid<ValuesOfCorrectType>("{ arguments { booleanArgField(booleanArg: null) booleanListArgField(booleanListArg: [true, null]) } findDog(searchBy: null) { name } }");

    [Fact]
    public void One_value_stands_for_a_list_of_it() =>
        ValidationAssert.Valid<ValuesOfCorrectType>("{ arguments { booleanListArgField(booleanListArg: true) matrixArgField(matrix: 1) second: matrixArgField(matrix: [1, [2, 3]]) } findDog(searchBy: { commands: SIT }) { name } }");

    [Fact]
    public void Defaults_of_variables_are_values_too() =>
        ValidationAssert.Valid<ValuesOfCorrectType>("""
            query find($search: FindDogInput = { name: "Fido" }) { findDog(searchBy: $search) { name } }
            mutation add($pet: PetInput! = { cat: { name: "Brontie" } }) { addPet(pet: $pet) { name } }
            """);

    [Fact]
    public void A_scalar_may_take_anything() =>
        ValidationAssert.Valid<ValuesOfCorrectType>("""
            mutation register($x: Int) { register(anything: [1, { a: $x, b: "text" }, null]) }
            """);

    [Fact]
    public void Literals_are_not_of_another_type() => ValidationAssert.Invalid<ValuesOfCorrectType>(
        """
            query values {
              arguments {
                intArgField(intArg: "123")
                big: intArgField(intArg: 2147483648)
                stringArgField(stringArg: 1)
                booleanArgField(booleanArg: "true")
                idArgField(idArg: 1.0)
                list: intArgField(intArg: [1])
                booleanListArgField(booleanListArg: [true, 1])
              }
              findDog(searchBy: { name: 123 }) { name }
              other: findDog(searchBy: "Fido") { name }
            }
            query defaults($count: Int = 1.5, $search: FindDogInput = { owner: 1 }) { dog { name } }
            """,
        "3:25", "4:30", "5:31", "6:33", "7:23", "8:31", "9:48", "11:29", "12:28", "14:30", "14:68");

    [Fact]
    public void Null_is_no_value_of_a_non_null_type() => ValidationAssert.Invalid<ValuesOfCorrectType>(
        """
            {
              arguments {
                nonNullBooleanArgField(nonNullBooleanArg: null)
                nonNullBooleanListField(nonNullBooleanListArg: [true, null])
              }
            }
            """,
        "3:47", "4:59");

    [Fact]
    public void A_oneOf_takes_exactly_one_field_that_is_not_null() => ValidationAssert.Invalid<ValuesOfCorrectType>(
        """
            mutation none { addPet(pet: {}) { name } }
            mutation two($dog: DogInput) { addPet(pet: { cat: { name: "Brontie" }, dog: $dog }) { name } }
            mutation absent { addPet(pet: { cat: null }) { name } }
            mutation inList { addPets(pets: [{ cat: { name: "Brontie" } }, {}]) { name } }
            """,
        "1:29", "2:44", "3:31", "4:64");

    [Fact]
    public void The_error_suggests_enum_values()
    {
        var error = ValidationAssert.Error<ValuesOfCorrectType>("{ dog { doesKnowCommand(dogCommand: SITT) } }");
        Assert.Equal("The enum `DogCommand` has no value `SITT`. Did you mean `SIT`?", error.Message);
        Assert.Equal("DogCommand", error.Extensions!["type"]);
    }

    [Fact]
    public void The_error_says_that_enum_values_have_no_quotes()
    {
        var error = ValidationAssert.Error<ValuesOfCorrectType>("""
            { dog { doesKnowCommand(dogCommand: "SIT") } }
            """);
        Assert.Equal("A value of the enum `DogCommand` is written as a bare name. Did you mean `SIT`?", error.Message);
    }

    [Fact]
    public void The_error_says_how_an_input_object_is_written()
    {
        var error = ValidationAssert.Error<ValuesOfCorrectType>("{ findDog(searchBy: 1) { name } }");
        Assert.Equal("A value of type `FindDogInput` is written as an input object, `{ ... }`.", error.Message);
        Assert.Equal("FindDogInput", error.Extensions!["type"]);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type", error.Extensions!["specifiedBy"]);
    }

    [Fact]
    public void The_error_counts_the_fields_of_a_oneOf()
    {
        var error = ValidationAssert.Error<ValuesOfCorrectType>("mutation { addPet(pet: {}) { name } }");
        Assert.Equal("The input `PetInput` takes exactly one of its fields, not 0.", error.Message);
    }
}
