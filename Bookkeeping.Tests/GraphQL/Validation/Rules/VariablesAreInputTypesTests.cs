using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class VariablesAreInputTypesTests
{
    [Fact]
    public void Variables_are_scalars_enums_and_input_objects() =>
        ValidationAssert.Valid<VariablesAreInputTypes>("query q($a: Boolean, $b: FindDogInput, $c: [Boolean!], $d: DogCommand!, $e: [[ID]!]) { dog { name } }");

    [Fact]
    public void Variables_are_no_objects_interfaces_and_unions() => ValidationAssert.Invalid<VariablesAreInputTypes>(
        """
            query object($cat: Cat) { dog { name } }
            query required($dog: Dog!) { dog { name } }
            query list($pets: [Pet]) { dog { name } }
            query union($catOrDog: CatOrDog) { dog { name } }
            """,
        "1:20", "2:22", "3:19", "4:24");

    [Fact]
    public void Variables_are_not_of_types_that_do_not_exist() => ValidationAssert.Invalid<VariablesAreInputTypes>(
        "query q($a: [Unicorn!]!) { dog { name } }",
        "1:14");

    [Fact]
    public void The_error_suggests_types_that_can_be_given()
    {
        var error = ValidationAssert.Error<VariablesAreInputTypes>("query q($a: Strin) { dog { name } }");
        Assert.Equal("There is no type `Strin`. Did you mean `String`?", error.Message);
        Assert.Equal("a", error.Extensions!["variable"]);
        Assert.Equal("Strin", error.Extensions!["type"]);
    }

    [Fact]
    public void The_error_says_what_variables_are()
    {
        var error = ValidationAssert.Error<VariablesAreInputTypes>("query q($a: [Dog!]) { dog { name } }");
        Assert.Equal("The variable `$a` cannot be a `Dog`: variables are scalars, enums or input objects.", error.Message);
    }
}
