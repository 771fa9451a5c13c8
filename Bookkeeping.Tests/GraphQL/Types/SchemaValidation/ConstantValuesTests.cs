namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class ConstantValuesTests
{
    private const string Types =
        " enum Colour { RED GREEN } input Point { x: Int! y: Int! = 0 } input By @oneOf { id: ID number: Int } scalar Date";

    [Theory]
    [InlineData("Int = 1")]
    [InlineData("Int = null")]
    [InlineData("Float = 1")]
    [InlineData("[Int!] = 1")]
    [InlineData("[[Int]] = [[1, null], null]")]
    [InlineData("Colour = RED")]
    [InlineData("Point = { x: 1 }")]
    [InlineData("By = { id: 1 }")]
    [InlineData("Date = { any: [VALUE] }")]
    public void A_default_of_its_type_is_accepted(string argument) => SchemaAssert.Valid($"type Query {{ f(a: {argument}): Int }}{Types}");

    [Theory]
    [InlineData("Int = \"1\"", "Int takes a whole number from -2147483648 to 2147483647, not the string \"1\".")]
    [InlineData("Int! = null", "`Int!` cannot be null.")]
    [InlineData("[Int!] = [null]", "`Int!` cannot be null.")]
    [InlineData("Colour = BLUE", "`Colour` has no value `BLUE`.")]
    [InlineData("Colour = RDE", "`Colour` has no value `RDE`. Did you mean `RED`?")]
    [InlineData("Colour = \"RED\"", "`Colour` takes one of its names.")]
    [InlineData("Point = 1", "`Point` takes an object in braces.")]
    [InlineData("Point = { y: 1 }", "`Point.x` is missing.")]
    [InlineData("Point = { x: 1, z: 1 }", "`Point` has no field `z`.")]
    [InlineData("By = {}", "`By` takes exactly one of its fields, and that not null.")]
    [InlineData("By = { id: 1, number: 1 }", "`By` takes exactly one of its fields, and that not null.")]
    [InlineData("By = { id: null }", "`By` takes exactly one of its fields, and that not null.")]
    public void Another_is_refused(string argument, string fault)
    {
        var place = 19 + argument.IndexOf('=', StringComparison.Ordinal) + 2 + (argument.Contains("[null]", StringComparison.Ordinal) ? 1 : 0);
        SchemaAssert.Invalid($"The default of `Query.f(a:)` does not fit: {fault}", $"1:{place}", $"type Query {{ f(a: {argument}): Int }}{Types}");
    }

    [Fact]
    public void Input_fields_and_arguments_of_directives_are_checked_too()
    {
        SchemaAssert.Invalid(
            "The default of `In.a` does not fit: Boolean takes true or false, not the whole number 1.", "1:25", "input In { a: Boolean = 1 }");
        SchemaAssert.Invalid(
            "The argument `weight` of `@cost` does not fit: String takes a string in double quotes, not the whole number 1.", "1:35",
            "type Query { a: Int @cost(weight: 1) } directive @cost(weight: String) on FIELD_DEFINITION");
    }
}
